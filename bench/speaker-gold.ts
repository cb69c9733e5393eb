/** Measures the speaker room with gold attributions given. Run: npx tsx bench/speaker-gold.ts [--errors] [--only news|gold|gap] */
import { existsSync, readFileSync } from "node:fs";
import { type NamedSpeaker, namesOf, sameName } from "../src/eval/names.ts";
import { packageResources } from "../src/resources.ts";
import type { ArticleMeta, Attribution, Doc, Parties, Span } from "../src/schema/index.ts";
import { createSegmenter, plainBlocks } from "../src/segment/index.ts";
import { createSpeakerStage } from "../src/speaker/index.ts";
import { resolveAt } from "../src/speaker/pronoun-at.ts";

const SHARED = new URL("../../shared/", import.meta.url);
const { lexicon, model } = packageResources();
const segment = createSegmenter(
  lexicon,
  existsSync(new URL("../models/pos.bin", import.meta.url)) ? model("pos.bin") : undefined,
);
const stage = createSpeakerStage(lexicon);
const errors = process.argv.includes("--errors");
const only = process.argv[process.argv.indexOf("--only") + 1];
const wants = (part: string): boolean => !process.argv.includes("--only") || only === part;

type Pair = [number, number];
interface GoldAttribution {
  id: string;
  source: Pair[];
  cue?: Pair[];
  content: Pair[];
  kind: string;
  form?: Attribution["form"];
  parent?: string | null;
  speaker: NamedSpeaker | null;
  speakerType?: string;
  level?: string;
  addressee?: string | null;
  where?: string | null;
  via?: string | null;
  nested?: boolean;
}
interface GoldArticle {
  id: string;
  title?: string;
  publisher?: string;
  date?: string;
  genre?: string;
  text: string;
  attributions: GoldAttribution[];
  residue?: Pair[];
}

