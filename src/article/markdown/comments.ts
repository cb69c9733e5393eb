/** A Markdown file in, the same with its HTML comments blanked out: same length, so every offset stays right. */

/** Comments become spaces; their line breaks stay. An unclosed comment is text. */
export function blankComments(source: string): string {
  let open = source.indexOf("<!--");
  if (open < 0) return source;
  const parts: string[] = [];
  let from = 0;
  while (open >= 0) {
    const close = source.indexOf("-->", open + 4);
    if (close < 0) break;
    parts.push(source.slice(from, open), source.slice(open, close + 3).replace(/[^\n\r]/g, " "));
    from = close + 3;
    open = source.indexOf("<!--", from);
  }
  parts.push(source.slice(from));
  return parts.join("");
}
