/** Plain text in, its blocks out. The text stays as it is, but for the byte-order mark and CR LF (unless verbatim). */
import type { Block } from "../../schema/index.ts";
import { identityMap, textBuilder } from "../map/index.ts";
import type { FormatReading } from "../reading.ts";
import type { ResidueFinder } from "../residue/index.ts";
import { blockOf, kindOf } from "./kinds.ts";
import { type TextLine, textLines } from "./lines.ts";
import { wrappedLines } from "./wrap.ts";

/** Read plain text: its paragraphs are its lines, or the wrapped paragraphs of a hard-wrapped file. */
export function readPlain(input: string, residue: ResidueFinder, verbatim: boolean): FormatReading {
  const { text, offsetMap } = verbatim ? { text: input, offsetMap: identityMap(input.length) } : normalise(input);
  return { text, offsetMap, blocks: plainBlocks(text, residue), meta: {}, messages: [] };
}

/** Without the byte-order mark at the start, and with LF alone at line ends: a stage that splits lines sees one kind. */
function normalise(input: string): Pick<FormatReading, "text" | "offsetMap"> {
  const first = input.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (first === 0 && !input.includes("\r")) return { text: input, offsetMap: identityMap(input.length) };
  const builder = textBuilder("text");
  let from = first;
  for (let at = input.indexOf("\r", from); at >= 0; at = input.indexOf("\r", from)) {
    builder.push(input.slice(from, at), from, at - from);
    const length = input[at + 1] === "\n" ? 2 : 1;
    builder.push("\n", at, length);
    from = at + length;
  }
  builder.push(input.slice(from), from, input.length - from);
  return builder.build();
}

/** The blocks of a plain text. */
export function plainBlocks(text: string, residue: ResidueFinder): Block[] {
  const lines = textLines(text);
  const paragraphs = joinLines(lines, wrappedLines(text, lines));
  return paragraphs.map((paragraph, i) => {
    const next = paragraphs[i + 1];
    const candidate = {
      text: text.slice(paragraph.start, paragraph.end),
      oneLine: paragraph.lines === 1,
      before: i,
      after: paragraphs.length - 1 - i,
      next: next ? next.end - next.start : 0,
    };
    return blockOf(paragraph.start, paragraph.end, kindOf(candidate, residue));
  });
}

interface Paragraph {
  start: number;
  end: number;
  lines: number;
}

function joinLines(lines: readonly TextLine[], joins: readonly boolean[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  lines.forEach((line, i) => {
    const last = paragraphs.at(-1);
    if (last && joins[i - 1]) {
      last.end = line.end;
      last.lines++;
    } else {
      paragraphs.push({ start: line.start, end: line.end, lines: 1 });
    }
  });
  return paragraphs;
}
