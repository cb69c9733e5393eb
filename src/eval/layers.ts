/**
 * The layers above the spans: who, to whom, when, what type … scored on the aligned attributions of both sides.
 * A layer takes part if some attribution of each side has its key, so PolNeAR's files simply have fewer rows.
 */
import { align, dice, ROLES, sharedCount, type TokenAttribution } from "./attributions.ts";
import type { ArticleScore } from "./evaluate.ts";
import { given, type NamedSpeaker, sameName } from "./names.ts";
import type { GoldAttribution } from "./records.ts";
import { type Offsets, tokensOf } from "./text.ts";

type Pair = readonly [TokenAttribution, TokenAttribution];

/** One layer: the key, when a record has a value of it, and when two values agree. */
interface Layer {
  readonly name: string;
  readonly key: string;
  has(record: GoldAttribution): boolean;
  agree(p: GoldAttribution, g: GoldAttribution, pair: Pair, score: ArticleScore): boolean;
}

const value = (key: string) => (record: GoldAttribution) => given(record[key]);
const equal = (key: string) => (p: GoldAttribution, g: GoldAttribution) => (p[key] ?? null) === (g[key] ?? null);
const named = (key: string) => (p: GoldAttribution, g: GoldAttribution) =>
  sameName(p[key] as NamedSpeaker, g[key] as NamedSpeaker) || (!given(p[key]) && !given(g[key]));

/** A word from a closed set. */
const choice = (key: string): Layer => ({ name: key, key, has: value(key), agree: equal(key) });
/** A name: agrees as speakers' names do. */
const party = (key: string): Layer => ({ name: key, key, has: value(key), agree: named(key) });
/** Yes or no; only "yes" counts as a value. */
const flag = (key: string): Layer => ({
  name: key,
  key,
  has: (record) => record[key] === true,
  agree: (p, g) => (p[key] === true) === (g[key] === true),
});

function typeAgrees(p: GoldAttribution, g: GoldAttribution): boolean {
  const others = Array.isArray(g.typeAlt) ? g.typeAlt : [];
  return p.type === g.type || others.includes(p.type);
}

/** The condition spans share at least half of their tokens. */
function conditionsAgree(p: GoldAttribution, g: GoldAttribution, _: Pair, score: ArticleScore): boolean {
  const tokens = (record: GoldAttribution) => tokensOf(score.doc, (record.condition ?? []) as Offsets[]);
  return dice(tokens(p), tokens(g)) >= 0.5;
}

/** The parent of one is aligned with the parent of the other. */
function parentsAgree(p: GoldAttribution, g: GoldAttribution, _: Pair, score: ArticleScore): boolean {
  if (!given(p.parent) || !given(g.parent)) return given(p.parent) === given(g.parent);
  return pairsOf(score).some(([x, y]) => x.record.id === p.parent && y.record.id === g.parent);
}

const LAYERS: readonly Layer[] = [
  party("speaker"),
  choice("speakerType"),
  party("addressee"),
  party("via"),
  party("where"),
  choice("level"),
  choice("kind"),
  choice("form"),
  choice("type"),
  { name: "type or alt", key: "type", has: value("type"), agree: typeAgrees },
  choice("when"),
  flag("negated"),
  flag("hypothetical"),
  flag("historical"),
  { name: "condition", key: "condition", has: value("condition"), agree: conditionsAgree },
  {
    name: "probability",
    key: "probability",
    has: (r) => typeof r.probability === "number",
    agree: equal("probability"),
  },
  { name: "answered", key: "answered", has: (r) => typeof r.answered === "boolean", agree: equal("answered") },
  { name: "parent", key: "parent", has: value("parent"), agree: parentsAgree },
];

/**
 * One layer's figures, in per cent. `accuracy`: aligned pairs that agree (both without a value too), of all aligned
 * pairs. P, R: pairs that agree on a value, of all predicted (gold) attributions with a value, aligned or not.
 */
export interface LayerFigure {
  readonly layer: string;
  readonly p: number;
  readonly r: number;
  readonly f: number;
  readonly pred: number;
  readonly gold: number;
  readonly accuracy: number;
  readonly aligned: number;
}

