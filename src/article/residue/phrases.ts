/** The word list lexicon/residue.txt in, look-up tables for its phrases out. */
import { BLOCK_KINDS, type BlockKind, type Lexicon } from "../../schema/index.ts";

/**
 * How a phrase must stand in a line. whole: it is the whole line. label: it stands before a colon, or a bar, at the start.
 * open: the line opens with it and also holds a `with` phrase of the same kind. part: anywhere. ui: one of the bits of a
 * row of buttons ("Share | Print").
 */
export type Mode = "whole" | "label" | "open" | "with" | "part" | "ui";

/** The phrases of one lexicon, ready for look-up. */
export interface Phrases {
  readonly whole: ReadonlyMap<string, BlockKind>;
  readonly label: ReadonlyMap<string, BlockKind>;
  readonly ui: ReadonlyMap<string, BlockKind>;
  /** By first word, so that a line looks only at the phrases that can open it. */
  readonly open: ReadonlyMap<string, readonly Phrase[]>;
  readonly with: ReadonlyMap<BlockKind, RegExp>;
  readonly part: readonly Phrase[];
  /** One test for all `part` phrases: most lines hold none. */
  readonly anyPart: RegExp;
}

export interface Phrase {
  readonly text: string;
  readonly kind: BlockKind;
}

const made = new WeakMap<Lexicon, Phrases>();

/** The residue phrases of a lexicon (made once for each). */
export function phrasesOf(lexicon: Lexicon): Phrases {
  let phrases = made.get(lexicon);
  if (!phrases) {
    phrases = build(lexicon.rows("residue"));
    made.set(lexicon, phrases);
  }
  return phrases;
}

function build(rows: readonly (readonly string[])[]): Phrases {
  const of = (mode: Mode): Phrase[] =>
    rows.filter((row) => row[1] === mode).map((row) => ({ kind: kindOf(row[0]!), text: row[2]! }));
  const map = (mode: Mode) => new Map(of(mode).map(({ text, kind }) => [text, kind]));
  const part = of("part");
  return {
    whole: map("whole"),
    label: map("label"),
    ui: map("ui"),
    open: byFirstWord(of("open")),
    with: withByKind(of("with")),
    part,
    anyPart: anyOf(part),
  };
}

function kindOf(name: string): BlockKind {
  const kind = BLOCK_KINDS.find((known) => known === name);
  if (!kind) throw new TypeError(`lexicon/residue.txt: “${name}” is no kind of block`);
  return kind;
}

function byFirstWord(phrases: readonly Phrase[]): Map<string, Phrase[]> {
  const map = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const word = phrase.text.split(" ", 1)[0]!;
    map.set(word, [...(map.get(word) ?? []), phrase]);
  }
  return map;
}

function withByKind(phrases: readonly Phrase[]): Map<BlockKind, RegExp> {
  const kinds = new Set(phrases.map((phrase) => phrase.kind));
  return new Map([...kinds].map((kind) => [kind, anyOf(phrases.filter((phrase) => phrase.kind === kind))]));
}

/** A plain alternation of escaped phrases between word edges: linear, nothing in it repeats. */
function anyOf(phrases: readonly Phrase[]): RegExp {
  const escaped = phrases.map(({ text }) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return escaped.length === 0 ? /(?!)/ : new RegExp(`(?<![\\w])(?:${escaped.join("|")})(?![\\w])`);
}
