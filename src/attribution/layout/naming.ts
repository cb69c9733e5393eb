/** Naming is no statement: "known as “the beast”", "a group calling itself Free Quay", "nicknamed", "so-called". */
import type { Doc } from "../../schema/index.ts";
import type { Draft, LayoutRule } from "../draft.ts";
import { tokenText } from "./paragraphs.ts";

const NAMING =
  /\b(known (?:\w+ )?as|nicknamed|dubbed|(?:calling|calls|called) (?:itself|themselves|himself|herself)|titled|entitled|named after)$/;

function cueWords(doc: Doc, draft: Draft): string {
  const words: string[] = [];
  for (const [first, end] of draft.cue) for (let i = first; i < end; i++) words.push(tokenText(doc, i).toLowerCase());
  return words.join(" ");
}

export const naming: LayoutRule = (doc, drafts) => drafts.filter((draft) => !NAMING.test(cueWords(doc, draft)));
