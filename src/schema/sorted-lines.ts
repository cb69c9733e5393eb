/** A long sorted word list that is searched as it stands: a Map of it would take longer to make than all its lookups. */

export interface SortedLines {
  /** Index of the line that is `key`, or begins with `key` and a tab; -1 if there is none. */
  find(key: string): number;
  /** The line without its line break. */
  line(index: number): string;
}

const TAB = 9;

/** @param list lines in ascending order of their UTF-16 code units, each with or between "\n". */
export function sortedLines(list: string): SortedLines {
  const text = list.endsWith("\n") ? list.slice(0, -1) : list;
  const begins = lineBegins(text);
  const endOf = (index: number): number => (index + 1 < begins.length ? begins[index + 1]! - 1 : text.length);
  return {
    line: (index) => text.slice(begins[index], endOf(index)),
    find(key) {
      let low = 0;
      let high = begins.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const order = compare(text, begins[middle]!, endOf(middle), key);
        if (order === 0) return middle;
        if (order < 0) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
  };
}

function lineBegins(text: string): Uint32Array {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  const begins = new Uint32Array(count);
  for (let i = 1, at = text.indexOf("\n"); i < count; i++, at = text.indexOf("\n", at + 1)) begins[i] = at + 1;
  return begins;
}

/** Below 0 if the first column of [start, end) sorts before the key, 0 if it is the key. */
function compare(text: string, start: number, end: number, key: string): number {
  for (let i = 0; ; i++) {
    const at = start + i;
    const code = at < end ? text.charCodeAt(at) : TAB;
    if (i === key.length) return code === TAB ? 0 : 1;
    if (code === TAB) return -1;
    const difference = code - key.charCodeAt(i);
    if (difference !== 0) return difference;
  }
}
