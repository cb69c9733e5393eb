/** The feed: well-formed, what RFC 4287 asks of a feed and an entry, and what a feed reader makes of it. */
import { parseAtomFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { toAtom } from "../../src/export/index.ts";
import { forReadings } from "./arbitrary.ts";
import { pier } from "./pier.ts";
import { all, isElement, parseXml, textIn } from "./xml.ts";

const OPTIONS = {
  title: "The pier & <more>",
  selfUrl: "https://record.example/feed?q=a&b=1",
  updated: "2026-03-12T08:00:00Z",
};
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const entriesOf = (r: typeof pier) => r.statements.map((statement) => ({ reading: r, statement }));

describe("the feed", () => {
  it("is read by a feed reader", () => {
    const feed = parseAtomFeed(toAtom(entriesOf(pier), OPTIONS));
    expect(feed).toMatchObject({
      title: { value: OPTIONS.title },
      updated: OPTIONS.updated,
      links: [{ rel: "self", href: OPTIONS.selfUrl }],
    });
    expect(feed.entries).toHaveLength(pier.statements.length);
    expect(feed.entries![2]).toMatchObject({
      id: "urn:onrecord:article:pier:s3",
      updated: "2026-03-11T17:40:00Z",
      links: [{ href: "https://tide.example/pier?a=1&b=2" }],
      authors: [{ name: "Nell Abiodun" }],
    });
    expect(feed.entries![2]!.title?.value).toMatch(/^Ana Quill: “We will sign if the wall is paid for,” \[…\]/);
    expect(feed.entries![2]!.content?.value).toContain("<blockquote");
  });

  it("takes the time at which a statement came in", () => {
    const [first] = entriesOf(pier);
    const feed = parseAtomFeed(toAtom([{ ...first!, updated: "2026-03-12" }], OPTIONS));
    expect(feed.entries![0]!.updated).toBe("2026-03-12T00:00:00Z");
  });

  it("refuses a time that is none", () => {
    expect(() => toAtom([], { ...OPTIONS, updated: "soon" })).toThrow(/“soon” is no date for a feed/);
  });

  it("is a valid one of any reading", () =>
    forReadings((r) => {
      const feed = parseXml(toAtom(entriesOf(r), OPTIONS));
      const entries = all(feed, "entry");
      expect(entries).toHaveLength(r.statements.length);
      for (const element of [feed, ...entries]) {
        for (const name of ["id", "title", "updated", "author"]) {
          const own = element.children.filter(isElement).filter((child) => child.name === name);
          expect([name, own.length > 0]).toEqual([name, true]);
        }
        const updated = element.children.filter(isElement).find(({ name }) => name === "updated");
        expect(textIn(updated!)).toMatch(RFC3339);
      }
      for (const content of all(feed, "content")) expect(content.attributes.type).toBe("html");
    }, 80));
});
