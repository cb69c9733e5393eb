/** A pair of brat files (.txt and .ann), ours or others' -> an annotated article. */
import type { AnnotatedStatement, Message, OnrecordError, Span } from "../../schema/index.ts";
import { unitsOf } from "../offsets.ts";
import { badRecord, type Imported, statementFrom, tryEach } from "../result.ts";
import { type Bound, type Group, groupsOf, INSIDE, type Role } from "./groups.ts";
import { type AnnLines, annLines, type TextBound } from "./lines.ts";

export interface BratPair {
  readonly txt: string;
  readonly ann: string;
}

/** Others' names of types -> ours; a type that is not named here keeps its own meaning, if it has one. */
export type BratTypes = Readonly<Record<string, Role>>;

export interface BratOptions {
  /** The article's id. */
  readonly id: string;
  readonly types?: BratTypes;
}

const ROLES: readonly Role[] = ["source", "cue", "content", "condition"];

function roleOf(type: string, types: BratTypes): Role | undefined {
  return types[type] ?? ROLES.find((role) => role === type.toLowerCase());
}

interface Context {
  readonly txt: string;
  readonly name: string;
  readonly errors: OnrecordError[];
  readonly messages: Message[];
}

/** The text-bound annotations that mean something to us; the types that do not are told once each. */
function boundOf({ spans }: AnnLines, types: BratTypes, { name, messages }: Context): Bound[] {
  const unknown = new Map<string, number>();
  const out: Bound[] = [];
  for (const span of spans) {
    const role = roleOf(span.type, types);
    if (role) out.push({ ...span, role });
    else unknown.set(span.type, (unknown.get(span.type) ?? 0) + 1);
  }
  for (const [type, n] of unknown) {
    messages.push({
      rule: "import/brat-type",
      text: `${name}: ${n} of type ${type}, which stands for no role, left out.`,
    });
  }
  return out;
}

/** \x1c to \x1e and \x85 end lines in Python, so our own writer put spaces in their place. */
const words = (text: string) => text.replace(/[\s\x1c-\x1e\x85]+/g, " ").trim();

/** Its spans in our units. Fragments that a line break parts are one span again: brat cannot hold it whole. */
function spansOf(bound: TextBound, units: ReturnType<typeof unitsOf>, { txt, messages }: Context): Span[] {
  const parts = bound.fragments.map(([from, to]) => {
    const [start, end] = [units(from), units(to)];
    if (start === undefined || end === undefined) throw badRecord(bound.place, `${from} ${to} lies outside the text`);
    return { start, end };
  });
  const found = parts.map(({ start, end }) => txt.slice(start, end)).join(" ");
  if (words(found) !== words(bound.words)) {
    const text = `${bound.place}: the text has “${words(found)}” where the annotation says “${words(bound.words)}”.`;
    messages.push({ rule: "import/text-differs", text, span: parts[0]! });
  }
  const out: Span[] = [];
  for (const part of parts.sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    const gap = last && txt.slice(last.end, part.start);
    if (last && gap !== undefined && /^\s*\n\s*$/.test(gap)) out[out.length - 1] = { start: last.start, end: part.end };
    else out.push(part);
  }
  return out;
}

type Values = Record<string, unknown>;

const CHOICES: Readonly<Record<string, string>> = {
  kind: "kind",
  form: "form",
  act: "act",
  type: "type",
  level: "level",
  speakertype: "speakerType",
};
const FLAGS: readonly string[] = ["negated", "hypothetical", "historical"];

