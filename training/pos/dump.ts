/**
 * Articles (JSONL with `text`, plain or gzipped) -> the tokens that our tokenizer makes, one paragraph a line as JSON, for `tag.py`:
 * npx tsx training/pos/dump.ts ARTICLES.jsonl.gz > tokens.jsonl
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { packageResources } from "../../src/resources.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";

const segment = createSegmenter(packageResources().lexicon);
const [path = ""] = process.argv.slice(2);
const bytes = readFileSync(path);
const jsonl = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");

jsonl
  .split("\n")
  .filter((line) => line !== "")
  .forEach((line, article) => {
    const { text } = JSON.parse(line) as { text: string };
    const { tokens, paragraphs, sentences } = segment(text, plainBlocks(text));
    for (const paragraph of paragraphs) {
      const words: string[] = [];
      const spaces: boolean[] = [];
      for (let i = paragraph.firstToken; i < paragraph.endToken; i++) {
        words.push(text.slice(tokens.start[i], tokens.end[i]));
        spaces.push(i + 1 < paragraph.endToken && tokens.start[i + 1]! > tokens.end[i]!);
      }
      const firsts = sentences
        .slice(paragraph.firstSentence, paragraph.endSentence)
        .map(({ firstToken }) => firstToken - paragraph.firstToken);
      if (words.length > 0) process.stdout.write(`${JSON.stringify({ article, words, spaces, firsts })}\n`);
    }
  });