function lines<T>(path: string): T[] {
  return readFileSync(new URL(path, SHARED), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

const spans = (pairs: Pair[] | undefined): Span[] => (pairs ?? []).map(([start, end]) => ({ start, end }));

function toAttribution(gold: GoldAttribution): Attribution {
  return {
    id: gold.id,
    source: spans(gold.source),
    cue: spans(gold.cue),
    content: spans(gold.content),
    kind: (["direct", "indirect", "mixed"].includes(gold.kind) ? gold.kind : "indirect") as Attribution["kind"],
    ...(gold.form && { form: gold.form }),
    ...(gold.parent && { parent: gold.parent }),
    act: "speech",
    confidence: 1,
    decisions: [],
  };
}

function within(a: string[], b: string[]): boolean {
  return a.every((word) => b.includes(word));
}

/** For places: one holds all words of the other. */
function sameWords(pred: string, gold: string): boolean {
  const drop = (words: string[]): string[] =>
    words.filter((word) => !/^(?:the|a|an|in|at|on|of|his|her|its|with)$/.test(word));
  const [[a = []], [b = []]] = [namesOf(pred), namesOf(gold)];
  return within(drop(a), drop(b)) || within(drop(b), drop(a));
}

class Tally {
  right = 0;
  predicted = 0;
  gold = 0;
  strict = 0;
  f(): string {
    const [p, r] = [this.right / (this.predicted || 1), this.right / (this.gold || 1)];
    return `F1 ${((200 * p * r) / (p + r || 1)).toFixed(1)}  (P ${(100 * p).toFixed(1)} of ${this.predicted}, R ${(100 * r).toFixed(1)} of ${this.gold})`;
  }
}

const deciles = Array.from({ length: 11 }, () => ({ n: 0, right: 0 }));
const percent = (right: number, n: number): string => `${((100 * right) / (n || 1)).toFixed(1)} % (${right} of ${n})`;
const show = (text: string, pairs: Pair[]): string =>
  pairs
    .map(([s, e]) => text.slice(s, e))
    .join(" / ")
    .replace(/\n/g, "¶")
    .slice(0, 90);

function read(article: GoldArticle): ReadonlyMap<string, Parties> {
  const residue = spans(article.residue);
  const blocks = plainBlocks(article.text).map((block) =>
    residue.some((span) => span.start < block.end && block.start < span.end)
      ? { ...block, kind: "other-residue" as const }
      : block,
  );
  const doc: Doc = segment(article.text, blocks);
  const meta: ArticleMeta = {
    ...(article.title && { title: article.title }),
    ...(article.publisher && { publisher: article.publisher }),
    ...(article.date && { anchor: article.date }),
  };
  return stage(doc, article.attributions.map(toAttribution), meta).parties;
}

function measureGold(): void {
  let [n, right, known, knownRight, pronouns, pronounsRight, types, levels] = [0, 0, 0, 0, 0, 0, 0, 0];
  const tally = { addressee: new Tally(), via: new Tally(), where: new Tally() };
  const confusion = new Map<string, number>();
  for (const article of [...lines<GoldArticle>("gold/seed.jsonl"), ...lines<GoldArticle>("gold/newsroom-dev.jsonl")]) {
    const parties = read(article);
    for (const gold of article.attributions) {
      const found = parties.get(gold.id)!;
      const ok = gold.speaker ? sameName(found.speaker?.name, gold.speaker) : !found.speaker;
      n++;
      right += Number(ok);
      if (gold.speaker) {
        known++;
        knownRight += Number(ok);
      }
      const source = show(article.text, gold.source);
      if (/^(?:he|she|it|they|who|his|her|its|their)$/i.test(source)) {
        pronouns++;
        pronounsRight += Number(ok);
      }
      if (found.speaker) {
        const cell = deciles[Math.min(9, Math.floor(found.speaker.confidence * 10))]!;
        cell.n++;
        cell.right += Number(ok);
      }
      const type = found.speaker?.type ?? "unknown";
      types += Number(type === gold.speakerType);
      levels += Number(found.level === gold.level);
      if (found.level !== gold.level) {
        const key = `${gold.level} -> ${found.level}`;
        confusion.set(key, (confusion.get(key) ?? 0) + 1);
      }
      if (errors && !ok)
        console.log(
          `SPEAKER ${article.id.slice(0, 6)} ${gold.id} “${source}” gold ${String(gold.speaker)} | got ${found.speaker?.name} ${found.speaker?.confidence.toFixed(2)} ${found.decisions[0]?.by}`,
        );
      if (errors && type !== gold.speakerType)
        console.log(`TYPE ${article.id.slice(0, 6)} ${gold.id} “${source}” gold ${gold.speakerType} | got ${type}`);
      if (errors && found.level !== gold.level)
        console.log(
          `LEVEL ${article.id.slice(0, 6)} ${gold.id} “${source}” gold ${gold.level} | got ${found.level} ${found.decisions.at(-1)?.by}`,
        );
      for (const field of ["addressee", "via", "where"] as const) {
        const [pred, want] = [found[field]?.name, gold[field]];
        const t = tally[field];
        if (pred) t.predicted++;
        if (want) t.gold++;
        const same = !!pred && !!want && (field === "where" ? sameWords(pred, want) : sameName(pred, want));
        if (same) t.right++;
        if (errors && !same && (pred || want))
          console.log(
            `${field.toUpperCase()} ${article.id.slice(0, 6)} ${gold.id} “${source}” [${show(article.text, gold.cue ?? [])}] gold ${want} | got ${pred} ${found.decisions.find((d) => d.field === field)?.by ?? ""}`,
          );
      }
    }
  }
  console.log(`gold: speaker right, all statements       ${percent(right, n)}`);
  console.log(`gold: speaker right, where gold has one   ${percent(knownRight, known)}`);
  console.log(`gold: pronoun sources                     ${percent(pronounsRight, pronouns)}`);
  console.log(
    `gold: speakerType ${percent(types, n)}; level ${percent(levels, n)}  ${[...confusion]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 6)
      .map(([k, v]) => `${k}: ${v}`)
      .join(", ")}`,
  );
  for (const field of ["addressee", "via", "where"] as const)
    console.log(`gold: ${field.padEnd(9)} ${tally[field].f()}`);
}

function measureGum(): void {
  const perGenre = new Map<string, number[]>();
  for (const article of lines<GoldArticle>("corpora/gum/dev.jsonl")) {
    const parties = read(article);
    for (const gold of article.attributions) {
      if (!gold.speaker || gold.source.length === 0) continue;
      const found = parties.get(gold.id)!;
      const ok = sameName(found.speaker?.name, gold.speaker);
      const cell = perGenre.get(article.genre!) ?? [0, 0, 0, 0];
      cell[0]!++;
      cell[1]! += Number(ok);
      if ((gold.speaker as { named?: boolean }).named) {
        cell[2]!++;
        cell[3]! += Number(ok);
      }
      perGenre.set(article.genre!, cell);
      if (errors && !ok && article.genre === "news")
        console.log(
          `GUM ${article.id} ${gold.id} “${show(article.text, gold.source)}” gold ${(gold.speaker as { name: string }).name} | got ${found.speaker?.name} ${found.speaker?.confidence.toFixed(2)} ${found.decisions[0]?.by}`,
        );
    }
  }
  for (const [genre, [n, right, named, namedRight]] of perGenre)
    console.log(
      `gum ${genre.padEnd(9)} speaker right ${percent(right!, n!)}; those with a name ${percent(namedRight!, named!)}`,
    );
}

interface GapSnippet {
  id: string;
  text: string;
  pronoun: Pair;
  a: { span: Pair; coref: boolean };
  b: { span: Pair; coref: boolean };
}

function measureGap(): void {
  const totals = new Map<string, Tally>([
    ["all", new Tally()],
    ["m", new Tally()],
    ["f", new Tally()],
  ]);
  for (const snippet of lines<GapSnippet>("corpora/gap/development.jsonl")) {
    const doc = segment(snippet.text, plainBlocks(snippet.text));
    const answer = resolveAt(
      doc,
      lexicon,
      snippet.pronoun[0],
      [snippet.a.span, snippet.b.span].map(([start, end]) => ({ start, end })),
    );
    const gender = /^(?:he|him|his)$/i.test(snippet.text.slice(...snippet.pronoun)) ? "m" : "f";
    for (const tally of [totals.get("all")!, totals.get(gender)!]) {
      [snippet.a, snippet.b].forEach((name, i) => {
        tally.gold += Number(name.coref);
        tally.predicted += Number(answer[i]);
        tally.right += Number(name.coref && answer[i]);
      });
    }
    if (errors && (answer[0] !== snippet.a.coref || answer[1] !== snippet.b.coref))
      console.log(
        `GAP ${snippet.id} gold ${snippet.a.coref ? "a" : snippet.b.coref ? "b" : "-"} got ${answer[0] ? "a" : answer[1] ? "b" : "-"} :: ${snippet.text.slice(Math.max(0, snippet.pronoun[0] - 200), snippet.pronoun[1] + 40).replace(/\n/g, "¶")}`,
      );
  }
  for (const [name, tally] of totals) console.log(`gap ${name.padEnd(3)} ${tally.f()}`);
}

if (wants("gold")) measureGold();
if (wants("news")) measureGum();
if (wants("gap")) measureGap();
if (wants("gold")) {
  console.log("gold, confidence: decile, statements, right");
  deciles.forEach((cell, i) => {
    if (cell.n > 0)
      console.log(`  ${(i / 10).toFixed(1)}  ${String(cell.n).padStart(4)}  ${percent(cell.right, cell.n)}`);
  });
}
