/** Offsets in characters (code points), as brat and Web Annotations count, to our UTF-16 code units. */

/** The function for one text; undefined for an offset outside of it. */
export function unitsOf(text: string): (characters: number) => number | undefined {
  const pairs = Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), (m, i) => m.index - i);
  const length = text.length - pairs.length;
  return (characters) => {
    if (!Number.isInteger(characters) || characters < 0 || characters > length) return undefined;
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pairs[middle]! < characters) low = middle + 1;
      else high = middle;
    }
    return characters + low;
  };
}
