/** A paragraph of a plain text in, its kind out: heading, set-off quotation, residue or body. */
import type { Block } from "../../schema/index.ts";
import type { Label, ResidueFinder } from "../residue/index.ts";

/** A paragraph with its neighbours' lengths, as far as the heading rule needs them. */
export interface Candidate {
  readonly text: string;
  readonly oneLine: boolean;
  readonly before: number;
  readonly after: number;
  /** Length of the next paragraph, 0 if there is none. */
  readonly next: number;
}

const BODY: Label = { kind: "body", by: "text/paragraph" };

/** The kind of a paragraph, and the rule that chose it. */
export function kindOf(candidate: Candidate, residue: ResidueFinder): Label {
  const found = candidate.oneLine ? residue(candidate.text, candidate.before, candidate.after) : undefined;
  if (found) return found;
  if (/^>\s?\S/.test(candidate.text)) return { kind: "quote", by: "text/quote-sign" };
  return isHeading(candidate) ? { kind: "heading", by: "text/heading" } : BODY;
}

/**
 * A short line without a full stop, before a longer paragraph: "Steel for wings". Not a speaker's label, a list item, a
 * line of dialogue or a quotation that goes on.
 */
function isHeading({ text, oneLine, next }: Candidate): boolean {
  if (!oneLine || text.length > 90 || next < Math.max(60, text.length)) return false;
  if (/[.?!:;,…"”)\]]$/.test(text) || /^[\p{Ll}\d*•\-–—(["“]/u.test(text)) return false;
  return !/^[^:]{1,40}: /.test(text) && text.split(" ").length <= 12;
}

/** A label as a block. */
export function blockOf(start: number, end: number, label: Label): Block {
  return { start, end, kind: label.kind, by: label.by };
}
