/** What readers are told about quotation marks that do not pair. */
import type { Message } from "../../schema/index.ts";
import type { Mark } from "./marks.ts";

const TEXTS = {
  "quotes/unclosed": "This quotation mark is never closed.",
  "quotes/stray": "This mark closes a quotation that was never opened.",
} as const;

/** At most one a paragraph and rule, about the first such mark. */
export function messageOf(rule: keyof typeof TEXTS, { start, end }: Mark): Message {
  return { rule, text: TEXTS[rule], span: { start, end } };
}
