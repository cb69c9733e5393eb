/**
 * Silver-tagged tokens (see tag.py) -> models/pos.bin: an averaged perceptron, trained greedily on its own tags.
 * npx tsx training/pos/train.ts silver.jsonl models/pos.bin [epochs] — every tenth article is held out for the figures.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { UPOS } from "../../src/schema/index.ts";
import { classAt, isWordClass } from "../../src/segment/chars.ts";
import { COMBINED_COUNT, combinedFeatures, featuresOf, type WordFeatures } from "../../src/segment/pos/features.ts";
import { readPosModel, TAG_COUNT } from "../../src/segment/pos/model.ts";
import { createTagger, isFirst, OUTSIDE } from "../../src/segment/pos/tagger.ts";
import { encode } from "./encode.ts";

const HOLD_OUT = 10;
const CUTOFF = 3;
const SIZE_MAX = 1_400_000;
const DROPOUT = Number(process.env.DROPOUT ?? 0.1);

interface Line {
  article: number;
  words: string[];
  firsts: number[];
  pos: string[];
}
interface Example {
  words: string[];
  gold: Uint8Array;
  first: boolean[];
  ids: Int32Array;
}

const [silverPath = "", modelPath = "models/pos.bin", epochsGiven = "8"] = process.argv.slice(2);

/** Deterministic random numbers (mulberry32). */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const formIds = new Map<string, number>([["", 0]]);
const forms: WordFeatures[] = [{ ...featuresOf(""), word: 0, ending: 0 }];

function formId(word: string): number {
  let id = formIds.get(word);
  if (id === undefined) {
    id = forms.length;
    formIds.set(word, id);
    forms.push(featuresOf(word));
  }
  return id;
}

/** One sentence with what does not depend on tags. */
function toExample(words: string[], pos: string[]): Example {
  const text = words.join("");
  const start = new Uint32Array(words.length);
  const end = new Uint32Array(words.length);
  let at = 0;
  words.forEach((word, i) => {
    start[i] = at;
    at += word.length;
    end[i] = at;
  });
  const columns = { count: words.length, start, end };
  let seen = false;
  const first = words.map((word, i) => {
    const value = isFirst(text, columns, i, 0, seen);
    seen ||= isWordClass(classAt(word, 0, word.length));
    return value;
  });
  const gold = Uint8Array.from(pos, (tag) => Math.max(0, (UPOS as readonly string[]).indexOf(tag)));
  return { words, gold, first, ids: Int32Array.from([0, 0, ...words.map(formId), 0, 0]) };
}

function readExamples(): { train: Example[]; held: Example[] } {
  const train: Example[] = [];
  const held: Example[] = [];
  for (const line of readFileSync(silverPath, "utf8").trim().split("\n")) {
    const { article, words, firsts, pos } = JSON.parse(line) as Line;
    firsts.forEach((from, i) => {
      const to = firsts[i + 1] ?? words.length;
      (article % HOLD_OUT === 0 ? held : train).push(toExample(words.slice(from, to), pos.slice(from, to)));
    });
  }
  return { train, held };
}

const combined = new Uint32Array(COMBINED_COUNT);

/** Calls back with every feature of token i, given the two tags before. */
function eachFeature(example: Example, i: number, tag1: number, tag2: number, visit: (hash: number) => void): void {
  const { ids } = example;
  const own = forms[ids[i + 2]!]!;
  const slots = [
    own.slots[example.first[i] ? 1 : 0]!,
    forms[ids[i + 1]!]!.slots[2]!,
    forms[ids[i]!]!.slots[3]!,
    forms[ids[i + 3]!]!.slots[4]!,
    forms[ids[i + 4]!]!.slots[5]!,
  ];
  for (const slot of slots) for (const hash of slot) visit(hash);
  combinedFeatures(combined, {
    previous: forms[ids[i + 1]!]!.word,
    word: own.word,
    ending: own.ending,
    next: forms[ids[i + 3]!]!.word,
    tag1,
    tag2,
  });
  for (let k = 0; k < COMBINED_COUNT; k++) visit(combined[k]!);
}

