/** Selectors of the Web Annotation model -> a span of the text: by position if the words are there, else by the words if they stand there once. */
import type { Span } from "../schema/index.ts";
import { unitsOf } from "./offsets.ts";
import { isObject } from "./records.ts";

/** A text that annotations point into. */
export interface Target {
  readonly text: string;
  readonly units: ReturnType<typeof unitsOf>;
}

export const targetOf = (text: string): Target => ({ text, units: unitsOf(text) });

type Fields = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** A value or a list of values, those that are objects. */
export const objectsOf = (value: unknown): Fields[] => listOf(value).filter(isObject);

const ofType = (selectors: readonly Fields[], type: string) => selectors.find((selector) => selector.type === type);

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

function byPosition(selector: Fields | undefined, { units }: Target): Span | undefined {
  const [start, end] = [units(selector?.start as number), units(selector?.end as number)];
  return start === undefined || end === undefined || start > end ? undefined : { start, end };
}

/** How many places the words stand at, with what should stand before and after them. The search ends at the second. */
function byWords(quote: Fields, { text }: Target): Span[] {
  const [exact, prefix, suffix] = [textOf(quote.exact), textOf(quote.prefix), textOf(quote.suffix)];
  const out: Span[] = [];
  const needle = prefix + exact + suffix;
  if (exact === "") return out;
  for (let at = text.indexOf(needle); at >= 0 && out.length < 2; at = text.indexOf(needle, at + 1)) {
    out.push({ start: at + prefix.length, end: at + prefix.length + exact.length });
  }
  return out;
}

/** The span, or why there is none. */
export function resolve(selectors: readonly Fields[], target: Target): Span | string {
  const at = byPosition(ofType(selectors, "TextPositionSelector"), target);
  const quote = ofType(selectors, "TextQuoteSelector");
  if (at && (!quote || target.text.slice(at.start, at.end) === quote.exact)) return at;
  if (!quote) return at ?? "has neither words nor a position inside the text";
  const bare = { exact: quote.exact };
  const found = byWords(quote, target);
  const places = found.length > 0 ? found : byWords(bare, target);
  if (places.length === 1) return places[0]!;
  return `“${textOf(quote.exact).slice(0, 60)}” ${places.length === 0 ? "is not in the text" : "stands in it more than once"}`;
}
