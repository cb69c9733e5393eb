/** Any valid reading: a text of hostile characters, statements whose spans begin and end at words of it, every field given or not. */
import fc from "fast-check";
import {
  ACTS,
  CONDITION_KINDS,
  FORMS,
  KINDS,
  LEVELS,
  type Reading,
  readingSchema,
  SPEAKER_TYPES,
  type Span,
  STATEMENT_TYPES,
  type Statement,
} from "../../src/schema/index.ts";

const WORDS = [
  "said", "Ana", "“Yes,”", '"no"', "a,b", ";", "=1+1", "-2", "@x", "+3", "'tis", "<b>", "&amp;", "]]>", "{x}", "\\end", "%", "#1", "_a_",
  "😀", "👩‍👩‍👧", "\u{10ffff}", "東海林", "שלום", "مرحبا", "\u202eabc\u202c", "\u0000", "\u0007", "\u0085x", "x\u2028y", "\ufffe", "é", "~2f", "T1",
] as const; // biome-ignore format: one list

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  fc.string({ unit: "binary", minLength: 1, maxLength: 5 }).filter((text) => text.trim() === text && text !== ""),
);
const gap = fc.constantFrom(" ", " ", " ", "\n", "\n\n", "\r\n", "\t", "  ");
const pieces = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 30 });

/** Names and titles: what may stand in one cell. An apostrophe before a formula is not told from our own. */
const name = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" "))
  .filter((text) => !/^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text));
const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
const date = fc.constantFrom("2026-03-11", "2024-02-29", "1999-12-31");
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Without the fields that are undefined, as our types want it. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

function statement(spans: fc.Arbitrary<Span>, i: number) {
  const list = (maxLength: number) => fc.array(spans, { maxLength });
  const party = fc.record({ name, confidence: share });
  return fc
    .record({
      id: fc.constant(`s${i + 1}`),
      source: list(2),
      cue: list(2),
      content: list(3),
      kind: fc.constantFrom(...KINDS),
      form: maybe(fc.constantFrom(...FORMS)),
      act: fc.constantFrom(...ACTS),
      parent: i === 0 ? fc.constant(undefined) : maybe(fc.integer({ min: 1, max: i }).map((n) => `s${n}`)),
      confidence: share,
      decisions: fc.constant([]),
      speaker: maybe(
        fc.record({
          name,
          confidence: share,
          type: fc.constantFrom(...SPEAKER_TYPES),
          speaker: fc.constantFrom("p1", "p2"),
        }),
      ),
      addressee: maybe(party),
      via: maybe(party),
      where: maybe(party),
      level: fc.constantFrom(...LEVELS),
      saidAt: maybe(
        fc.record({
          value: fc.oneof(
            date,
            fc.tuple(date, date).map((pair) => pair.sort().join("/")),
          ),
          implied: fc.boolean(),
          confidence: share,
        }),
      ),
      type: fc.constantFrom(...STATEMENT_TYPES),
      typeConfidence: share,
      negated: fc.boolean(),
      hypothetical: fc.boolean(),
      historical: fc.boolean(),
      conditions: fc.array(
        fc.tuple(spans, fc.constantFrom(...CONDITION_KINDS)).map(([span, kind]) => ({ ...span, kind })),
        {
          maxLength: 2,
        },
      ),
      probability: maybe(fc.record({ value: share, span: spans })),
      answered: maybe(fc.boolean()),
    })
    .map(compact);
}

/** Where words begin and end; the text ends with one, so that no span has white space at its edges. */
function textOf(parts: readonly (readonly [string, string])[]) {
  let text = "";
  const words: Span[] = [];
  for (const [i, [one, between]] of parts.entries()) {
    words.push({ start: text.length, end: text.length + one.length });
    text += i + 1 < parts.length ? one + between : one;
  }
  return { text, words };
}

/** Blocks of the lines; some are residue. */
function blocksOf(text: string) {
  return Array.from(text.matchAll(/[^\n]+/g), ({ 0: line, index }, i) => ({
    start: index,
    end: index + line.length,
    kind: (["body", "heading", "quote", "caption"] as const)[i % 4]!,
    by: "test/given",
  }));
}

export const readings: fc.Arbitrary<Reading> = pieces.chain((parts) => {
  const { text, words } = textOf(parts);
  const spans = fc.tuple(fc.nat(words.length - 1), fc.nat(3)).map(([from, more]) => ({
    start: words[from]!.start,
    end: words[Math.min(from + more, words.length - 1)]!.end,
  }));
  const statements = fc.nat(4).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => statement(spans, i))));
  const article = fc
    .record({ id: name, title: maybe(name), byline: maybe(name), publisher: maybe(name), published: maybe(date) })
    .map((head) => ({
      ...compact(head),
      text,
      blocks: blocksOf(text),
      offsetMap: { origin: "text" as const, runs: [] },
      messages: [],
    }));
  const speaker = (id: string) =>
    fc.record({
      id: fc.constant(id),
      name,
      type: fc.constantFrom(...SPEAKER_TYPES),
      aliases: fc.array(name, { maxLength: 2 }),
      roles: fc.array(name, { maxLength: 2 }),
      mentions: fc.constant([]),
    });
  return fc
    .record({ article, statements, speakers: fc.tuple(speaker("p1"), speaker("p2")) })
    .map((parts_) => readingSchema.parse({ onrecord: "0.2.0", messages: [], ...parts_ }) as Reading);
});

/** Seeded: the same readings every time. */
export function forReadings(check: (reading: Reading) => void | Promise<void>, numRuns = 150): Promise<void> {
  return fc.assert(
    fc.asyncProperty(readings, async (reading) => check(reading)),
    { seed: 20260311, numRuns },
  );
}

/** A statement of which something stands in the text. */
export const isPlaced = (s: Statement) => [...s.source, ...s.cue, ...s.content, ...s.conditions].length > 0;