const alignments = new WeakMap<ArticleScore, Pair[]>();

function pairsOf(score: ArticleScore): Pair[] {
  let pairs = alignments.get(score);
  if (!pairs) {
    pairs = align(score.pred, score.gold).map(([i, j]) => [score.pred[i]!, score.gold[j]!] as const);
    alignments.set(score, pairs);
  }
  return pairs;
}

const percent = (n: number, of: number) => (of > 0 ? (100 * n) / of : 0);

function layerFigure(layer: Layer, scores: readonly ArticleScore[]): LayerFigure | undefined {
  const known = (side: "gold" | "pred") => scores.some((s) => s[side].some((a) => layer.key in a.record));
  if (!known("gold") || !known("pred")) return undefined;
  const count = (side: "gold" | "pred") =>
    scores.reduce((n, s) => n + s[side].filter((a) => layer.has(a.record)).length, 0);
  let [agreeing, right, aligned] = [0, 0, 0];
  for (const score of scores) {
    for (const pair of pairsOf(score)) {
      const [p, g] = [pair[0].record, pair[1].record];
      aligned++;
      if (!layer.agree(p, g, pair, score)) continue;
      agreeing++;
      if (layer.has(p) && layer.has(g)) right++;
    }
  }
  const [pred, gold] = [count("pred"), count("gold")];
  if (pred + gold === 0) return undefined;
  const [p, r] = [percent(right, pred), percent(right, gold)];
  const f = p + r > 0 ? (2 * p * r) / (p + r) : 0;
  return { layer: layer.name, p, r, f, pred, gold, accuracy: percent(agreeing, aligned), aligned };
}

/** What else can be said of whole articles: traps walked into, and statements right in every layer. */
export interface LayerReport {
  readonly figures: readonly LayerFigure[];
  /** Gold attributions matched by half in every role, and of those: right in every layer. */
  readonly found: number;
  readonly rightInAll: number;
  readonly gold: number;
  /** Spans that attribute nothing, and how many of them hold a whole predicted content. */
  readonly traps: number;
  readonly trapsTaken: number;
  /** Predicted attributions that touch residue. */
  readonly inResidue: number;
}

interface Trap {
  readonly span: Offsets;
}

const touches = (score: ArticleScore, a: TokenAttribution, spans: readonly Offsets[]) => {
  const tokens = tokensOf(score.doc, spans);
  return ROLES.some((role) => sharedCount(a[role], tokens) > 0);
};

function trapsOf(score: ArticleScore): { traps: number; taken: number } {
  const traps = (score.record.nonAttributions ?? []) as Trap[];
  const taken = traps.filter(({ span }) => {
    const tokens = tokensOf(score.doc, [span]);
    return score.pred.some((a) => a.content.size > 0 && sharedCount(a.content, tokens) === a.content.size);
  });
  return { traps: traps.length, taken: taken.length };
}

/** Score all layers that both sides have. */
export function layersOf(scores: readonly ArticleScore[]): LayerReport {
  const out = { found: 0, rightInAll: 0, gold: 0, traps: 0, trapsTaken: 0, inResidue: 0 };
  const figures = LAYERS.map((layer) => layerFigure(layer, scores)).filter((f) => f !== undefined);
  const scored = LAYERS.filter((l) => l.name !== "type" && figures.some((f) => f.layer === l.name));
  for (const score of scores) {
    const halves = pairsOf(score).filter(([p, g]) => ROLES.every((role) => dice(p[role], g[role]) >= 0.5));
    out.gold += score.gold.length;
    out.found += halves.length;
    out.rightInAll += halves.filter((pair) =>
      scored.every((layer) => layer.agree(pair[0].record, pair[1].record, pair, score)),
    ).length;
    const { traps, taken } = trapsOf(score);
    out.traps += traps;
    out.trapsTaken += taken;
    const residue = (score.record.residue ?? []) as Offsets[];
    out.inResidue += score.pred.filter((a) => touches(score, a, residue)).length;
  }
  return { figures, ...out };
}
