/**
 * A Word document in; its text, blocks and metadata out. mammoth turns it into HTML (tracked deletions, comments, headers and
 * footers left out, insertions kept); the offset map leads to the text nodes of that HTML.
 */
import { parse } from "parse5";
import { OnrecordError } from "../../schema/index.ts";
import { fileMeta } from "../file-meta.ts";
import { appendBlocks } from "../html/append.ts";
import { type Element, isElement } from "../html/tree.ts";
import { labelResidue, wholeBlocks } from "../html/whole.ts";
import { textBuilder } from "../map/index.ts";
import type { FormatReading } from "../reading.ts";
import type { ResidueFinder } from "../residue/index.ts";
import { textIn, xmlElements } from "../xml.ts";
import { type Archive, openArchive, readText } from "../zip/archive.ts";
import { storedZip } from "../zip/stored.ts";

/** XML beyond this is no report: mammoth holds it as a tree of twenty times the size. */
const LARGEST_XML = 32 * 1024 * 1024;

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
];

/**
 * Read a Word document (.docx).
 * @throws OnrecordError `unsupported`, `too-large`
 */
export async function readDocx(bytes: Uint8Array, residue: ResidueFinder, place: string): Promise<FormatReading> {
  const archive = openArchive(bytes, place, LARGEST_XML);
  const core = xmlElements(await readText(archive, "docProps/core.xml"));
  const html = await convert(await textOnly(archive), place);
  const root = parse(html).childNodes.find(isElement) as Element;
  const builder = textBuilder("docx");
  const blocks = appendBlocks(builder, labelResidue(wholeBlocks(root, "docx"), residue), root);
  const { text, offsetMap } = builder.build();
  const facts = { title: textIn(core, "title"), author: textIn(core, "creator"), created: textIn(core, "created") };
  return { text, blocks, offsetMap, meta: fileMeta(facts, text, true), messages: [] };
}

/** The document's XML alone, its sizes checked: no picture, font or macro is unpacked. */
async function textOnly(archive: Archive): Promise<Uint8Array> {
  const members = [];
  for (const { name, crc } of archive.members.values()) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    members.push({ name, crc, bytes: (await archive.read(name))! });
  }
  return storedZip(members);
}

async function convert(zip: Uint8Array, place: string): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  // Node's build wants a buffer, the browser's an arrayBuffer; each passes over the other.
  const input = { buffer: zip, arrayBuffer: zip.buffer } as unknown as { arrayBuffer: ArrayBuffer };
  try {
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: STYLES,
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    });
    return value;
  } catch (cause) {
    throw new OnrecordError("unsupported", `${place} is a damaged Word document: its XML cannot be read.`, {
      hint: "Open it in a word processor, save it again as DOCX, and read that.",
      cause,
    });
  }
}
