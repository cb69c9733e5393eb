/** Zip files, Word documents and EPUBs for tests, written byte by byte. */

import { deflateRawSync } from "node:zlib";
import { crc32Of } from "./crc32.ts";

export interface Put {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** Leave it as it is. */
  readonly stored?: boolean;
  /** Lie about its size. */
  readonly size?: number;
}

/** A zip file of these members. */
export function zip(puts: readonly Put[]): Uint8Array {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, data, stored = false, size } of puts) {
    const raw = Buffer.from(data as Uint8Array);
    const packed = stored ? raw : deflateRawSync(raw);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(stored ? 0 : 8, 4);
    facts.writeUInt32LE(crc32Of(raw), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(size ?? raw.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const head = Buffer.concat([Buffer.from("504b0304", "hex"), facts, Buffer.from(name), packed]);
    list.push(Buffer.concat([Buffer.from("504b01021400", "hex"), facts, rest, Buffer.from(name)]));
    parts.push(head);
    offset += head.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(puts.length, 8);
  end.writeUInt16LE(puts.length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, ...list, end]));
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const rels = (...list: readonly (readonly [string, string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, target], i) => `<Relationship Id="r${i}" Type="${REL}/${type}" Target="${target}"/>`).join("")}</Relationships>`;

/** A Word document: the XML of its body, its core properties, its footnotes, other members. */
export function docx(
  body: string,
  more: { core?: string; footnotes?: string; others?: readonly Put[] } = {},
): Uint8Array {
  return zip([
    { name: "[Content_Types].xml", data: TYPES },
    { name: "_rels/.rels", data: rels(["officeDocument", "word/document.xml"]) },
    { name: "word/_rels/document.xml.rels", data: rels(["footnotes", "footnotes.xml"], ["styles", "styles.xml"]) },
    { name: "word/document.xml", data: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
    { name: "word/footnotes.xml", data: `<w:footnotes ${W}>${more.footnotes ?? ""}</w:footnotes>` },
    {
      name: "word/styles.xml",
      data: `<w:styles ${W}>${["Heading 1", "Quote"].map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(" ", "")}"><w:name w:val="${name}"/></w:style>`).join("")}</w:styles>`,
    },
    { name: "word/header1.xml", data: `<w:hdr ${W}><w:p><w:r><w:t>Running head</w:t></w:r></w:p></w:hdr>` },
    {
      name: "docProps/core.xml",
      data: `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">${more.core ?? ""}</cp:coreProperties>`,
    },
    ...(more.others ?? []),
  ]);
}

/** A paragraph of a Word document. */
export function wp(text: string, style?: string): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : "";
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** An EPUB of these chapters' bodies; the order of the spine is that of the list, the order in the file the reverse. */
export function epub(chapters: readonly string[], meta = "<dc:title>The Harbour</dc:title>"): Uint8Array {
  const items = chapters.map(
    (_, i) => `<item id="c${i}" href="text/ch%20${i}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const spine = chapters.map((_, i) => `<itemref idref="c${i}"/>`).join("");
  const opf = `<package xmlns:dc="d"><metadata>${meta}</metadata><manifest><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.reverse().join("")}</manifest><spine><itemref idref="n"/>${spine}</spine></package>`;
  const page = (body: string) =>
    `<?xml version="1.0"?><html xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;
  return zip([
    { name: "mimetype", data: "application/epub+zip", stored: true },
    {
      name: "META-INF/container.xml",
      data: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    },
    { name: "OEBPS/book.opf", data: opf },
    { name: "OEBPS/nav.xhtml", data: page("<nav><ol><li>Contents</li></ol></nav>") },
    ...chapters.map((body, i) => ({ name: `OEBPS/text/ch ${i}.xhtml`, data: page(body) })).reverse(),
  ]);
}
