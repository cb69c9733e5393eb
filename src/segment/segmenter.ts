/** Text and blocks -> Doc: tokens, then quotation marks, then sentences, then parts of speech. */
import type { Block, Doc, Lexicon, Paragraph, Sentence, Tokens } from "../schema/index.ts";
import { readPosModel } from "./pos/model.ts";
import { createTagger } from "./pos/tagger.ts";
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
  const tag = posModel && createTagger(readPosModel(posModel));
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
    const pos = new Uint8Array(columns.count);
    tag?.(pos, text, columns, sentences);
    const { quotes, messages } = pairing;
    return { text, tokens: tokensOf(columns, pos), sentences, paragraphs, quotes, messages };
  };
}

function tokensOf({ count, start, end }: TokenColumns, pos: Uint8Array): Tokens {
  return { count, start: start.slice(0, count), end: end.slice(0, count), pos };
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
