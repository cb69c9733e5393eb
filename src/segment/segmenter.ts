/** Text and blocks -> Doc: tokens, then quotation marks, then sentences, then parts of speech. */
import type { Block, Doc, Lexicon, Paragraph, Sentence } from "../schema/index.ts";
import { pairQuotes } from "./quotes/index.ts";
import type { View } from "./sentences/boundaries.ts";
import { splitSentences } from "./sentences/split.ts";
import { type Abbreviations, readAbbreviations } from "./tokens/abbreviations.ts";
import { emptyColumns, type TokenColumns } from "./tokens/columns.ts";
import { tokenize } from "./tokens/tokenize.ts";

/** Segments one text. Blocks must be sorted; what lies outside them gets no tokens. */
export type Segmenter = (text: string, blocks: readonly Block[]) => Doc;

/** Reads the word list once. Without weights every part of speech is X (0). */
export function createSegmenter(lexicon: Lexicon, posModel?: Uint8Array): Segmenter {
  const abbreviations = readAbbreviations(lexicon);
  void posModel;
  return (text, blocks) => {
    const columns = emptyColumns(text.length);
    const bare = tokenizeBlocks(columns, text, blocks, abbreviations);
    const pairing = pairQuotes(text, columns, bare);
    const view: View = { text, columns, abbreviations, roles: pairing.roles };
    const sentences: Sentence[] = [];
    const paragraphs = bare.map((paragraph): Paragraph => {
      const firstSentence = sentences.length;
      splitSentences(sentences, view, paragraph.firstToken, paragraph.endToken);
      return { ...paragraph, firstSentence, endSentence: sentences.length };
    });
    const { count } = columns;
    return {
      text,
      tokens: {
        count,
        start: columns.start.slice(0, count),
        end: columns.end.slice(0, count),
        pos: new Uint8Array(count),
      },
      sentences,
      paragraphs,
      quotes: pairing.quotes,
      messages: pairing.messages,
    };
  };
}

/** One paragraph a block, bounds clamped so that they never overlap and never leave the text. */
function tokenizeBlocks(
  columns: TokenColumns,
  text: string,
  blocks: readonly Block[],
  list: Abbreviations,
): Paragraph[] {
  let floor = 0;
  return blocks.map((block) => {
    const start = Math.min(Math.max(block.start, floor), text.length);
    const end = Math.min(Math.max(block.end, start), text.length);
    floor = end;
    const firstToken = columns.count;
    tokenize(columns, text, start, end, list);
    return { start, end, kind: block.kind, firstToken, endToken: columns.count, firstSentence: 0, endSentence: 0 };
  });
}
