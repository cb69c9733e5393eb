/** The development sets beside the checkout (../shared) and Onrecord's own reading of them: for `npm run eval` and the floors in the tests. */
import { existsSync, readFileSync } from "node:fs";
import { align, dice, equalSets, ROLES, type Role } from "../src/eval/attributions.ts";
import { type NamedSpeaker, sameName } from "../src/eval/names.ts";
import {
  type ArticleScore,
  type EngineName,
  evaluate,
  figuresOf,
  type GoldFile,
  layersOf,
  parseGold,
  type Reading,
  readRecord,
  type Statement,
  type Table,
  toGold,
} from "../src/index.ts";

export const SHARED = new URL("../../shared/", import.meta.url);

export interface GoldSet {
  readonly name: string;
  /** Below ../shared. */
  readonly path: string;
  /** Speakers, types and so on are annotated too. */
  readonly layers: boolean;
  /** Only articles of this genre. */
  readonly genre?: string;
}

export const POLNEAR: GoldSet = { name: "PolNeAR dev", path: "corpora/polnear/dev.jsonl", layers: false };
export const NEWSROOM: GoldSet = { name: "newsroom-dev", path: "gold/newsroom-dev.jsonl", layers: true };
export const GUM_NEWS: GoldSet = { name: "GUM dev, news", path: "corpora/gum/dev.jsonl", layers: false, genre: "news" };
export const SEED: GoldSet = { name: "seed", path: "gold/seed.jsonl", layers: true };

export const isHere = (set: GoldSet): boolean => existsSync(new URL(set.path, SHARED));

export interface Measured {
  readonly gold: GoldFile;
  readonly scores: readonly ArticleScore[];
  readonly table: Table;
  /** Gold attributions matched by half in every role; those with the right speaker. */
  readonly found: number;
  readonly rightSpeaker: number;
  /** Found, and right in every layer too. */
  readonly rightInAll: number;
  readonly trapsTaken: number;
  /** How sure of the spans and whether they are right (half match); of those that are, how sure of the speaker and whether right. */
  readonly spans: readonly Judged[];
  /** The same of each role's spans, right to the token. */
  readonly roles: Readonly<Record<Role, readonly Judged[]>>;
  readonly speakers: readonly Judged[];
  readonly residue: { readonly found: number; readonly gold: number; readonly others: number };
}

/** A confidence, and whether what it speaks of is right. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/** Reads every article of the set, as `onrecord read --format gold` does, and scores it. */
export async function measure(set: GoldSet, engine: EngineName = "default"): Promise<Measured> {
  const lines = readFileSync(new URL(set.path, SHARED), "utf8").split("\n").filter(Boolean);
  const wanted = lines.filter((line) => !set.genre || (JSON.parse(line) as { genre?: string }).genre === set.genre);
  const gold = parseGold(wanted.join("\n"), set.name);
  const readings: Reading[] = [];
  for (const record of gold.values()) readings.push(await readRecord(record, `${set.name}, ${record.id}`, { engine }));
  const pred = parseGold(readings.map(toGold).join(""), `${set.name} (read)`);
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
    ...judge(scores, readings),
    trapsTaken: layersOf(scores).trapsTaken,
    rightInAll: layersOf(scores).rightInAll,
    residue: residueOf(gold, pred),
  };
}

function judge(
  scores: readonly ArticleScore[],
  readings: readonly Reading[],
): Pick<Measured, "spans" | "roles" | "speakers"> {
  const spans: Judged[] = [];
  const roles: Record<Role, Judged[]> = { source: [], cue: [], content: [] };
  const speakers: Judged[] = [];
  scores.forEach((score, i) => {
    const byId = new Map(readings[i]!.statements.map((statement): [string, Statement] => [statement.id, statement]));
    const goldOf = new Map(align(score.pred, score.gold));
    score.pred.forEach((pred, k) => {
      const statement = byId.get(String(pred.record.id))!;
      const gold = score.gold[goldOf.get(k) ?? -1];
      const right = gold !== undefined && ROLES.every((role) => dice(pred[role], gold[role]) >= 0.5);
      spans.push({ confidence: statement.confidence, right });
      for (const role of ROLES) {
        const confidence = statement.spanConfidence?.[role];
        if (confidence !== undefined)
          roles[role].push({ confidence, right: gold !== undefined && equalSets(pred[role], gold[role]) });
      }
      if (!right || !statement.speaker || !("speaker" in gold.record)) return;
      speakers.push({
        confidence: statement.speaker.confidence,
        right: sameName(pred.record.speaker as NamedSpeaker, gold.record.speaker as NamedSpeaker),
      });
    });
  });
  return { spans, roles, speakers };
}

/** One line a tenth of confidence: how many, how sure on average, how many right. */
export function reliability(judged: readonly Judged[]): string[] {
  const lines: string[] = [];
  for (let tenth = 0; tenth < 10; tenth++) {
    const those = judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10 + 1e-9)) === tenth);
    if (those.length === 0) continue;
    const said = those.reduce((sum, { confidence }) => sum + confidence, 0) / those.length;
    const right = those.filter((one) => one.right).length / those.length;
    lines.push(
      `${(tenth / 10).toFixed(1)}-${((tenth + 1) / 10).toFixed(1)} ${String(those.length).padStart(6)}   said ${said.toFixed(2)}   right ${right.toFixed(2)}`,
    );
  }
  return lines;
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
