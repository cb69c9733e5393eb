/** What of an article counts when two are compared or looked for: the words that are read, not the residue. */
import { type Article, READ_KINDS } from "../schema/index.ts";
import { sha256 } from "./pack.ts";

/** The text of the blocks that are read, one a line. */
export function readText({ text, blocks }: Pick<Article, "text" | "blocks">): string {
  return blocks
    .filter(({ kind }) => READ_KINDS.has(kind))
    .map(({ start, end }) => text.slice(start, end))
    .join("\n");
}

/** Of the read text, white space aside: the same for a copy to the letter, and for none else. */
export function textSha(text: string): Uint8Array {
  return sha256(text.replace(/\s+/g, " ").trim());
}

const TRACKING = /^(?:utm_.*|fbclid|gclid|mc_[ce]id|cmpid|ref|ref_src|ito|ns_.*|at_.*|smid|s_cid)$/i;

/** An address without what does not name the page: fragment, tracking, "www.", a slash at the end. */
export function urlIdentity(address: string): string {
  if (!URL.canParse(address)) return `url:${address}`;
  const url = new URL(address);
  for (const key of [...url.searchParams.keys()]) if (TRACKING.test(key)) url.searchParams.delete(key);
  url.searchParams.sort();
  const query = url.searchParams.size > 0 ? `?${url.searchParams}` : "";
  return `url:${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/+$/, "")}${query}`;
}

/** The identity of a text of which nothing else is known: its words. */
export function textIdentity(article: Pick<Article, "text" | "blocks">): string {
  return `text:${Buffer.from(textSha(readText(article))).toString("hex")}`;
}