/** Features seen at least CUTOFF times, numbered. */
function countFeatures(examples: readonly Example[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const example of examples)
    for (let i = 0; i < example.gold.length; i++)
      eachFeature(example, i, i > 0 ? example.gold[i - 1]! : OUTSIDE, i > 1 ? example.gold[i - 2]! : OUTSIDE, (hash) =>
        counts.set(hash, (counts.get(hash) ?? 0) + 1),
      );
  const rows = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= CUTOFF) rows.set(hash, rows.size);
  return rows;
}

/** Averaged weights, row after row. */
function perceptron(examples: Example[], rows: Map<number, number>, epochs: number): Float32Array {
  const weights = new Float32Array(rows.size * TAG_COUNT);
  const totals = new Float64Array(rows.size * TAG_COUNT);
  const stamps = new Uint32Array(rows.size * TAG_COUNT);
  const next = random(20260311);
  const active = new Int32Array(64);
  const score = new Float64Array(TAG_COUNT);
  let time = 0;
  const change = (at: number, by: number): void => {
    totals[at]! += (time - stamps[at]!) * weights[at]!;
    stamps[at] = time;
    weights[at]! += by;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = examples.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [examples[i], examples[j]] = [examples[j]!, examples[i]!];
    }
    let wrong = 0;
    for (const example of examples) {
      let tag1 = OUTSIDE;
      let tag2 = OUTSIDE;
      for (let i = 0; i < example.gold.length; i++, time++) {
        let count = 0;
        eachFeature(example, i, tag1, tag2, (hash) => {
          const row = rows.get(hash);
          if (row !== undefined && next() >= DROPOUT) active[count++] = row * TAG_COUNT;
        });
        score.fill(0);
        for (let k = 0; k < count; k++)
          for (let tag = 0; tag < TAG_COUNT; tag++) score[tag]! += weights[active[k]! + tag]!;
        let best = 0;
        for (let tag = 1; tag < TAG_COUNT; tag++) if (score[tag]! > score[best]!) best = tag;
        const gold = example.gold[i]!;
        if (best !== gold) {
          wrong++;
          for (let k = 0; k < count; k++) {
            change(active[k]! + gold, 1);
            change(active[k]! + best, -1);
          }
        }
        tag2 = tag1;
        tag1 = best;
      }
    }
    console.log(`epoch ${epoch + 1}: ${wrong} mistakes while learning`);
  }
  return weights.map((weight, at) => (totals[at]! + (time - stamps[at]!) * weight) / time);
}

/** Share of the tokens on which the shipped bytes agree with the silver tags. */
function agreement(bytes: Uint8Array, held: readonly Example[]): number {
  const tag = createTagger(readPosModel(bytes));
  let right = 0;
  let all = 0;
  const confusions = new Map<string, number>();
  for (const { words, gold } of held) {
    const text = words.join("");
    const end = new Uint32Array(words.length);
    words.forEach((word, i) => {
      end[i] = (i > 0 ? end[i - 1]! : 0) + word.length;
    });
    const start = Uint32Array.from(words, (_, i) => (i > 0 ? end[i - 1]! : 0));
    const pos = new Uint8Array(words.length);
    tag(pos, text, { count: words.length, start, end }, [
      { start: 0, end: text.length, firstToken: 0, endToken: words.length },
    ]);
    pos.forEach((code, i) => {
      all++;
      if (code === gold[i]) right++;
      else {
        const pair = `${UPOS[gold[i]!]} as ${UPOS[code]}`;
        confusions.set(pair, (confusions.get(pair) ?? 0) + 1);
      }
    });
  }
  console.log(
    [...confusions]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 12)
      .map(([pair, n]) => `${pair} ${n}`)
      .join(", "),
  );
  return right / all;
}

const { train, held } = readExamples();
const rows = countFeatures(train);
console.log(`${train.length} sentences to learn from, ${held.length} held out, ${rows.size} features`);
const weights = perceptron(train, rows, Number(epochsGiven));
const bytes = encode(rows, weights, SIZE_MAX);
writeFileSync(modelPath, bytes);
console.log(`${bytes.length} bytes, agreement on the held-out articles ${(100 * agreement(bytes, held)).toFixed(2)} %`);
