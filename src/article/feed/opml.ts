/** A list of feeds in, as OPML or one address a line; the feeds out. */
import { OnrecordError } from "../../schema/index.ts";
import { resolveUrl } from "./address.ts";
import { createNotes, type Notes } from "./notes.ts";
import { fieldOf, fieldsOf, plainText, textOf } from "./text.ts";
import type { FeedList, ListedFeed } from "./types.ts";
import { readXml, type XmlElement } from "./xml.ts";

/**
 * Read a list of feeds. Lines that are no address are told in `messages`; a line may start with “#” for a comment.
 * @throws OnrecordError `unsupported` (there is no feed in it)
 */
export function parseOpml(text: string, base?: string): FeedList {
  const notes = createNotes();
  const list = /^[\s\uFEFF]{0,100}</.test(text) ? opmlList(text, base, notes) : plainList(text, notes);
  if (list.feeds.length > 0) return { ...list, feeds: eachOnce(list.feeds), messages: notes.messages };
  throw new OnrecordError("unsupported", "The list has no feed in it.", {
    hint: "Give an OPML file, or a text with the address of one feed a line.",
  });
}

function opmlList(text: string, base: string | undefined, notes: Notes): Omit<FeedList, "messages"> {
  const { root, tooDeep } = readXml(text, { base });
  if (tooDeep) notes.add("opml/too-deep", "Outlines are nested too deep; the list was read up to there.");
  const feeds: ListedFeed[] = [];
  const parts = root ? fieldsOf(root) : [];
  const head = parts.find(({ name }) => name === "head");
  for (const part of parts) collect(part, [], base, feeds, notes);
  return { title: head && (plainText(textOf(fieldOf(fieldsOf(head), "title"))) || undefined), feeds };
}

/** Outlines may stand in each other; the depth is bounded by the reader. */
function collect(
  at: XmlElement,
  folders: readonly string[],
  base: string | undefined,
  feeds: ListedFeed[],
  notes: Notes,
): void {
  const { xmlurl, htmlurl, title, text } = at.attributes;
  const name = plainText(title || text || "");
  if (xmlurl !== undefined) {
    const url = resolveUrl(xmlurl, base);
    const page = resolveUrl(htmlurl, base);
    if (url)
      feeds.push({ url, ...(name && { title: name }), ...(page && { page }), ...(folders.length > 0 && { folders }) });
    else notes.add("opml/address", `“${xmlurl.slice(0, 200)}” is no web address.`);
  }
  const inside = xmlurl === undefined && name ? [...folders, name] : folders;
  for (const child of at.content) if (typeof child !== "string") collect(child, inside, base, feeds, notes);
}

function plainList(text: string, notes: Notes): Omit<FeedList, "messages"> {
  const feeds: ListedFeed[] = [];
  for (const [i, line] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const written = line.trim();
    if (written === "" || written.startsWith("#")) continue;
    const url = resolveUrl(written);
    if (url) feeds.push({ url });
    else notes.add("opml/address", `Line ${i + 1}: “${written.slice(0, 200)}” is no web address.`);
  }
  return { title: undefined, feeds };
}

function eachOnce(feeds: readonly ListedFeed[]): ListedFeed[] {
  const met = new Set<string>();
  return feeds.filter(({ url }) => !met.has(url) && met.add(url));
}
