/** A query that cannot be read: says what was expected, and shows where with a caret under the query. */
import { OnrecordError } from "../../schema/index.ts";

/** Characters of a long query that are shown before and behind the place. */
const SHOWN = 40;

/** `expected` goes on from "expected …": "a word after AND". */
export function badQuery(query: string, offset: number, expected: string): OnrecordError {
  const from = Math.max(0, offset - SHOWN);
  const before = oneLine(query.slice(from, offset), from > 0, false);
  const line = before + oneLine(query.slice(offset, offset + SHOWN), false, offset + SHOWN < query.length);
  return new OnrecordError("bad-query", `the query cannot be read at character ${offset + 1}: expected ${expected}`, {
    hint: `${line}\n${" ".repeat([...before].length)}^ expected ${expected}`,
  });
}

/** Control characters and line breaks would move the caret away. */
function oneLine(part: string, cutBefore: boolean, cutAfter: boolean): string {
  return (cutBefore ? "…" : "") + part.replace(/[\p{C}\p{Z}]/gu, " ") + (cutAfter ? "…" : "");
}
