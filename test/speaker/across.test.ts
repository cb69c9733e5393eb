/** Speakers across articles: merged with evidence, apart where nothing speaks for it, and as a person decides. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LinkedSpeaker, type LinkOptions, linkSpeakers, type Reading, readArticle } from "../../src/index.ts";

const read = (text: string, id: string, published?: string, publisher?: string): Promise<Reading> =>
  readArticle(text, { format: "text", id, ...(published && { published }), ...(publisher && { publisher }) });

/** Articles as [text, day?, publisher?]; "a", "b" … are their ids. Groups as names of articles and speakers: "a Ana Quill + b Quill". */
async function linked(articles: readonly (readonly [string, string?, string?])[], options?: LinkOptions) {
  const readings = await Promise.all(articles.map(([text, day, who], i) => read(text, "abcdef"[i]!, day, who)));
  return linkSpeakers(readings, options);
}

const shown = (groups: readonly LinkedSpeaker[]): string[] =>
  groups.map(({ members }) => members.map(({ article, name }) => `${article} ${name}`).join(" + ")).sort();

const QUILL = "Ana Quill, the mayor of Orlin, opened the session. “We start now,” Quill said.";
const QUILL_LATER = "Orlin’s mayor, Ana Quill, was brief. “It is done,” she said.";
const OTHER_QUILL = "Ana Quill, a goalkeeper with Sarn United, was unhappy. “We lost,” Quill said.";

