/** A block of the text with its marks, and its cards beside it. */
import { READ_KINDS, type Reading } from "../../schema/index.ts";
import { cardOf, type Ids } from "./card.ts";
import { escaped } from "./escape.ts";
import type { Passage, Segment } from "./segments.ts";

function reference(n: number, ids: Ids): string {
  return `<a class="ref" id="${ids.text(n)}" href="#${ids.card(n)}" data-s="${ids.key(n)}" aria-label="Statement ${n}">${n}</a>`;
}

/** The innermost mark comes last in data-s: pointing at the words means that statement. */
function marked({ text, marks, opens }: Segment, ids: Ids): string {
  const refs = opens.map((n) => reference(n, ids)).join("");
  if (marks.length === 0) return refs + escaped(text);
  const roles = [...new Set(marks.map((m) => m.role))];
  const depth = marks.filter((m) => m.role === "content").length;
  const keys = [...new Set(marks.map((m) => ids.key(m.n)))];
  const classes = ["m", ...roles, ...(depth > 1 ? ["deep"] : [])].join(" ");
  return `${refs}<span class="${classes}" data-s="${keys.join(" ")}">${escaped(text)}</span>`;
}

/** The words of a block with their marks, without the element around them. */
export function inline(passage: Passage, ids: Ids): string {
  return passage.segments.map((segment) => marked(segment, ids)).join("");
}

function element(passage: Passage, ids: Ids): string {
  const words = inline(passage, ids);
  const { kind } = passage.block;
  if (kind === "heading") return `<h2 dir="auto">${words}</h2>`;
  if (kind === "quote") return `<blockquote dir="auto">${words}</blockquote>`;
  return `<p dir="auto">${words}</p>`;
}

/** The list of cards of the statements that begin in a block. */
export function cards(reading: Reading, begins: readonly number[], ids: Ids): string {
  if (begins.length === 0) return "";
  return `<ol class="cards">${begins.map((n) => cardOf(reading, n, ids)).join("")}</ol>`;
}

/** A row of the page. Blocks kept apart are struck out, and shown only on demand. */
export function row(reading: Reading, passage: Passage, ids: Ids): string {
  const { kind } = passage.block;
  if (!READ_KINDS.has(kind)) {
    const words = escaped(reading.article.text.slice(passage.block.start, passage.block.end));
    const what = escaped(kind.replace("other-residue", "other"));
    return `<p class="residue" dir="auto"><span class="soft">${what}, kept apart:</span> <s>${words}</s></p>\n`;
  }
  return `<div class="row">${element(passage, ids)}${cards(reading, passage.begins, ids)}</div>\n`;
}
