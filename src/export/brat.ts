/**
 * A reading as brat standoff: the text, and annotations that point into it. Offsets count code points, as brat's do. Each span is a
 * T line; a statement hangs on its first content span (else cue, condition, source): R lines lead from there to its other spans and to the
 * statement around it, A lines hold its values from closed sets, and a note holds the rest as JSON.
 */
import type { Reading, Span, Statement } from "../schema/index.ts";
import { pairsBefore, type Texts, textsOf } from "./selectors.ts";

export interface Brat {
  readonly txt: string;
  readonly ann: string;
}

const TYPES = { source: "Source", cue: "Cue", content: "Content", condition: "Condition" } as const;

/** What Python takes for the end of a line, which brat is written in. */
const LINE_ENDS = /[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;

const oneLine = (text: string) => text.replace(LINE_ENDS, " ").replaceAll("\t", " ");

/** JSON that has no line end in it. */
const json = (value: object) =>
  JSON.stringify(value).replace(LINE_ENDS, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** brat takes no span over a line break: the parts on each line, without white space at their edges. */
function fragments(text: string, { start, end }: Span): Span[] {
  const out: Span[] = [];
  for (const { 0: line, index } of text.slice(start, end).matchAll(/[^\n]+/g)) {
    const words = line.trim();
    if (words === "") continue;
    const from = start + index + line.indexOf(words);
    out.push({ start: from, end: from + words.length });
  }
  return out;
}

/** Lines of an .ann file, numbered as they are made. */
function annotations(text: string, texts: Texts) {
  const lines: string[] = [];
  const counts = { T: 0, R: 0, A: 0, "#": 0 };
  const add = (letter: keyof typeof counts, value: string): string => {
    const id = `${letter}${++counts[letter]}`;
    lines.push(`${id}\t${value}\n`);
    return id;
  };
  const at = (offset: number) => offset - pairsBefore(texts, offset);
  return {
    lines,
    /** undefined for a span without words. */
    span(type: string, span: Span): string | undefined {
      const parts = fragments(text, span);
      if (parts.length === 0) return undefined;
      const where = parts.map(({ start, end }) => `${at(start)} ${at(end)}`).join(";");
      const words = parts.map(({ start, end }) => oneLine(text.slice(start, end))).join(" ");
      return add("T", `${type} ${where}\t${words}`);
    },
    relation: (type: string, from: string, to: string) => add("R", `${type} Arg1:${from} Arg2:${to}`),
    attribute: (name: string, of: string, value?: string) =>
      add("A", value === undefined ? `${name} ${of}` : `${name} ${of} ${value}`),
    note: (of: string, value: object) => add("#", `AnnotatorNotes ${of}\t${json(value)}`),
  };
}

type Lines = ReturnType<typeof annotations>;

/** Its T lines; gives the one that the statement hangs on. */
function spans(s: Statement, lines: Lines): string | undefined {
  const made = (role: keyof typeof TYPES, all: readonly Span[]) =>
    all.map((span) => ({ role, id: lines.span(TYPES[role], span) })).filter(({ id }) => id !== undefined);
  const all = [
    ...made("content", s.content),
    ...made("cue", s.cue),
    ...made("condition", s.conditions),
    ...made("source", s.source),
  ];
  const anchor = all[0]?.id;
  for (const { role, id } of all.slice(1)) lines.relation(TYPES[role], anchor!, id!);
  return anchor;
}

function values(s: Statement, anchor: string, lines: Lines): void {
  lines.attribute("Kind", anchor, s.kind);
  if (s.form) lines.attribute("Form", anchor, s.form);
  lines.attribute("Act", anchor, s.act);
  lines.attribute("Type", anchor, s.type);
  lines.attribute("Level", anchor, s.level);
  if (s.speaker) lines.attribute("SpeakerType", anchor, s.speaker.type);
  if (s.answered !== undefined) lines.attribute("Answered", anchor, s.answered ? "yes" : "no");
  for (const flag of ["negated", "hypothetical", "historical"] as const) {
    if (s[flag]) lines.attribute(flag[0]!.toUpperCase() + flag.slice(1), anchor);
  }
  lines.note(anchor, {
    id: s.id,
    speaker: s.speaker?.name,
    addressee: s.addressee?.name,
    via: s.via?.name,
    where: s.where?.name,
    when: s.saidAt?.value,
    probability: s.probability?.value,
    conditionKind: s.conditions.length > 0 ? s.conditions.map(({ kind }) => kind) : undefined,
    confidence: s.confidence,
  });
}

/** The pair of files. A statement of which nothing stands in the text has no place in them. */
export function toBrat({ article, statements }: Reading): Brat {
  const lines = annotations(article.text, textsOf(article));
  const anchors = new Map<string, string>();
  for (const s of statements) {
    const anchor = spans(s, lines);
    if (anchor === undefined) continue;
    anchors.set(s.id, anchor);
    values(s, anchor, lines);
  }
  for (const { id, parent } of statements) {
    const [own, outer] = [anchors.get(id), parent === undefined ? undefined : anchors.get(parent)];
    if (own !== undefined && outer !== undefined) lines.relation("Inside", own, outer);
  }
  return { txt: article.text, ann: lines.lines.join("") };
}

/** A file name that an id can be told from again: other characters than letters, digits, `-`, `_` and `.` are `~` and the byte in hex. */
export function bratName(id: string): string {
  const bytes = new TextEncoder().encode(id);
  const plain = Array.from(bytes, (byte, i) => {
    const c = String.fromCharCode(byte);
    return /[A-Za-z0-9_-]/.test(c) || (c === "." && i > 0) ? c : `~${byte.toString(16).padStart(2, "0")}`;
  });
  return plain.join("").slice(0, 200) || "article";
}
