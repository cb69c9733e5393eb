/** What the network makes of marks without words (a row of quotation marks, a rule of dashes) is no attribution. */
import type { Doc } from "../../schema/index.ts";
import type { Draft, LayoutRule, Range } from "../draft.ts";
import { tokenText } from "./paragraphs.ts";

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function hasWord(doc: Doc, ranges: readonly Range[]): boolean {
  return ranges.some(([first, end]) => {
    for (let i = first; i < end; i++) if (LETTER_OR_DIGIT.test(tokenText(doc, i))) return true;
    return false;
  });
}

/** Each role that is given needs a word; a cue may be a colon or a dash if there are a source and a content. */
function isWorded(doc: Doc, { source, cue, content }: Draft): boolean {
  if (source.length > 0 && !hasWord(doc, source)) return false;
  if (content.length > 0 && !hasWord(doc, content)) return false;
  return hasWord(doc, cue) || (source.length > 0 && content.length > 0);
}

export const wordless: LayoutRule = (doc, drafts) => drafts.filter((draft) => isWorded(doc, draft));
