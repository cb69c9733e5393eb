/** A character reference in, its character out. The few names that Markdown files use; pages are decoded by parse5. */

const NAMES: Readonly<Record<string, string>> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", ndash: "–", mdash: "—", hellip: "…", lsquo: "‘",
  rsquo: "’", ldquo: "“", rdquo: "”", sbquo: "‚", bdquo: "„", laquo: "«", raquo: "»", euro: "€", pound: "£", yen: "¥",
  cent: "¢", copy: "©", reg: "®", trade: "™", deg: "°", middot: "·", bull: "•", shy: "\u00ad", thinsp: "\u2009",
  eacute: "é", egrave: "è", uuml: "ü", ouml: "ö", auml: "ä", szlig: "ß", ccedil: "ç", ntilde: "ñ", oslash: "ø", aring: "å",
}; // biome-ignore format: one table

/** "&ldquo;" -> “ ; "&#8217;" -> ’ ; undefined if it is no reference that is known. */
export function decodeEntity(reference: string): string | undefined {
  const body = reference.slice(1, -1);
  if (!body.startsWith("#")) return NAMES[body];
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}
