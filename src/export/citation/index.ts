/** A statement as a reference for a bibliography: the report that it stands in, with the quotation as its abstract. */
import type { Reading, Statement } from "../../schema/index.ts";
import { bibtexEntry } from "./bibtex.ts";
import { cslItem } from "./csl.ts";
import { referenceOf } from "./reference.ts";
import { risRecord } from "./ris.ts";

export const CITATION_FORMATS = ["csl-json", "ris", "bibtex"] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

export interface CitationOptions {
  /** ISO 8601 day on which the page was looked at. */
  readonly accessed?: string;
}

/** One reference; CSL-JSON as an indented object with a line break at its end. */
export function citationOf(
  reading: Reading,
  statement: Statement,
  format: CitationFormat,
  { accessed }: CitationOptions = {},
): string {
  const reference = referenceOf(reading, statement);
  if (format === "ris") return risRecord(reference, accessed);
  if (format === "bibtex") return bibtexEntry(reference, accessed);
  return `${JSON.stringify(cslItem(reference, accessed), null, 2)}\n`;
}

/** All statements of a reading, one reference each; of CSL-JSON only the items, with commas between them. */
export function citationsOf(reading: Reading, format: CitationFormat): string {
  const all = reading.statements.map((s) => citationOf(reading, s, format));
  return format === "csl-json" ? all.map((item) => item.trimEnd()).join(",\n") : all.join("");
}
