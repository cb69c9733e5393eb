/** Set-off quotations (block quotes, and the text below "wrote:") -> content of the attribution that introduces them. */
import type { Doc, Paragraph } from "../../schema/index.ts";
import { type Draft, type LayoutRule, type Range, withContent } from "../draft.ts";
import { draftsByParagraph, isRead, startsQuotation, tokenText } from "./paragraphs.ts";

/** The attribution that the paragraph ends with: its cue is followed by nothing but a colon. */
function introducer(doc: Doc, before: Paragraph | undefined, drafts: readonly Draft[]): Draft | undefined {
  if (!before || before.endToken === before.firstToken) return undefined;
  const last = drafts.at(-1);
  const cue = last?.cue.at(-1);
  if (!last || !cue) return undefined;
  return tokenText(doc, before.endToken - 1) === ":" ? last : undefined;
}

/** The cue takes its colon; what the network took for content before it is content only if it is quoted. */
export function introducing(doc: Doc, draft: Draft): Draft {
  const cue = draft.cue.map(
    ([first, end]): Range => [first, end < doc.tokens.count && tokenText(doc, end) === ":" ? end + 1 : end],
  );
  return { ...draft, cue, content: draft.content.filter(([first]) => startsQuotation(doc, first)) };
}

/** Paragraphs of kind quote below an attribution that waits for its content, or right after one -> form block. */
export const block: LayoutRule = (doc, drafts) => {
  const byParagraph = draftsByParagraph(doc, drafts);
  const out = new Map<Draft, Draft | undefined>(drafts.map((d) => [d, d]));
  let carrier: Draft | undefined;
  let before = -1;
  for (let p = 0; p < doc.paragraphs.length; p++) {
    const paragraph = doc.paragraphs[p]!;
    if (!isRead(paragraph)) continue;
    if (paragraph.kind === "quote") {
      carrier ??= introducer(doc, doc.paragraphs[before], before >= 0 ? byParagraph[before]! : []);
      const now = carrier && out.get(carrier);
      if (carrier && now) {
        const opened = now.form === "block" ? now : introducing(doc, now);
        const whole = withContent(opened, [[paragraph.firstToken, paragraph.endToken]], "attribution/block");
        out.set(carrier, { ...whole, form: "block" });
      }
    } else carrier = undefined;
    before = p;
  }
  return [...out.values()].filter((d) => d !== undefined);
};
