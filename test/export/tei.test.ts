/** TEI: well-formed for any text, the body's characters are the article's, every pointer leads to the exact offset. */
import { describe, expect, it } from "vitest";
import { FORMATS, toTei } from "../../src/export/index.ts";
import type { Reading } from "../../src/schema/index.ts";
import { forReadings } from "./arbitrary.ts";
import { reading } from "./make.ts";
import { pier } from "./pier.ts";
import { all, type Element, isElement, parseXml, textIn } from "./xml.ts";

const body = (tei: Element) => all(tei, "body")[0]!;

/** Offset of every anchor in the characters of the body. */
function anchorsOf(tei: Element): Map<string, number> {
  const out = new Map<string, number>();
  let at = 0;
  const walk = (element: Element) => {
    for (const child of element.children) {
      if (!isElement(child)) at += child.length;
      else {
        if (child.name === "anchor") out.set(`#${child.attributes["xml:id"]}`, at);
        walk(child);
      }
    }
  };
  walk(body(tei));
  return out;
}

/** What XML cannot hold is �. */
const holdable = (text: string) => text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");

function check(r: Reading): Element {
  const tei = parseXml(toTei(r));
  expect(textIn(body(tei))).toBe(holdable(r.article.text));
  const anchors = anchorsOf(tei);
  const groups = all(tei, "spanGrp").map((group) => all(group, "span"));
  const wanted = r.statements
    .map((s) => [...s.source, ...s.cue, ...s.content, ...s.conditions].map(({ start, end }) => [start, end]))
    .filter((spans) => spans.length > 0);
  expect(
    groups.map((spans) => spans.map(({ attributes: { from, to } }) => [anchors.get(from!), anchors.get(to!)])),
  ).toEqual(wanted);
  const ids = [...JSON.stringify(tei).matchAll(/"xml:id":"([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const pointers = [...all(tei, "said"), ...all(tei, "spanGrp")].flatMap(({ attributes: { who, ana } }) => [who, ana]);
  for (const pointer of pointers) if (pointer !== undefined) expect(ids).toContain(pointer.slice(1));
  return tei;
}

describe("TEI", () => {
  it("has the text, its statements and its speakers", () => {
    const tei = check(pier);
    const said = all(tei, "said");
    expect(said).toHaveLength(pier.statements.flatMap((s) => s.content).length);
    const [offer] = said.filter((one) => textIn(one).startsWith("“We will sign"));
    const who = all(tei, "listPerson")[0]!
      .children.filter(isElement)
      .find((one) => `#${one.attributes["xml:id"]}` === offer!.attributes.who);
    expect(textIn(all(who!, "persName")[0]!)).toBe("Ana Quill");
    expect(offer!.attributes.direct).toBe("true");
    expect(all(tei, "date")[0]!.attributes).toEqual({ type: "published", when: "2026-03-11T17:40:00Z" });
  });

  it("keeps what is said inside what is said, and leaves out what crosses", () => {
    const r = reading({
      text: "one two three four five",
      statements: [{ content: ["one two three four"] }, { content: ["two"] }, { content: ["four five"] }],
    });
    expect(all(check(r), "said").map(textIn)).toEqual(["one two three four", "two"]);
  });

  it("is no deeper than a strict parser takes, however deep the statements are", () => {
    const text = "a".repeat(300);
    const nested = Array.from({ length: 150 }, (_, i) => ({ content: [text.slice(i, 300 - i)] }));
    const r = reading({ text, statements: [] });
    const base = reading({ text, statements: nested }).statements.map((s, i) => ({
      ...s,
      content: [{ start: i, end: 300 - i }],
    }));
    const depth = (element: Element): number => 1 + Math.max(0, ...element.children.filter(isElement).map(depth));
    expect(depth(check({ ...r, statements: base }))).toBeLessThan(25);
  });

  it("holds for any reading", () => forReadings((r) => void check(r)));

  it("puts many articles into one corpus with ids of their own", () => {
    const { begin, article, end } = FORMATS.tei;
    const options = { many: true };
    const corpus = parseXml(begin(options) + article(pier, 0, options) + article(pier, 1, options) + end(options));
    expect(all(corpus, "TEI")).toHaveLength(2);
    const ids = [...JSON.stringify(corpus).matchAll(/"xml:id":"([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
