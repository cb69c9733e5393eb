/**
 * Corpus articles (JSONL, gzipped or not) -> token files that the Python side trains on, so that both see the same tokens and features.
 *   npx tsx training/attribution/export.ts IN.jsonl[.gz] OUT.jsonl.gz
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { featuresOf } from "../../src/attribution/features.ts";
import { packageResources } from "../../src/resources.ts";
import type { Doc } from "../../src/schema/index.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";

type Pair = [number, number];
interface GoldAttribution {
  source: Pair[];
  cue: Pair[];
  content: Pair[];
  id?: string;
  parent?: string | null;
  form?: string;
}

/**
 * The attributions that the network is to find: not the turns of transcripts (a layout rule finds them) but what lies inside them; of other nested
 * ones only the outermost, as PolNeAR has it.
 */
function outermost(attributions: GoldAttribution[]): GoldAttribution[] {
  const turns = new Set(attributions.filter((a) => a.form === "transcript").map((a) => a.id));
  return attributions.filter((a) => a.form !== "transcript" && (!a.parent || turns.has(a.parent)));
}

/** First token that ends after `offset`. */
function tokenAt(ends: Uint32Array, offset: number): number {
  let lo = 0;
  let hi = ends.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (ends[mid]! <= offset) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** Character spans -> token ranges, cut at paragraph ends. */
function ranges(doc: Doc, spans: Pair[]): Pair[] {
  const out: Pair[] = [];
  for (const [s, e] of spans) {
    const first = tokenAt(doc.tokens.end, s);
    const last = tokenAt(doc.tokens.end, e - 1);
    for (const p of doc.paragraphs) {
      const a = Math.max(first, p.firstToken);
      const b = Math.min(last + 1, p.endToken);
      if (a < b) out.push([a, b]);
    }
  }
  return out.sort((x, y) => x[0] - y[0]);
}

const [input, output] = process.argv.slice(2);
if (!input || !output) throw new Error("usage: export.ts IN.jsonl[.gz] OUT.jsonl.gz");
const raw = input.endsWith(".gz") ? gunzipSync(readFileSync(input)) : readFileSync(input);
const resources = packageResources();
const posModel = existsSync(new URL("../../models/pos.bin", import.meta.url)) ? resources.model("pos.bin") : undefined;
const segment = createSegmenter(resources.lexicon, posModel);
const lines: string[] = [];
for (const line of raw.toString("utf8").split("\n")) {
  if (!line.trim()) continue;
  const article = JSON.parse(line) as { id: string; text: string; attributions: GoldAttribution[] };
  const doc = segment(article.text, plainBlocks(article.text));
  const f = featuresOf(doc);
  lines.push(
    JSON.stringify({
      id: article.id,
      start: [...doc.tokens.start],
      end: [...doc.tokens.end],
      keys: f.keys,
      suffix: f.suffix,
      shape: [...f.shape],
      quote: [...f.quote],
      pos: [...doc.tokens.pos],
      paragraphs: doc.paragraphs.map((p) => [p.firstToken, p.endToken]),
      attributions: outermost(article.attributions).map((a) => ({
        source: ranges(doc, a.source),
        cue: ranges(doc, a.cue),
        content: ranges(doc, a.content),
      })),
    }),
  );
}
writeFileSync(output, gzipSync(lines.join("\n")));
