/** The head of a WARC record in, its fields out. Pure. */

/** A record's own fields, by lower-case name. */
export interface WarcHead {
  readonly type: string;
  /** Bytes of the block. */
  readonly length: number;
  readonly fields: ReadonlyMap<string, string>;
}

/** “Name: value” lines as a map by lower-case name; a line that begins with white space goes on with the one before. The first of two wins. */
export function fieldsOf(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let last = "";
  for (const line of lines) {
    if (/^[ \t]/.test(line) && last !== "") {
      fields.set(last, `${fields.get(last)} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(":");
    if (colon <= 0) continue;
    last = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(last)) fields.set(last, line.slice(colon + 1).trim());
  }
  return fields;
}

/** What is wrong with the head as a string, or the head. */
export function parseWarcHead(text: string): WarcHead | string {
  const [version, ...lines] = text.split(/\r?\n/);
  if (!/^WARC\/[01]\.\d+\s*$/.test(version!)) return "is no WARC record";
  const fields = fieldsOf(lines);
  const length = fields.get("content-length") ?? "";
  if (!/^\d{1,15}$/.test(length)) return "does not say its length";
  return { type: (fields.get("warc-type") ?? "").toLowerCase(), length: Number(length), fields };
}

/** The address of the page: some programs write it in angle brackets. */
export function targetOf({ fields }: WarcHead): string {
  return (fields.get("warc-target-uri") ?? "").replace(/^<|>$/g, "");
}

/** Where a head ends (behind its empty line) and how long it is without that, or undefined if the end is not in sight. */
export function headEnd(bytes: Buffer): { readonly text: number; readonly end: number } | undefined {
  const crlf = bytes.indexOf("\r\n\r\n");
  const lf = bytes.subarray(0, crlf < 0 ? bytes.length : crlf).indexOf("\n\n");
  if (lf >= 0) return { text: lf, end: lf + 2 };
  return crlf < 0 ? undefined : { text: crlf, end: crlf + 4 };
}