/** Values of attributes and notes, by the id of the line that they are about. */
function valuesOf({ attributes, notes }: AnnLines, { errors }: Context): Map<string, Values> {
  const out = new Map<string, Values>();
  const set = (of: string, values: Values) => out.set(of, { ...out.get(of), ...values });
  for (const { of, text, place } of notes) {
    if (!text.startsWith("{")) continue; // a person's remark
    tryEach(errors, () => {
      try {
        set(of, JSON.parse(text) as Values);
      } catch {
        throw badRecord(place, "the note begins like JSON and is none");
      }
    });
  }
  for (const { name, of, value, place } of attributes) {
    const key = name.toLowerCase();
    const field = CHOICES[key];
    tryEach(errors, () => {
      if (field !== undefined) set(of, checked({ [field]: value }, place));
      else if (FLAGS.includes(key)) set(of, { [key]: value === undefined || /^(yes|true)$/i.test(value) });
      else if (key === "answered") set(of, { answered: /^(yes|true)$/i.test(value ?? "") });
    });
  }
  return out;
}

/** @throws OnrecordError with the line's number, if the value is none of those that the field takes */
function checked(values: Values, place: string): Values {
  statementFrom(values, place);
  return values;
}

function attributionOf(group: Group, id: string, values: Values, spans: ReadonlyMap<string, readonly Span[]>): Values {
  const of = (role: Role) =>
    group.members
      .filter((member) => member.role === role)
      .flatMap((member) => spans.get(member.id) ?? [])
      .map(({ start, end }) => [start, end]);
  const own = { id, source: of("source"), cue: of("cue"), content: of("content"), condition: of("condition") };
  const flags = { negated: false, hypothetical: false, historical: false };
  return { ...flags, speaker: null, speakerType: "unknown", ...values, ...own };
}

function idsOf(groups: readonly Group[], valuesOfGroup: readonly Values[]): string[] {
  const used = new Set<string>();
  return groups.map((_, i) => {
    const given = valuesOfGroup[i]!.id;
    let id = typeof given === "string" && !used.has(given) ? given : `b${i + 1}`;
    while (used.has(id)) id += "~";
    used.add(id);
    return id;
  });
}

/** The id of the group around each, by the relations that say so and by events within events. */
function parentsOf(
  groups: readonly Group[],
  ids: readonly string[],
  { relations, events }: AnnLines,
): Map<string, string> {
  const owner = new Map<string, string>();
  for (const [i, group] of groups.entries()) for (const id of group.ids) if (!owner.has(id)) owner.set(id, ids[i]!);
  const parents = new Map<string, string>();
  const put = (inner: string | undefined, outer: string | undefined) => {
    const [a, b] = [owner.get(inner ?? ""), owner.get(outer ?? "")];
    if (a !== undefined && b !== undefined && a !== b) parents.set(a, b);
  };
  for (const { type, parts } of relations) if (INSIDE.test(type)) put(parts[0]?.id, parts[1]?.id);
  for (const { id, parts } of events) for (const part of parts) if (/^E./.test(part.id)) put(part.id, id);
  return parents;
}

/** `id` names the files in errors and messages. */
export function importBrat({ txt, ann }: BratPair, { id, types = {} }: BratOptions): Imported {
  const context: Context = { txt, name: `${id}.ann`, errors: [], messages: [] };
  const lines = annLines(ann, context.name, context.errors);
  const units = unitsOf(txt);
  const spans = new Map<string, readonly Span[]>();
  const bound = boundOf(lines, types, context);
  for (const one of bound) tryEach(context.errors, () => spans.set(one.id, spansOf(one, units, context)));
  const groups = groupsOf(
    bound.filter((one) => spans.has(one.id)),
    lines,
  );
  const values = valuesOf(lines, context);
  const merged = groups.map((group): Values => Object.assign({}, ...[...group.ids].map((one) => values.get(one))));
  const ids = idsOf(groups, merged);
  const parents = parentsOf(groups, ids, lines);
  const attributions: AnnotatedStatement[] = [];
  for (const [i, group] of groups.entries()) {
    const parent = { parent: parents.get(ids[i]!) ?? null };
    tryEach(context.errors, () => {
      const value = { ...attributionOf(group, ids[i]!, merged[i]!, spans), ...parent };
      attributions.push(statementFrom(value, `${context.name}, ${group.members[0]!.id}`));
    });
  }
  return { articles: [{ id, text: txt, attributions }], errors: context.errors, messages: context.messages };
}
