/** A reference as RIS: two letters, two spaces, a hyphen and a value a line; lines end with CRLF. */
import { partsOf } from "../dates.ts";
import { oneLine, type Reference } from "./reference.ts";

/** YYYY/MM/DD/, with what is not known left empty. */
function date(value: string | undefined): string | undefined {
  const parts = partsOf(value);
  return parts && `${parts.year}/${parts.month ?? ""}/${parts.day ?? ""}/`;
}

export function risRecord(reference: Reference, accessed: string | undefined): string {
  const { key, title, authors, publisher, published, url, language, quote, note } = reference;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["TY", "NEWS"],
    ["ID", key],
    ["TI", title],
    // a comma would part the family name from the given one
    ...authors.map((name) => ["AU", name.replaceAll(",", "")] as const),
    ["T2", publisher],
    ["PY", partsOf(published)?.year],
    ["DA", date(published)],
    ["Y2", date(accessed)],
    ["UR", url],
    ["LA", language],
    ["AB", quote],
    ["N1", note],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([tag, value]) => `${tag}  - ${oneLine(value!)}\r\n`);
  return `${lines.join("")}ER  - \r\n\r\n`;
}
