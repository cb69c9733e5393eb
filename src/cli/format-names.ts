/** The formats of read and export, by name; see docs/output.md. */
export const FORMAT_NAMES = [
  "text", "json", "jsonl", "csv", "annotations", "html", "gold",
  "markdown", "parquet", "schema-org", "claimreview", "tei", "brat", "csl-json", "ris", "bibtex",
] as const; // biome-ignore format: one table
