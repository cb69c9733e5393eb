/** Text made safe for Markdown (CommonMark): whatever an article says, it stays text. */

/** Every ASCII punctuation mark that could begin or end a construct, and at the beginning of a line a list or heading. */
function markdownText(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, "\ufffd")
    .replace(/[\\`*_[\]<>&#|~!$]/g, "\\$&")
    .replace(/^([ \t]*)([-+=])/gm, "$1\\$2")
    .replace(/^([ \t]*\d{1,9})([.)])/gm, "$1\\$2")
    .replace(/^[ \t]+/gm, "")
    .replace(/:\/\//g, ":\\/\\/"); // no address becomes a link by itself
}

/** The same on one line. */
export const markdownLine = (text: string) => markdownText(text.replace(/\s+/g, " ").trim());

/** A block quotation; empty lines part paragraphs, single line breaks stay. */
export function markdownQuote(text: string): string {
  const lines = markdownText(text.replace(/\r\n?/g, "\n")).split("\n");
  return lines
    .map((line, i) => (line === "" ? ">" : `> ${line}${i < lines.length - 1 && lines[i + 1] !== "" ? "\\" : ""}`))
    .join("\n");
}
