/** What a time expression means before an anchor is known: the rules give it, resolve.ts turns it into dates. */
import type { Unit } from "./calendar.ts";

/** near: by the tense; last: before the anchor; previous, following: as last and next, from what was mentioned before. */
export type Which = "near" | "last" | "next" | "this";

export type Meaning =
  | { readonly kind: "date"; readonly year?: number; readonly month?: number; readonly day?: number }
  | { readonly kind: "weekday"; readonly weekday: number; readonly which: Which; readonly weeks?: number }
  /** by 0: the unit that holds the anchor; "last month" is -1. */
  | { readonly kind: "unit"; readonly unit: Unit; readonly by: number }
  /** "two years ago" in days, "the past 30 days" as a window up to the anchor. */
  | { readonly kind: "window"; readonly unit: Unit; readonly by: number }
  /** "earlier this week": from the unit's first day to the day before; "later this week" the other way. */
  | { readonly kind: "part"; readonly unit: Unit; readonly side: "before" | "after" }
  | { readonly kind: "weekend"; readonly which: Which }
  | { readonly kind: "season"; readonly month: number; readonly which: Which; readonly year?: number }
  | { readonly kind: "years"; readonly from: number; readonly to: number }
  | { readonly kind: "days"; readonly from: Meaning; readonly to: Meaning }
  | { readonly kind: "edge"; readonly edge: "start" | "end"; readonly of: Meaning }
  /** "the next day": counted from the date mentioned before. */
  | { readonly kind: "onward"; readonly unit: Unit; readonly by: number }
  | { readonly kind: "clock"; readonly time: string; readonly date?: Meaning }
  | { readonly kind: "by"; readonly end: Meaning }
  | { readonly kind: "duration"; readonly value?: string }
  | { readonly kind: "set"; readonly value?: string }
  /** "a few days ago": some time up to the anchor, if anything. */
  | { readonly kind: "vague"; readonly before?: true };

/** A rule's finding: tokens from..end (half open), the meaning, the components that the text states. */
export interface Found {
  readonly end: number;
  readonly meaning: Meaning;
  readonly known: readonly string[];
}

/** Tokens of one sentence in lower case. `word(i)` is "" outside the sentence. */
export interface Reader {
  word(i: number): string;
  /** The token with its capitals. */
  raw(i: number): string;
  /** Does token i follow the one before without white space? */
  joined(i: number): boolean;
}

/** One kind of expression that begins at token i. */
export interface Rule {
  readonly name: string;
  readonly why: string;
  read(reader: Reader, i: number): Found | undefined;
}
