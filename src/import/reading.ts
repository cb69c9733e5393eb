/** An annotated article -> a reading, so that what others annotated can be stored, searched and exported. What it does not say gets a default, and a decision that says so. */
import {
  type AnnotatedArticle,
  type AnnotatedStatement,
  type Article,
  OnrecordError,
  type Party,
  type Reading,
  type Span,
  type Speaker,
  type Statement,
} from "../schema/index.ts";

const spansOf = (pairs: AnnotatedStatement["source"]): Span[] => (pairs ?? []).map(([start, end]) => ({ start, end }));

/** Lines of the text; those that hold residue are kept apart. */
function blocksOf(text: string, residue: readonly Span[]): Article["blocks"] {
  const out: Article["blocks"][number][] = [];
  const apart = new Set(residue.map(({ start }) => start));
  for (const { 0: words, index } of text.matchAll(/[^\n]+/g)) {
    const kind = apart.has(index) ? "other-residue" : "body";
    if (words.trim() !== "") out.push({ start: index, end: index + words.length, kind, by: "import/lines" });
  }
  return out;
}

function articleOf(annotated: AnnotatedArticle): Article {
  const { id, title, byline, publisher, url, date, text, residue } = annotated;
  if (text === undefined) {
    throw new OnrecordError("bad-record", `The annotations of article ${id} came without its text.`, {
      hint: "Give the text: {...article, text}.",
    });
  }
  const known = { title, byline, publisher, url, published: date };
  const given = Object.entries(known).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const length = text.length;
  return {
    id,
    ...(Object.fromEntries(given) as Partial<Article>),
    text,
    blocks: blocksOf(text, spansOf(residue)),
    offsetMap: { origin: "text", runs: [{ textStart: 0, length, originStart: 0, originLength: length }] },
    messages: [],
  };
}

/** The first name that is one. */
function nameOf(speaker: AnnotatedStatement["speaker"]): string | undefined {
  const names = typeof speaker === "string" ? [speaker] : Array.isArray(speaker) ? speaker : [speaker?.name];
  return names.find((name) => typeof name === "string" && name !== "") ?? undefined;
}

/** Speakers of one name are one. */
function speakersOf(attributions: readonly AnnotatedStatement[]): Map<string, Speaker> {
  const out = new Map<string, Speaker>();
  for (const a of attributions) {
    const name = nameOf(a.speaker);
    if (name === undefined) continue;
    const known = out.get(name) ?? {
      id: `s${out.size + 1}`,
      name,
      type: "unknown",
      aliases: [],
      roles: [],
      mentions: [],
    };
    known.mentions.push(...spansOf(a.source));
    out.set(name, known.type === "unknown" ? { ...known, type: a.speakerType ?? "unknown" } : known);
  }
  return out;
}

const party = (name: string | null | undefined): Party | undefined =>
  name === null || name === undefined || name === "" ? undefined : { name, confidence: 1 };

const absentLeftOut = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<T>;

const DEFAULTED = ["kind", "act", "level", "type"] as const;

function decisionsOf(a: AnnotatedStatement, by: string): Statement["decisions"] {
  const defaults = DEFAULTED.filter((field) => a[field] === undefined || a[field] === null);
  return [
    { field: "content", by },
    ...defaults.map((field) => ({ field, by: "import/default", why: "not annotated" })),
  ];
}

function statement(a: AnnotatedStatement, i: number, speakers: ReadonlyMap<string, Speaker>, by: string): Statement {
  const name = nameOf(a.speaker);
  const [source] = spansOf(a.source);
  const known = name === undefined ? undefined : speakers.get(name);
  const conditions = spansOf(a.condition).map((span, n) => ({
    ...span,
    kind: a.conditionKind?.[n] ?? ("if" as const),
  }));
  const optional = {
    form: a.form ?? undefined,
    parent: a.parent ?? undefined,
    speaker: known && {
      name: known.name,
      type: a.speakerType ?? "unknown",
      speaker: known.id,
      confidence: 1,
      ...(source && { span: source }),
    },
    addressee: party(a.addressee),
    via: party(a.via),
    where: party(a.where),
    saidAt: a.when ? { value: a.when, implied: false, confidence: 1 } : undefined,
    answered: a.answered ?? undefined,
  };
  return {
    id: a.id ?? `a${i + 1}`,
    source: spansOf(a.source),
    cue: spansOf(a.cue),
    content: spansOf(a.content),
    kind: a.kind ?? "indirect",
    act: a.act ?? "speech",
    confidence: a.confidence ?? 1,
    decisions: decisionsOf(a, by),
    level: a.level ?? (known ? "named" : "unattributed"),
    type: a.type ?? "assertion",
    typeConfidence: a.type ? 1 : 0,
    negated: a.negated === true,
    hypothetical: a.hypothetical === true,
    historical: a.historical === true,
    conditions,
    ...absentLeftOut(optional),
  };
}

/**
 * The reading. A stated chance has no span in gold's layout, so it is left out; a speaker's aliases and roles are not in it.
 * @param by names what made the annotations, for `onrecord explain`, e.g. "import/brat"
 * @throws OnrecordError `bad-record` if the article has no text
 */
export function readingOf(annotated: AnnotatedArticle, by: string, onrecord: string): Reading {
  const speakers = speakersOf(annotated.attributions);
  return {
    onrecord,
    article: articleOf(annotated),
    statements: annotated.attributions.map((a, i) => statement(a, i, speakers, by)),
    speakers: [...speakers.values()],
    messages: [],
  };
}
