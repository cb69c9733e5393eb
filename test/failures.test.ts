/** failures.cases.txt, end to end through readArticle. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Reading, readArticle, type Span, type Statement } from "../src/index.ts";

interface Case {
  readonly group: string;
  readonly text: string;
  readonly expected: string[];
}

function casesOf(file: string): Case[] {
  const out: Case[] = [];
  let group = "";
  for (const line of file.split("\n")) {
    if (line === "" || line.startsWith("# ")) continue;
    if (line.startsWith("== ")) group = line.slice(3);
    else if (line.startsWith(">")) out.at(-1)!.expected.push(line);
    else out.push({ group, text: line.replaceAll("¶", "\n\n"), expected: [] });
  }
  return out;
}

function words(reading: Reading, spans: readonly Span[]): string {
  return spans.map((s) => reading.article.text.slice(s.start, s.end)).join(" + ");
}

/** The statement in the notation of the expectation, with the fields that it asks for. */
function shown(reading: Reading, s: Statement, keys: readonly string[]): string[] {
  const fields: Record<string, unknown> = {
    kind: s.kind,
    type: s.type,
    form: s.form,
    negated: s.negated,
    when: s.saidAt?.value,
    source: words(reading, s.source),
  };
  return [
    s.speaker?.name ?? "?",
    words(reading, s.cue),
    words(reading, s.content),
    ...keys.map((k) => `${k}=${fields[k]}`),
  ];
}

function matches(reading: Reading, s: Statement, wanted: readonly string[]): boolean {
  const keys = wanted.slice(3).map((pair) => pair.split("=")[0]!);
  const got = shown(reading, s, keys);
  return wanted.every((want, i) => want === "*" || want === got[i] || (i === 0 && sameName(want, got[0]!)));
}

/** The fullest name may carry more than the case names ("Ms Reyes", "the harbour chief"). */
function sameName(want: string, got: string): boolean {
  return got.endsWith(` ${want}`);
}

function check(reading: Reading, line: string): void {
  const all = reading.statements.map((s) => shown(reading, s, ["kind", "type", "form", "negated", "when"]).join(" | "));
  if (line === "> nothing") {
    expect(all).toEqual([]);
    return;
  }
  if (line.startsWith(">! ")) {
    for (const s of reading.statements) expect(words(reading, s.content)).not.toContain(line.slice(3));
    return;
  }
  const [speaker, cue, content, fields] = line.slice(2).split(" | ");
  const wanted = [speaker!, cue!, content!, ...(fields ?? "").split(" ").filter(Boolean)];
  const found = reading.statements.some((s) => matches(reading, s, wanted));
  expect(found, `wanted ${line}\ngot\n${all.join("\n")}`).toBe(true);
}

const cases = casesOf(readFileSync(new URL("failures.cases.txt", import.meta.url), "utf8"));

describe("failures that users reported", () => {
  it.each(cases.map((c) => [c.group, c.text, c] as const))("%s: %s", async (_, text, c) => {
    const reading = await readArticle(text, {
      published: "2026-03-11",
      format: text.startsWith("<") ? "html" : "text",
    });
    for (const line of c.expected) check(reading, line);
  });
});
