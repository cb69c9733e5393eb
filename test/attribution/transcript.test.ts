/** Transcripts by their speakers' labels, also inside quotation marks that each paragraph opens anew. */
import { describe, expect, it } from "vitest";
import { readArticle } from "../../src/index.ts";

const turnsOf = async (text: string) =>
  (await readArticle(text, { format: "text" })).statements
    .filter((s) => s.form === "transcript" && s.parent === undefined)
    .map((s) => s.speaker?.name.toUpperCase());

const TURNS = [
  "MARSH: Will the dam hold?",
  "QUILL: It will hold until June.",
  "MARSH: And then?",
  "QUILL: Then we must build.",
];

describe("a transcript", () => {
  it("gives each turn to its label", async () => {
    expect(await turnsOf(`Partial transcript as follows:\n\n${TURNS.join("\n\n")}`)).toEqual([
      "MARSH",
      "QUILL",
      "MARSH",
      "QUILL",
    ]);
  });

  it.each([
    ['"', ""],
    ["“", ""],
    ["“", "”"],
  ])("in quotation marks: %s…%s", async (open, close) => {
    const text = `Partial transcript as follows:\n\n${TURNS.map((turn) => open + turn + close).join("\n\n")}`;
    expect(await turnsOf(text)).toEqual(["MARSH", "QUILL", "MARSH", "QUILL"]);
  });

  it("is no text whose quotations begin with a word and a colon once", async () => {
    expect(await turnsOf("“Look: it will hold,” Ana Quill said.\n\n“Wait: there is more,” she said.")).toEqual([]);
  });
});
