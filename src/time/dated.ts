/** The expression that dates the saying itself: in the cue's clause, outside what was said. */
import type { Attribution, Doc } from "../schema/index.ts";
import type { Timed } from "./find.ts";
import { inside, pivotOf, tokenFrom } from "./place.ts";

/** These before an expression make it a bound or a topic, not the day of the saying. */
const OTHER_USE = new Set([
  "since", "until", "till", "by", "from", "before", "after", "for", "over", "than", "of", "between", "through", "to", "about",
  "the", "a", "an", "his", "her", "its", "their", "and", "for",
]); // biome-ignore format: one list
const CLAUSE_WORDS = new Set([
  "who", "which", "whose", "when", "where", "after", "before", "as", "because", "while", "since", "although", "though", "if",
  "unless", "until", ";", "but", "—", "–",
]); // biome-ignore format: one list
const ISSUED = new Set(["published", "released", "issued", "posted", "dated", "circulated", "sent", "written", "filed", "leaked", "recorded", "aired", "airing", "broadcast"]); // biome-ignore format: one list

/** Everything that `dates` needs to know about the neighbourhood. */
export interface Surroundings {
  readonly doc: Doc;
  /** Expressions of the cue's sentence. */
  readonly expressions: readonly Timed[];
  /** Other attributions with their pivot in the same sentence. */
  readonly others: readonly Attribution[];
  readonly ancestors: ReadonlySet<string>;
}

/** The nearest fitting expression, or undefined. */
export function datingExpression(attribution: Attribution, place: Surroundings, ahead: boolean): Timed | undefined {
  const pivot = pivotOf(attribution);
  if (!pivot) return undefined;
  let best: Timed | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const expression of place.expressions) {
    if (!fits(expression, attribution, place, ahead)) continue;
    const distance =
      expression.end <= pivot.start ? pivot.start - expression.end : Math.max(0, expression.start - pivot.end);
    if (distance < bestDistance) {
      best = expression;
      bestDistance = distance;
    }
  }
  return best;
}

function fits(expression: Timed, attribution: Attribution, place: Surroundings, ahead: boolean): boolean {
  if (!expression.days || expression.type === "DURATION" || expression.type === "SET") return false;
  if (
    expression.meaning.kind === "by" ||
    (expression.direction === "future" && !ahead && expression.meaning.kind !== "date")
  ) {
    if (expression.meaning.kind === "by" || !behind(expression)) return false;
  }
  if (inside(expression, attribution.content)) return false;
  if (place.others.some((other) => !place.ancestors.has(other.id) && inside(expression, other.content))) return false;
  if (inside(expression, attribution.source)) return issued(expression, place.doc);
  if (otherUse(expression, place.doc)) return false;
  return reaches(expression, attribution, place);
}

/** "yesterday", "last month", "a year ago" look back whatever the verb. */
function behind(expression: Timed): boolean {
  const { meaning } = expression;
  return (meaning.kind === "unit" && meaning.by < 0) || meaning.kind === "part";
}

function wordBefore(doc: Doc, token: number): string {
  if (token < 1) return "";
  return doc.text.slice(doc.tokens.start[token - 1], doc.tokens.end[token - 1]).toLowerCase();
}

const DETERMINERS = new Set(["the", "a", "an", "his", "her", "its", "their"]);

/** "her 2023 memoir", "his Friday speech" date something else; "in a 2021 deal" and "wrote to her last week" do not. */
function otherUse(expression: Timed, doc: Doc): boolean {
  const before = wordBefore(doc, expression.firstToken);
  if (DETERMINERS.has(before)) {
    const year = expression.meaning.kind === "date" && expression.meaning.month === undefined;
    if (year && wordBefore(doc, expression.firstToken - 1) === "in") return false;
    if (expression.meaning.kind === "unit" || expression.meaning.kind === "part") return false;
  }
  const after = doc.text.slice(expression.end, expression.end + 2);
  return (
    (OTHER_USE.has(before) && !(before === "the" && expression.meaning.kind === "weekend")) ||
    after === "’s" ||
    after === "'s"
  );
}

/** Inside the source only what dates its making counts: "a study published Wednesday". */
function issued(expression: Timed, doc: Doc): boolean {
  for (let i = expression.firstToken; i > expression.firstToken - 7 && i > 0; i--)
    if (ISSUED.has(wordBefore(doc, i))) return true;
  return false;
}

/** Nothing between the cue and the expression that begins another clause or another's statement. */
function reaches(expression: Timed, attribution: Attribution, { doc, others }: Surroundings): boolean {
  const pivot = pivotOf(attribution)!;
  const [from, to] = expression.end <= pivot.start ? [expression.end, pivot.start] : [pivot.end, expression.start];
  // "Fenn, who arrived on Friday, said": the clause opens between source and expression.
  const source = attribution.source.at(-1);
  const clauseFrom = source && source.end <= expression.start && expression.end <= pivot.start ? source.end : from;
  const foreign = (other: Attribution) =>
    !sameSource(other, attribution) && other.cue.some((cue) => cue.start >= from && cue.end <= to);
  if (others.some(foreign)) return false;
  for (let i = tokenFrom(doc, clauseFrom); i < doc.tokens.count && doc.tokens.start[i]! < to; i++) {
    const at = doc.tokens.start[i]!;
    if (attribution.content.some((span) => at >= span.start && at < span.end)) continue;
    if (attribution.source.some((span) => at >= span.start && at < span.end)) continue;
    const word = doc.text.slice(at, doc.tokens.end[i]).toLowerCase();
    // "on Sunday, when the office said": the clause is about that day.
    if (word === "when" && at >= expression.end && at <= expression.end + 2) continue;
    if (CLAUSE_WORDS.has(word)) return false;
  }
  return true;
}

/** Two cues of one speaker carry the same source span. */
export function sameSource(a: Attribution, b: Attribution): boolean {
  const [one, two] = [a.source[0], b.source[0]];
  return one !== undefined && two !== undefined && one.start === two.start && one.end === two.end;
}
