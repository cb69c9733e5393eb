/** Time expressions, as found in a text. */
import type { Span } from "./span.ts";

/** A time expression with its value. What the text states is known; what the reading added is implied. */
export interface TimeExpression extends Span {
  /** TIMEX3 type. */
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** ISO 8601 date, date-time or duration; a closed interval of dates is `A/B`. Absent if it cannot be resolved. */
  readonly value?: string;
  /** The components that the text itself states, e.g. ["weekday"]. */
  readonly known: readonly string[];
  /** The components filled in from the anchor. */
  readonly implied: readonly string[];
  /** Name of the rule that decided. */
  readonly by: string;
}