describe("linkSpeakers", () => {
  it("merges one full name with a role in common, and says why", async () => {
    const [one] = await linked([
      [QUILL, "2026-03-01"],
      [QUILL_LATER, "2026-03-09"],
    ]);
    expect(one!.name).toBe("Ana Quill");
    expect(one!.members.map((m) => [m.article, m.by])).toEqual([
      ["a", "speaker/across-first"],
      ["b", "speaker/across-full-name"],
    ]);
    expect(one!.members[1]!.why).toMatch(/^the same full name; both are called “.*mayor/);
    expect(one!.members.map((m) => m.statements)).toEqual([1, 1]);
  });

  it("keeps two bearers of a name apart whose roles share nothing, and names each to the other", async () => {
    const groups = await linked([
      [QUILL, "2026-03-01"],
      [OTHER_QUILL, "2026-03-01"],
    ]);
    expect(shown(groups)).toEqual(["a Ana Quill", "b Ana Quill"]);
    expect(groups[0]!.maybe.map((m) => m.id)).toEqual([groups[1]!.id]);
    expect(groups[1]!.maybe.map((m) => m.id)).toEqual([groups[0]!.id]);
  });

  it("takes a rare name for one person where nothing speaks against it, a common one not", async () => {
    const said = (name: string) => `${name} shook hands. “We start now,” ${name} said.`;
    const twice = (name: string) =>
      linked([
        [said(name), "2026-03-01", "The Tide"],
        [said(name), "2026-05-01", "The Post"],
      ]);
    expect(shown(await twice("Zoltan Brandvik"))).toEqual(["a Zoltan Brandvik + b Zoltan Brandvik"]);
    const two = await twice("John Miller");
    expect(shown(two)).toEqual(["a John Miller", "b John Miller"]);
    expect(two[0]!.maybe[0]!.why).toBe("the same full name, but a common one, and no more");
  });

  it("gives a surname to the one who bears it and the same role", async () => {
    const alone = "“There is snow on the road,” Mayor Quill said.";
    expect(
      shown(
        await linked([
          [QUILL, "2026-03-01"],
          [alone, "2026-03-02"],
        ]),
      ),
    ).toEqual(["a Ana Quill + b Quill"]);
  });

  it("does not choose between two people of a surname", async () => {
    const bo = "Bo Quill, the coach of Sarn, waved. “Good evening,” he said.";
    const alone = "“There is snow on the road,” Quill said.";
    const groups = await linked([
      [QUILL, "2026-03-01"],
      [bo, "2026-03-01"],
      [alone, "2026-03-02"],
    ]);
    expect(shown(groups)).toEqual(["a Ana Quill", "b Bo Quill", "c Quill"]);
    expect(groups.find((g) => g.members[0]!.article === "c")!.maybe).toHaveLength(2);
  });

  it("never merges speakers whom one article tells apart", async () => {
    const both =
      "Ana Quill, the mayor, and Alan Quill, her brother, disagree. “Yes,” Ana Quill said. “No,” Alan Quill said.";
    const short = "A. Quill, the mayor, spoke. “Perhaps,” Quill said.";
    for (const { members } of await linked([
      [both, "2026-03-01"],
      [short, "2026-03-02"],
    ]))
      expect(new Set(members.map((m) => m.article)).size).toBe(members.length);
  });

  it("finds the holder of an office by the day, under any spelling that the gazetteer knows", async () => {
    const full = "Volodymyr Zelenskyy spoke at night. “We hold,” Zelenskyy said.";
    const other = "Volodymyr Zelensky spoke at noon. “We held,” Zelensky said.";
    const office = "“We will hold,” the Ukrainian president said.";
    const groups = await linked([
      [full, "2025-03-01"],
      [other, "2025-03-02"],
      [office, "2025-03-03"],
    ]);
    expect(shown(groups)).toEqual(["a Volodymyr Zelenskyy + b Volodymyr Zelensky + c Ukrainian president"]);
    expect(
      shown(
        await linked([
          [full, "2025-03-01"],
          [office, "2018-03-03"],
        ]),
      ),
    ).toHaveLength(2);
  });

  it("links a description to the one who is called so elsewhere at that time", async () => {
    const named = "Ida Moe, the harbour chief of Orlin, was cold. “It froze,” Moe said.";
    const described = "“It will freeze again,” the harbour chief of Orlin said.";
    expect(
      shown(
        await linked([
          [named, "2026-03-01"],
          [described, "2026-03-20"],
        ]),
      ),
    ).toHaveLength(1);
    expect(
      shown(
        await linked([
          [named, "2026-03-01"],
          [described, "2026-09-20"],
        ]),
      ),
    ).toHaveLength(2);
  });

  it("keeps groups and unnamed sources in their own articles", async () => {
    const text = "Critics said the plan was late. A senior official said it was not.";
    expect(
      shown(
        await linked([
          [text, "2026-03-01"],
          [text.replace("late", "dear"), "2026-03-02"],
        ]),
      ),
    ).toHaveLength(4);
  });

  it("merges bodies of one name, not a person with a body", async () => {
    const a =
      "The Orlin Dock Workers’ Union rejected the offer. “No,” the Orlin Dock Workers’ Union said in a statement.";
    const b = "“Still no,” the Orlin Dock Workers’ Union said.";
    expect(
      shown(
        await linked([
          [a, "2026-03-01"],
          [b, "2026-03-02"],
        ]),
      ),
    ).toHaveLength(1);
  });

  it("does as a person decides, against every rule", async () => {
    const [a, b] = [
      { article: "a", speaker: "s1" },
      { article: "b", speaker: "s1" },
    ];
    const articles = [
      [QUILL, "2026-03-01"],
      [QUILL_LATER, "2026-03-09"],
    ] as const;
    expect(await linked(articles)).toHaveLength(1);
    expect(await linked(articles, { decisions: [{ verdict: "apart", a, b }] })).toHaveLength(2);
    const others = [
      [QUILL, "2026-03-01"],
      [OTHER_QUILL, "2026-03-01"],
    ] as const;
    const [one] = await linked(others, { decisions: [{ verdict: "same", a: b, b: a }] });
    expect(one!.members[1]).toMatchObject({ article: "b", by: "decision", confidence: 1 });
  });

  it("gives the same groups in whatever order the articles come", async () => {
    const texts: [string, string][] = [
      [QUILL, "2026-03-01"],
      [QUILL_LATER, "2026-03-09"],
      [OTHER_QUILL, "2026-03-04"],
      ["“There is snow on the road,” Mayor Quill said.", "2026-03-02"],
      ["Bo Lind, a driver, shrugged. “I wait,” Lind said.", "2026-03-03"],
    ];
    const readings = await Promise.all(texts.map(([text, day], i) => read(text, "abcdef"[i]!, day)));
    const want = linkSpeakers(readings);
    fc.assert(
      fc.property(fc.shuffledSubarray(readings, { minLength: readings.length }), (some) => {
        expect(linkSpeakers(some)).toEqual(want);
      }),
      { seed: 7, numRuns: 20 },
    );
  });

  it("is quick with many speakers of one name", async () => {
    const reading = await read(QUILL, "a", "2026-03-01");
    const many = Array.from({ length: 5000 }, (_, i) => ({ ...reading, article: { ...reading.article, id: `x${i}` } }));
    const groups = linkSpeakers(many);
    expect(groups).toHaveLength(1);
    expect(groups[0]!.members).toHaveLength(5000);
  });
});
