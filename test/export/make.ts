/** Readings made by hand: statements are given by their words, and the spans are found in the text. */
import type { Article, BlockKind, Reading, Span, Speaker, Statement } from "../../src/schema/index.ts";

/** Words of the text; a number picks a later occurrence: `["said", 1]` is the second. */
export type Words = string | readonly [string, number];

/** A statement by its words. */
export interface Sketch extends Partial<Omit<Statement, "source" | "cue" | "content" | "conditions" | "speaker">> {
  readonly source?: readonly Words[];
  readonly cue?: readonly Words[];
  readonly content?: readonly Words[];
  readonly conditions?: readonly (readonly [Statement["conditions"][number]["kind"], Words])[];
  /** Name, or name and confidence; `?` alone for none. */
  readonly speaker?: string | readonly [string, number];
  readonly speakerType?: Speaker["type"];
}

/** The span of the words in the text. */
export function find(text: string, words: Words): Span {
  const [needle, occurrence] = typeof words === "string" ? [words, 0] : words;
  let start = -1;
  for (let i = 0; i <= occurrence; i++) {
    start = text.indexOf(needle, start + 1);
    if (start < 0) throw new Error(`not in the text: ${needle} (${occurrence})`);
  }
  return { start, end: start + needle.length };
}

function statement(text: string, sketch: Sketch, i: number, ids: Map<string, string>): Statement {
  const { source = [], cue = [], content = [], conditions = [], speaker, speakerType = "person", ...rest } = sketch;
  const all = (words: readonly Words[]) => words.map((w) => find(text, w));
  const [name, confidence] = typeof speaker === "string" ? [speaker, 0.9] : (speaker ?? []);
  return {
    id: `s${i + 1}`,
    kind: "indirect",
    act: "speech",
    confidence: 0.9,
    decisions: [],
    level: "named",
    type: "assertion",
    typeConfidence: 0.8,
    negated: false,
    hypothetical: false,
    historical: false,
    ...rest,
    source: all(source),
    cue: all(cue),
    content: all(content),
    conditions: conditions.map(([kind, words]) => ({ ...find(text, words), kind })),
    ...(name === undefined
      ? {}
      : { speaker: { name, confidence: confidence!, type: speakerType, speaker: ids.get(name)! } }),
  };
}

/** Blocks of the paragraphs; `kinds` gives those that are not body, by the words they start with. */
function blocksOf(text: string, kinds: Readonly<Record<string, BlockKind>>): Article["blocks"] {
  const out: Article["blocks"][number][] = [];
  for (const { 0: words, index } of text.matchAll(/[^\n]+/g)) {
    const kind = Object.entries(kinds).find(([start]) => words.startsWith(start))?.[1] ?? "body";
    out.push({ start: index, end: index + words.length, kind, by: "test/given" });
  }
  return out;
}

export interface Given {
  readonly text: string;
  readonly statements?: readonly Sketch[];
  readonly kinds?: Readonly<Record<string, BlockKind>>;
  readonly article?: Partial<Article>;
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  readonly messages?: Reading["messages"];
  readonly input?: string;
}

/** A reading of the text with these statements. */
export function reading({
  text,
  statements = [],
  kinds = {},
  article = {},
  roles = {},
  messages = [],
  input,
}: Given): Reading {
  const names = statements.map((s) => (typeof s.speaker === "string" ? s.speaker : s.speaker?.[0]));
  const distinct = [...new Set(names.filter((name) => name !== undefined))];
  const ids = new Map(distinct.map((name, i) => [name, `p${i + 1}`]));
  return {
    onrecord: "0.1.0",
    ...(input === undefined ? {} : { input }),
    article: {
      id: "test",
      text,
      blocks: blocksOf(text, kinds),
      offsetMap: {
        origin: "text",
        runs: [{ textStart: 0, length: text.length, originStart: 0, originLength: text.length }],
      },
      messages: [],
      ...article,
    },
    statements: statements.map((s, i) => statement(text, s, i, ids)),
    speakers: distinct.map((name) => ({
      id: ids.get(name)!,
      name,
      type: "person",
      aliases: [],
      roles: [...(roles[name] ?? [])],
      mentions: [],
    })),
    messages: [...messages],
  };
}
