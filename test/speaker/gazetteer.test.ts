/** The gazetteer helps to say who “the US president” was on a day; nobody is named whom the text does not name. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type GazetteerEntry, packageResources, parseGazetteer, readArticle } from "../../src/index.ts";

const speakersOf = async (text: string, published?: string, gazetteer?: readonly GazetteerEntry[]) => {
  const options = { format: "text" as const, ...(published && { published }), ...(gazetteer && { gazetteer }) };
  return (await readArticle(text, options)).statements.map((s) => s.speaker?.name);
};

const SUMMIT = (who: string) =>
  `Donald Trump and Vladimir Putin met for an hour. Joe Biden stayed at home.\n\n“We had a good talk,” ${who} said.`;

describe("an office by the gazetteer", () => {
  it.each([
    ["the US president", "2025-08-16", "Donald Trump"],
    ["the American president", "2018-07-16", "Donald Trump"],
    ["the US president", "2022-07-16", "Joe Biden"],
    ["the Russian president", "2025-08-16", "Vladimir Putin"],
    ["the president of Russia", "2025-08-16", "Vladimir Putin"],
  ])("%s on %s is %s", async (who, day, name) => {
    expect(await speakersOf(SUMMIT(who), day)).toEqual([name]);
  });

  it.each([
    ["the French president", "2025-08-16"],
    ["the former US president", "2025-08-16"],
    ["the US vice president", "2025-08-16"],
    ["the Russian foreign minister", "2025-08-16"],
    ["the Russian president", "1998-08-16"],
  ])("%s on %s is nobody that the text names", async (who, day) => {
    const [name] = await speakersOf(SUMMIT(who), day);
    expect(["Donald Trump", "Vladimir Putin", "Joe Biden"]).not.toContain(name);
  });

  it("takes a surname alone for the one holder who bears it", async () => {
    const text =
      "At noon Starmer met Macron.\n\n“It was frank,” the French president said. “And short,” the British prime minister said.";
    expect(await speakersOf(text, "2025-03-01")).toEqual(["Macron", "Starmer"]);
  });

  it("names nobody whom the text does not name", async () => {
    expect(await speakersOf("“It was frank,” the French president said.", "2025-03-01")).toEqual(["French president"]);
  });

  it("knows what the user's own entries say", async () => {
    const text = "Olaf Brandvik and Ida Moe met on the quay.\n\n“It was cold,” the harbour president said.";
    const own = parseGazetteer("Ida Moe\t\tpresident\tharbour board\t2024-01-01\t2025-12-31\n");
    expect(await speakersOf(text, "2025-03-01", own)).toEqual(["Ida Moe"]);
    expect(await speakersOf(text, "2026-03-01", own)).not.toEqual(["Ida Moe"]);
  });
});

describe("parseGazetteer", () => {
  it("reads names, aliases, offices and days", () => {
    const text = "# mine\n\nAna Quill\tA. Quill, Annie Quill\tmayor\tOrlin\t2024-05-01\t\r\nBo Lind\n";
    expect(parseGazetteer(text)).toEqual([
      { name: "Ana Quill", aliases: ["A. Quill", "Annie Quill"], office: "mayor", of: "Orlin", from: "2024-05-01" },
      { name: "Bo Lind", aliases: [] },
    ]);
  });

  it.each([
    ["\t\tmayor", "my.tsv, line 1: the name is missing."],
    ["# x\nA B\t\tmayor\tOrlin\t2024-02-30", "my.tsv, line 2: “2024-02-30” is no day."],
    ["A B\t\tmayor\tOrlin\tMay 2024", "my.tsv, line 1: “May 2024” is no day."],
    [
      "A B\t\tmayor\tOrlin\t2024-05-01\t2023-01-01",
      "my.tsv, line 1: the last day 2023-01-01 is before the first, 2024-05-01.",
    ],
    ["A\tB\tC\tD\t\t\tE", "my.tsv, line 1: 7 columns, at most 6 were expected."],
  ])("refuses %j", (text, message) => {
    expect(() => parseGazetteer(text, "my.tsv")).toThrow(message);
  });
});

describe("lexicon/office-holders.txt", () => {
  const text = readFileSync(new URL("../../lexicon/office-holders.txt", import.meta.url), "utf8");
  const entries = parseGazetteer(text, "lexicon/office-holders.txt");
  const nouns = new Set(
    packageResources()
      .lexicon.rows("person-nouns")
      .map(([noun]) => noun),
  );

  it("says where its facts come from", () => {
    expect(text).toMatch(/^# .*\n# Origin: .*[\s\S]*?Licence: /);
    expect(entries.length).toBeGreaterThan(150);
  });

  it("names offices that descriptions can name", () => {
    for (const { office = "" } of entries) {
      const head = office.includes(" of ") ? office.split(" ")[0]! : office.split(" ").at(-1)!;
      expect(nouns, `${office}: ${head}`).toContain(head);
    }
  });

  it("has one holder of an office at a time", () => {
    for (const a of entries)
      for (const b of entries) {
        if (a === b || a.office !== b.office || a.of !== b.of || a.office === "foreign secretary") continue;
        const apart = (a.to ?? "9") < b.from! || (b.to ?? "9") < a.from!;
        expect(apart, `${a.name} and ${b.name}, ${a.office} of ${a.of}`).toBe(true);
      }
  });
});
