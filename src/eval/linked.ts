/** The figures over aligned attributions: LINKED, and the aligned part of KINDS. */
import { align, dice, equalSets, ROLES, sharedCount, type TokenAttribution } from "./attributions.ts";
import { given, sameName } from "./names.ts";
import { KIND_ROWS } from "./spans.ts";
import { addFigure, type Tally } from "./tally.ts";
import { headOf, kindOf, type ScoredText } from "./text.ts";

type Test = (p: TokenAttribution, g: TokenAttribution) => boolean;
type Takes = (attribution: TokenAttribution) => boolean;

const shares = (a: ReadonlySet<number>, b: ReadonlySet<number>) => sharedCount(a, b) > 0;

/** All three roles agree; two empty roles do. */
const WHOLE: Readonly<Record<string, Test>> = {
  exact: (p, g) => ROLES.every((role) => equalSets(p[role], g[role])),
  half: (p, g) => ROLES.every((role) => dice(p[role], g[role]) >= 0.5),
  overlap: (p, g) => ROLES.every((role) => shares(p[role], g[role]) || p[role].size + g[role].size === 0),
};

/** Counts of LINKED and KINDS. */
export function linkedCounts(
  tally: Tally,
  doc: ScoredText,
  pred: readonly TokenAttribution[],
  gold: readonly TokenAttribution[],
): void {
  const pairs = align(pred, gold).map(([i, j]) => [pred[i]!, gold[j]!] as const);
  /** `takes` says which attributions of either side a figure is about. */
  const add = (figure: string, test: Test, takes: Takes = () => true) => {
    const right = pairs.filter(([p, g]) => test(p, g));
    const cp = right.filter(([p]) => takes(p)).length;
    const cg = right.filter(([, g]) => takes(g)).length;
    addFigure(tally, figure, cp, pred.filter(takes).length, cg, gold.filter(takes).length);
  };
  for (const role of ROLES) {
    const has: Takes = (a) => a[role].size > 0;
    add(`LINKED/${role}/exact`, (p, g) => has(p) && equalSets(p[role], g[role]), has);
    add(`LINKED/${role}/overlap`, (p, g) => shares(p[role], g[role]), has);
    if (role === "source") add("LINKED/source/head", sameHead(doc), has);
  }
  for (const [column, test] of Object.entries(WHOLE)) add(`LINKED/WHOLE/${column}`, test);
  const spoken: Takes = (a) => given(a.record.speaker);
  if (gold.some(spoken)) {
    add("LINKED/speaker/named", (p, g) => sameName(p.record.speaker, g.record.speaker), spoken);
  }
  addKinds(doc, [...pred, ...gold], add);
}

function sameHead(doc: ScoredText): Test {
  return (p, g) => p.source.size > 0 && g.source.size > 0 && headOf(doc, p.source) === headOf(doc, g.source);
}

function addKinds(
  doc: ScoredText,
  all: readonly TokenAttribution[],
  add: (figure: string, test: Test, takes: Takes) => void,
): void {
  const kinds = new Map(all.map((a) => [a, kindOf(doc, a.content)]));
  for (const kind of KIND_ROWS) {
    const of: Takes = (a) => kinds.get(a) === kind;
    add(`KINDS/${kind}/content exact`, (p, g) => p.content.size > 0 && equalSets(p.content, g.content), of);
    add(`KINDS/${kind}/content overlap`, (p, g) => shares(p.content, g.content), of);
    add(`KINDS/${kind}/source exact`, (p, g) => equalSets(p.source, g.source), of);
    for (const [column, test] of Object.entries(WHOLE)) add(`KINDS/${kind}/whole ${column}`, test, of);
  }
}
