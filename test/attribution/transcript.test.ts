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

describe("labels of other conventions", () => {
  it("time codes, wide spaces after Q, stage notes", async () => {
    const text =
      "[00:12:31] THE PRESIDENT: We will build the wall.\n\n[00:12:40] Q    Will you sign?\n\n[00:12:44] THE PRESIDENT: I will.\n\n[00:12:50] MS REYES (rising): When?";
    expect(await turnsOf(text)).toEqual(["PRESIDENT", "REPORTER", "PRESIDENT", "REYES"]);
  });

  it("constituency and party in brackets, numbered questions, an office with its holder's name", async () => {
    const text =
      "1. Ada Quill (Northshore) (Lab): Will he rebuild the pier?\n\nThe Minister for Harbours (Sol Marsh): We will rebuild it by—\n\nAda Quill: When?\n\nSol Marsh: In March.";
    expect(await turnsOf(text)).toEqual(["ADA QUILL", "SOL MARSH", "ADA QUILL", "SOL MARSH"]);
  });

  it("Q. and A.", async () => {
    const text = "Q. Did you see the letter?\nA. I saw it.\nQ. Who gave it to you?\nA. The clerk gave it to me.";
    expect(await turnsOf(text)).toEqual(["REPORTER", "RESPONDENT", "REPORTER", "RESPONDENT"]);
  });

  it("an initial is no answer where nobody asks", async () => {
    const text = "A. Quill opened the pier.\n\nA. Marsh closed it.\n\nA. Brandt was not there.\n\nA. Osei was.";
    expect(await turnsOf(text)).toEqual([]);
  });

  it("a name on a line of its own, a time below", async () => {
    const text =
      "Ada Quill\n00:12\nWe will rebuild it.\n\nSol Marsh\n00:19\nI doubt that.\n\nAda Quill\n00:31\nHe always does.";
    expect(await turnsOf(text)).toEqual(["ADA QUILL", "SOL MARSH", "ADA QUILL"]);
  });
});
