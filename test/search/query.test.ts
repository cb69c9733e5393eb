/** The query language: what is read how, and where what cannot be read is shown. */
import { describe, expect, it } from "vitest";
import { OnrecordError } from "../../src/schema/index.ts";
import type { QueryNode } from "../../src/search/query/node.ts";
import { parseQuery } from "../../src/search/query/parse.ts";

/** The tree in short: (and a (or b "c d")). */
function short(node: QueryNode | undefined): string {
  if (!node) return "";
  if (node.kind === "words") return node.words.join("_") + (node.prefix ? "*" : "");
  if (node.kind === "field") return `${node.field}${node.operator}${node.value}`;
  if (node.kind === "not") return `(not ${short(node.part)})`;
  return `(${[node.kind, ...node.parts.map(short)].join(" ")})`;
}

describe("a query", () => {
  it.each([
    ["", ""],
    ["dam", "dam"],
    ["Dam  WALL", "(and dam wall)"],
    ["dam AND wall", "(and dam wall)"],
    ["a b OR c d", "(or (and a b) (and c d))"],
    ["a (b OR c)", "(and a (or b c))"],
    ["a -b", "(and a (not b))"],
    ["a NOT (b c)", "(and a (not (and b c)))"],
    ["NOT NOT a", "(not (not a))"],
    ["a - b", "(and a b)"],
    ["and or not", "(and and or not)"],
    ['"The dam, at last"', "the_dam_at_last"],
    ["“the dam” „die Mauer“ «le mur»", "(and the_dam die_mauer le_mur)"],
    ["pay*", "pay*"],
    ['"the da"*', "the_da*"],
    ["don’t", "don_t"],
    ["Wałęsa Straße", "(and walesa strasse)"],
    ["peace & security", "(and peace security)"],
    ["10:30 http://a.example/b", "(and 10_30 http_a_example_b)"],
    ["speaker:Quill Type:demand", "(and speaker:Quill type:demand)"],
    ['speaker:"Ana Quill" dam', "(and speaker:Ana Quill dam)"],
    ["said>=2026-03 published<2026 confidence>0.5", "(and said>=2026-03 published<2026 confidence>0.5)"],
    ["-speaker:quill", "(not speaker:quill)"],
  ])("%s is read as %s", (text, expected) => {
    expect(short(parseQuery(text))).toBe(expected);
  });

  it.each([
    ["dam AND", "       ^", "behind AND"],
    ["OR dam", "^", "a word"],
    ["(dam OR wall", "            ^", "closes the bracket"],
    ["dam)", "   ^", "before this"],
    ["()", " ^", "behind ("],
    ['dam "wall', "    ^", "closing quotation mark"],
    ["dam speaker:", "            ^", "a value behind speaker:"],
    ["a*", "^", "at least 2 letters"],
    ["  ?!", "  ^", "letters or digits"],
    ["dam\n\t AND", "         ^", "behind AND"],
  ])("%j is shown where it cannot be read", (text, caret, expected) => {
    const error = failure(text);
    expect(error.code).toBe("bad-query");
    const [line, below] = error.hint!.split("\n");
    expect(line).toBe(text.replace(/[\n\t]/g, " "));
    expect(below!.startsWith(`${caret} expected`)).toBe(true);
    expect(below).toContain(expected);
    expect(error.message).toContain(`character ${caret.length}`);
  });

  it("is refused if it is too long, too deep or has too many words", () => {
    expect(failure("a".repeat(4001)).message).toContain("at most 4000 characters");
    expect(failure("(".repeat(500)).message).toContain("at most 40 brackets");
    expect(failure("- ".repeat(3).concat("-(".repeat(100))).message).toContain("at most 40 brackets");
    expect(failure("ab ".repeat(201)).message).toContain("at most 200 words");
  });

  it("that is long is shown around the place", () => {
    const [line, below] = failure(`${"word ".repeat(40)} ) ${"more ".repeat(40)}`).hint!.split("\n");
    expect(line!.length).toBeLessThan(90);
    expect(line![below!.indexOf("^")]).toBe(")");
  });
});

function failure(text: string): OnrecordError {
  try {
    parseQuery(text);
  } catch (error) {
    if (error instanceof OnrecordError) return error;
    throw error;
  }
  throw new Error(`${text} was read`);
}
