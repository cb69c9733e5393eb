/** Web Annotations (JSON-LD), ours or others' -> annotated articles. They need the texts that they point into; ours do without. */
import {
  type AnnotatedArticle,
  type AnnotatedStatement,
  KINDS,
  type Message,
  OnrecordError,
  STATEMENT_TYPES,
} from "../schema/index.ts";
import { headOf, isObject, quotedStatement } from "./records.ts";
import { badRecord, gathered, type Imported, statementFrom, tryEach } from "./result.ts";
import { objectsOf, resolve, type Target, targetOf } from "./selectors.ts";

export interface AnnotationOptions {
  /** The texts, by the article's id or address. */
  readonly texts?: ReadonlyMap<string, string>;
}

type Fields = Readonly<Record<string, unknown>>;

const ROLES = ["source", "cue", "content", "condition"] as const;
type Role = (typeof ROLES)[number];

/** What is said of one page of annotations, or of none. */
interface Page {
  readonly place: string;
  readonly head: Omit<AnnotatedArticle, "attributions"> | undefined;
}

/** A collection holds pages, a page annotations: nothing is deeper. */
const DEPTH = 3;

/** Annotations with the page that they stand on; pages and collections may stand in lists. */
function* annotationsIn(value: unknown, page: Page, depth = 0): Generator<{ annotation: Fields; page: Page }> {
  for (const [i, one] of objectsOf(value).entries()) {
    if (one.type === "Annotation") {
      const id = typeof one.id === "string" ? one.id : String(i + 1);
      yield { annotation: one, page: { ...page, place: `${page.place}, annotation ${id}` } };
      continue;
    }
    const article = objectsOf(one.partOf)[0]?.["onrecord:article"];
    const head = article === undefined ? page.head : headOf(article, page.place);
    if (depth < DEPTH) yield* annotationsIn(one.items ?? one.first, { ...page, head }, depth + 1);
  }
}

const strings = (values: readonly unknown[]) => values.filter((value) => typeof value === "string");

/** Kind, type and speaker as bodies may tell them. */
function valuesOf(annotation: Fields): Record<string, unknown> {
  const bodies = objectsOf(annotation.body);
  const of = (purpose: string) => strings(bodies.filter((b) => b.purpose === purpose).map((b) => b.value));
  const tags = of("tagging");
  return {
    id: annotation.id,
    kind: KINDS.find((kind) => tags.includes(kind)),
    type: STATEMENT_TYPES.find((type) => tags.includes(type)),
    speaker: of("identifying")[0] ?? null,
  };
}

/** The role of a target: its own, the one that a tag names, else content. */
function roleOf(target: Fields, annotation: Fields): Role {
  const tags = objectsOf(annotation.body).map((b) => String(b.value).toLowerCase());
  return ROLES.find((role) => role === target.role) ?? ROLES.find((role) => tags.includes(role)) ?? "content";
}

type Spans = Record<Role, [number, number][]>;

function spansOf(annotation: Fields, target: Target, place: string, messages: Message[]): Spans {
  const out: Spans = { source: [], cue: [], content: [], condition: [] };
  for (const one of objectsOf(annotation.target)) {
    const role = roleOf(one, annotation);
    const found = resolve(objectsOf(one.selector), target);
    if (typeof found === "string") {
      messages.push({ rule: "import/not-found", text: `${place}: the ${role} ${found}; it is left out.` });
    } else out[role].push([found.start, found.end]);
  }
  return out;
}

function sourceOf(annotation: Fields): string | undefined {
  return strings(objectsOf(annotation.target).map(({ source }) => source))[0];
}

/** Imports a parsed value: an annotation, a page, a collection, or a list of them. `name` is the file's, for errors. */
export function importAnnotations(
  value: unknown,
  name: string,
  { texts = new Map() }: AnnotationOptions = {},
): Imported {
  const errors: OnrecordError[] = [];
  const messages: Message[] = [];
  const into = gathered();
  const targets = new Map<string, Target>();
  const targetFor = (key: string | undefined): Target | undefined => {
    const text = key === undefined ? undefined : texts.get(key);
    if (key === undefined || text === undefined) return undefined;
    const known = targets.get(key) ?? targetOf(text);
    targets.set(key, known);
    return known;
  };
  const take = (annotation: Fields, { place, head }: Page) => {
    const source = sourceOf(annotation);
    const target = targetFor(head?.id as string | undefined) ?? targetFor(source);
    const own = isObject(annotation.statement) ? quotedStatement(annotation.statement, place) : undefined;
    const about = head ?? { id: source };
    if (about.id === undefined) throw badRecord(place, "no target says which text it points into");
    into.add(about as Omit<AnnotatedArticle, "attributions">, [statementOf(annotation, own, target, place, messages)]);
  };
  tryEach(errors, () => {
    for (const { annotation, page } of annotationsIn(value, { place: name, head: undefined })) {
      tryEach(errors, () => take(annotation, page));
    }
  });
  return { articles: into.articles(), errors, messages };
}

/** Ours has all it says in its `statement`, but the spans are where the selectors find them in this text. */
function statementOf(
  annotation: Fields,
  own: AnnotatedStatement | undefined,
  target: Target | undefined,
  place: string,
  messages: Message[],
): AnnotatedStatement {
  if (target) {
    const spans = spansOf(annotation, target, place, messages);
    const kinds = own?.conditionKind?.length === spans.condition.length ? {} : { conditionKind: null };
    return statementFrom({ ...(own ?? valuesOf(annotation)), ...spans, ...kinds }, place);
  }
  if (own) return own;
  throw new OnrecordError("bad-record", `${place}: the text that it points into is not known.`, {
    hint: "Give the texts by the article's id or address.",
  });
}
