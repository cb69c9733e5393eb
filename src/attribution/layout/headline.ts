/** Headlines: an attribution in a heading, or in a short first paragraph without a full stop, is marked as form headline. */
import type { Doc, Paragraph } from "../../schema/index.ts";
import { firstToken, type LayoutRule, paragraphOf } from "../draft.ts";
import { tokenText } from "./paragraphs.ts";

const LONGEST = 25; // tokens

function isHeadline(doc: Doc, paragraph: Paragraph, first: boolean): boolean {
  if (paragraph.kind === "heading") return true;
  if (!first || paragraph.endToken - paragraph.firstToken > LONGEST || paragraph.endToken === paragraph.firstToken) {
    return false;
  }
  return !/^[.!?…]|^["”’']$/.test(tokenText(doc, paragraph.endToken - 1));
}

export const headline: LayoutRule = (doc, drafts) =>
  drafts.map((draft) => {
    const p = paragraphOf(doc, firstToken(draft));
    if (draft.form || !isHeadline(doc, doc.paragraphs[p]!, p === 0 && doc.paragraphs.length > 1)) return draft;
    return { ...draft, form: "headline", by: [...draft.by, "attribution/headline"] };
  });
