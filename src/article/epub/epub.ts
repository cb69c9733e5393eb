/** An EPUB in; the text of its chapters in reading order, blocks and metadata out. The offset map leads to "member#XPath". */
import { parse } from "parse5";
import { type Block, OnrecordError } from "../../schema/index.ts";
import { fileMeta } from "../file-meta.ts";
import { appendBlocks } from "../html/append.ts";
import { type Element, isElement } from "../html/tree.ts";
import { labelResidue, wholeBlocks } from "../html/whole.ts";
import { LARGEST_INPUT } from "../limits.ts";
import { textBuilder } from "../map/index.ts";
import type { Meta } from "../options.ts";
import type { FormatReading } from "../reading.ts";
import type { ResidueFinder } from "../residue/index.ts";
import { textIn, type XmlElement, xmlElements } from "../xml.ts";
import { openArchive, readText } from "../zip/archive.ts";

/**
 * Read an EPUB as one article.
 * @throws OnrecordError `unsupported`, `too-large`
 */
export async function readEpub(bytes: Uint8Array, residue: ResidueFinder, place: string): Promise<FormatReading> {
  const archive = openArchive(bytes, place, LARGEST_INPUT);
  if (archive.members.has("META-INF/rights.xml")) throw locked(place);
  const container = xmlElements(await readText(archive, "META-INF/container.xml"));
  const packagePath = container.find(({ name }) => name === "rootfile")?.attrs["full-path"];
  const parts = xmlElements(await readText(archive, packagePath ?? ""));
  const builder = textBuilder("epub");
  const blocks: Block[] = [];
  for (const chapter of chapters(parts, packagePath ?? "")) {
    const root = parse(htmlOf(await readText(archive, chapter))).childNodes.find(isElement) as Element;
    blocks.push(...appendBlocks(builder, labelResidue(wholeBlocks(root, "epub"), residue), root, `${chapter}#`));
  }
  if (blocks.length === 0) throw empty(place);
  const { text, offsetMap } = builder.build();
  return { text, blocks, offsetMap, meta: metaOf(parts, text), messages: [] };
}

/** The paths of the chapters in the order of the spine, each once; the table of contents is none. */
function chapters(parts: readonly XmlElement[], packagePath: string): string[] {
  const folder = packagePath.slice(0, packagePath.lastIndexOf("/") + 1);
  const items = new Map(parts.filter(({ name }) => name === "item").map(({ attrs }) => [attrs.id, attrs]));
  const spine = parts.filter(({ name, attrs }) => name === "itemref" && attrs.linear !== "no");
  const paths = spine.flatMap(({ attrs }) => {
    const item = items.get(attrs.idref);
    const isText = item?.href && /html|xml/.test(item["media-type"] ?? "html");
    return isText && !/\bnav\b/.test(item.properties ?? "") ? [resolvePath(folder, item.href!)] : [];
  });
  return [...new Set(paths)];
}

/** "text/../ch%201.xhtml" below "OEBPS/" -> "OEBPS/ch 1.xhtml". */
function resolvePath(folder: string, href: string): string {
  const steps: string[] = [];
  for (const step of (folder + decode(href.split("#", 1)[0]!)).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** XHTML allows <title/> and <a id="x"/>, which HTML would read as left open: closed in so many words. */
function htmlOf(xhtml: string): string {
  return xhtml.replace(/<([a-zA-Z][a-zA-Z0-9]{0,20})((?:\s[^<>]{0,2000})?)\/>/g, (all, name: string, attrs: string) =>
    /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i.test(name)
      ? all
      : `<${name}${attrs}></${name}>`,
  );
}

function metaOf(parts: readonly XmlElement[], text: string): Meta {
  const creators = parts.filter(({ name, text }) => name === "creator" && text.trim() !== "");
  const author = [...new Set(creators.map((one) => one.text.trim()))].slice(0, 4).join(", ");
  // The date of an EPUB is its publication's, set by the publisher; dcterms:modified has a name of its own.
  const meta = fileMeta({ title: textIn(parts, "title"), author, created: textIn(parts, "date") }, text);
  return {
    ...meta,
    publisher: textIn(parts, "publisher"),
    language: textIn(parts, "language")?.slice(0, 2).toLowerCase(),
  };
}

function locked(place: string): OnrecordError {
  return new OnrecordError("unsupported", `${place} is locked (DRM).`, { hint: "Read a copy without protection." });
}

function empty(place: string): OnrecordError {
  return new OnrecordError("unsupported", `${place} is a damaged EPUB: its list of chapters leads to no text.`, {
    hint: "Download it again, or save its text and read that.",
  });
}
