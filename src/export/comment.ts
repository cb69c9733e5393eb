/** A verdict as a comment for an editor, in CriticMarkup, which Markdown editors show beside the text. */
import type { Change, Checked, Evidence } from "../schema/index.ts";

/** "{>>altered: one change: number; [-25-] {+35+}; source: Ana Quill, The Tide 2026-03-11, #12<<}" */
export function commentOf({ verdict, why, changes, evidence }: Checked): string {
  const first = evidence[0];
  const parts = [
    why,
    ...changes.map(changeText),
    ...(first ? [`source: ${sourceText(first)}`, ...first.warnings] : []),
  ];
  return `{>>${plain(`${verdict}: ${parts.join("; ")}`)}<<}`;
}

function changeText({ dropped, added }: Change): string {
  return [...(dropped ? [`said “${dropped}”`] : []), ...(added ? [`draft “${added}”`] : [])].join(", ");
}

function sourceText({ speaker, publisher, published, input, article, record, words }: Evidence): string {
  const place = record?.statement === undefined ? (input ?? article) : `#${record.statement}`;
  const known = [speaker, publisher, published?.slice(0, 10), place].filter((one) => one !== undefined);
  return `“${words}” (${known.join(", ")})`;
}

/** One line, and nothing that ends the comment. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/<<\}/g, "< <}").replace(/\{>>/g, "{> >");
}
