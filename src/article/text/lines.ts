/** A text in, its lines out: where each starts and ends, without its line break and the white space at its edges. */

/** A line that is not empty. `gap`: an empty line (or the start of the text) stands before it. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly gap: boolean;
}

/** The non-empty lines of a text, in order. LF, CR LF and CR end a line. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let gap = true;
  let start = 0;
  while (start <= text.length) {
    const end = lineEnd(text, start);
    const from = skipSpace(text, start, end);
    const to = skipSpaceBack(text, from, end);
    if (from < to) lines.push({ start: from, end: to, indent: from - start, gap });
    gap = from >= to;
    start = end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1);
  }
  return lines;
}

function lineEnd(text: string, start: number): number {
  for (let i = start; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13) return i;
  }
  return text.length;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function skipSpaceBack(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Space, tab, other ASCII white space, no-break space, byte-order mark, the wide spaces, line and paragraph separators. */
export function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    unit === 0xfeff ||
    unit === 0x3000 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f
  );
}
