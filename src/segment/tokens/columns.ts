/** Growing columns of token bounds. */

/** Takes token after token; `start` and `end` are as long as the capacity, `count` of them are in use. */
export interface TokenColumns {
  count: number;
  start: Uint32Array<ArrayBuffer>;
  end: Uint32Array<ArrayBuffer>;
}

/** Empty columns; English has about one token per five characters. */
export function emptyColumns(textLength: number): TokenColumns {
  const capacity = (textLength >> 2) + 16;
  return { count: 0, start: new Uint32Array(capacity), end: new Uint32Array(capacity) };
}

/** Appends one token. */
export function push(columns: TokenColumns, start: number, end: number): void {
  if (columns.count === columns.start.length) grow(columns);
  columns.start[columns.count] = start;
  columns.end[columns.count++] = end;
}

function grow(columns: TokenColumns): void {
  const capacity = columns.start.length * 2;
  const start = new Uint32Array(capacity);
  const end = new Uint32Array(capacity);
  start.set(columns.start);
  end.set(columns.end);
  columns.start = start;
  columns.end = end;
}
