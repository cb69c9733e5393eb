/** The development sets beside the checkout (../shared) and Onrecord's own reading of them: for `npm run eval` and the floors in the tests. */
import { existsSync, readFileSync } from "node:fs";
import {
  evaluate,
  figuresOf,
  type GoldFile,
  layersOf,
  parseGold,
  readRecord,
  type Table,
  toGold,
} from "../src/index.ts";

const SHARED = new URL("../../shared/", import.meta.url);

export interface GoldSet {
  readonly name: string;
  /** Below ../shared. */
  readonly path: string;
  /** Speakers, types and so on are annotated too. */
  readonly layers: boolean;
}

export const POLNEAR: GoldSet = { name: "PolNeAR dev", path: "corpora/polnear/dev.jsonl", layers: false };
export const NEWSROOM: GoldSet = { name: "newsroom-dev", path: "gold/newsroom-dev.jsonl", layers: true };
export const SEED: GoldSet = { name: "seed", path: "gold/seed.jsonl", layers: true };

export const isHere = (set: GoldSet): boolean => existsSync(new URL(set.path, SHARED));

export interface Measured {
  readonly gold: GoldFile;
  readonly scores: ReturnType<typeof evaluate>;
  readonly table: Table;
  /** Gold attributions matched by half in every role; those with the right speaker. */
  readonly found: number;
  readonly rightSpeaker: number;
  readonly trapsTaken: number;
  readonly residue: { readonly found: number; readonly gold: number; readonly others: number };
}

/** Reads every article of the set, as `onrecord read --format gold` does, and scores it. */
export async function measure(set: GoldSet): Promise<Measured> {
  const gold = parseGold(readFileSync(new URL(set.path, SHARED), "utf8"), set.name);
  const lines: string[] = [];
  for (const record of gold.values()) lines.push(toGold(await readRecord(record, `${set.name}, ${record.id}`)));
  const pred = parseGold(lines.join(""), `${set.name} (read)`);
  const scores = evaluate(gold, pred);
  const table = figuresOf(scores);
  const count = (key: string): number => {
    const figure = table.get(key);
    return figure ? Math.round((figure.r * figure.gold) / 100) : 0;
  };
  return {
    gold,
    scores,
    table,
    found: count("LINKED/WHOLE/half"),
    rightSpeaker: count("LINKED/speaker/named"),
    trapsTaken: layersOf(scores).trapsTaken,
    residue: residueOf(gold, pred),
  };
}

function residueOf(gold: GoldFile, pred: GoldFile): Measured["residue"] {
  const spans = (file: GoldFile, id: string): string[] => ((file.get(id)?.residue ?? []) as number[][]).map(String);
  const counts = { found: 0, gold: 0, others: 0 };
  for (const id of gold.keys()) {
    const want = new Set(spans(gold, id));
    for (const span of spans(pred, id)) {
      if (want.has(span)) counts.found++;
      else counts.others++;
    }
    counts.gold += want.size;
  }
  return counts;
}
