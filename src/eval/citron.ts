/** Citron's conventions and formulas, so that figures can be laid beside its model card. */
import { equalSets, ROLES, type Role, sharedCount, type TokenAttribution } from "./attributions.ts";
import { isAlnum } from "./characters.ts";
import { bump, type Tally } from "./tally.ts";
import { runsOf, type ScoredText, sorted, wordOf } from "./text.ts";

const AUXILIARIES = new Set(["have", "also", "however", "meanwhile", "though", ","]);

function trimmed(doc: ScoredText, tokens: Iterable<number>): number[] {
  const out = sorted(tokens);
  while (out.length > 0 && ",:;!?".includes(wordOf(doc, out[0]!))) out.shift();
  while (out.length > 0 && ",:;!?".includes(wordOf(doc, out.at(-1)!))) out.pop();
  return out;
}

function hasLetters(doc: ScoredText, first: number, last: number): boolean {
  for (let t = first; t <= last; t++) if ([...wordOf(doc, t)].some(isAlnum)) return true;
  return false;
}

/** All three roles there, every span with a letter, and the cue outside quotation marks. */
function counts(doc: ScoredText, a: TokenAttribution): boolean {
  const lettered = ROLES.every((role) => {
    const runs = runsOf(doc, a[role]);
    return runs.length > 0 && runs.every(([first, last]) => hasLetters(doc, first, last));
  });
  return lettered && ![...a.cue].some((t) => doc.quoted[doc.starts[t]!] === 1);
}

function citronCue(doc: ScoredText, a: TokenAttribution): Set<number> {
  const cue = trimmed(doc, a.cue);
  while (cue.length > 1 && AUXILIARIES.has(wordOf(doc, cue[0]!).toLowerCase())) cue.shift();
  return new Set(cue);
}

/** A source ends before its first bracket or comma. */
function citronSource(doc: ScoredText, a: TokenAttribution): Set<number> {
  const source: number[] = [];
  for (const [first, last] of runsOf(doc, a.source)) {
    for (let t = first; t <= last; t++) {
      if (t > first && "([,".includes(wordOf(doc, t))) break;
      source.push(t);
    }
  }
  return new Set(trimmed(doc, source));
}

/** Content takes in a quotation mark that follows it, also after one of , . ! ? */
function citronContent(doc: ScoredText, a: TokenAttribution): Set<number> {
  const content = new Set<number>();
  const isMark = (t: number) => t < doc.starts.length && '"”'.includes(wordOf(doc, t));
  for (const [first, last] of runsOf(doc, a.content)) {
    for (let t = first; t <= last; t++) content.add(t);
    if (isMark(last + 1)) content.add(last + 1);
    else if (last + 1 < doc.starts.length && ",.!?".includes(wordOf(doc, last + 1)) && isMark(last + 2)) {
      content.add(last + 1).add(last + 2);
    }
  }
  return new Set(trimmed(doc, content));
}

/** What Citron's parc_extractor.py does to its gold before scoring. */
export function citronNorm(doc: ScoredText, attributions: readonly TokenAttribution[]): TokenAttribution[] {
  return attributions
    .filter((a) => counts(doc, a))
    .map((a) => ({
      record: a.record,
      cue: citronCue(doc, a),
      source: citronSource(doc, a),
      content: citronContent(doc, a),
    }))
    .filter((a) => ROLES.every((role) => a[role].size > 0));
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

function bounds(tokens: ReadonlySet<number>): Bounds | undefined {
  const all = sorted(tokens);
  return all.length > 0 ? { min: all[0]!, max: all.at(-1)! } : undefined;
}

/** Citron calls two cues overlapping also when the predicted one begins just where the gold one ends. */
function near(p: Bounds | undefined, g: Bounds | undefined): boolean {
  return p !== undefined && g !== undefined && p.min <= g.max + 1 && p.max >= g.min;
}

type Matcher = (i: number, j: number) => boolean;

function matchers(pred: readonly TokenAttribution[], gold: readonly TokenAttribution[]): Record<string, Matcher> {
  const predCues = pred.map((a) => bounds(a.cue));
  const goldCues = gold.map((a) => bounds(a.cue));
  const same = (role: Role, i: number, j: number) => equalSets(pred[i]![role], gold[j]![role]);
  return {
    source: (i, j) => near(predCues[i], goldCues[j]) && same("source", i, j),
    cue: (i, j) => pred[i]!.cue.size > 0 && same("cue", i, j),
    content: (i, j) => near(predCues[i], goldCues[j]) && same("content", i, j),
    quote: (i, j) => ROLES.every((role) => same(role, i, j)),
  };
}

/** True and false positives over predictions, false negatives over gold; token overlaps summed over ALL pairs. */
export function citronCounts(tally: Tally, pred: readonly TokenAttribution[], gold: readonly TokenAttribution[]): void {
  for (const [role, hit] of Object.entries(matchers(pred, gold))) {
    const tp = pred.filter((_, i) => gold.some((_, j) => hit(i, j))).length;
    bump(tally, `${role}/tp`, tp);
    bump(tally, `${role}/fp`, pred.length - tp);
    bump(tally, `${role}/fn`, gold.filter((_, j) => !pred.some((_, i) => hit(i, j))).length);
  }
  for (const role of ROLES) {
    let shared = 0;
    for (const p of pred) for (const g of gold) shared += sharedCount(p[role], g[role]);
    bump(tally, `${role}/ov`, shared);
    bump(tally, `${role}/np`, sum(pred, role));
    bump(tally, `${role}/ng`, sum(gold, role));
  }
}

function sum(attributions: readonly TokenAttribution[], role: Role): number {
  return attributions.reduce((n, a) => n + a[role].size, 0);
}
