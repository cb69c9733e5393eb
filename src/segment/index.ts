/** The segment room: text and blocks of an article -> Doc (paragraphs, sentences, tokens, quotations). */
export { plainBlocks } from "./plain-blocks.ts";
export { createSegmenter, type Segmenter } from "./segmenter.ts";
