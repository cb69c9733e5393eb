/** The figures that look at one role at a time: TOKENS, SPANS, and the spans of KINDS. */
import { ROLES, type Role, sharedCount, type TokenAttribution } from "./attributions.ts";
import { addFigure, type Tally } from "./tally.ts";
import { kindOf, type Run, runsOf, type ScoredText } from "./text.ts";

export const KIND_ROWS = ["direct", "mixed", "indirect"] as const;

/** One side of one role: the union of its tokens and its distinct spans by key. */
interface Side {
  readonly union: ReadonlySet<number>;
  readonly runs: ReadonlyMap<string, Run>;
}

function side(doc: ScoredText, attributions: readonly TokenAttribution[], role: Role): Side {
  const union = new Set<number>();
  const runs = new Map<string, Run>();
  for (const a of attributions) {
    for (const t of a[role]) union.add(t);
    for (const run of runsOf(doc, a[role])) runs.set(`${run[0]},${run[1]}`, run);
  }
  return { union, runs };
}

function* range([first, last]: Run): Generator<number> {
  for (let t = first; t <= last; t++) yield t;
}

/** The part of the run's tokens that the other side covers. */
function covered(run: Run, union: ReadonlySet<number>): number {
  let n = 0;
  for (const t of range(run)) if (union.has(t)) n++;
  return n / (run[1] + 1 - run[0]);
}

function jaccard(a: Run, b: Run): number {
  const both = Math.min(a[1], b[1]) - Math.max(a[0], b[0]) + 1;
  return both > 0 ? both / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]) + 1) : 0;
}

function total(runs: Iterable<Run>, value: (run: Run) => number): number {
  let sum = 0;
  for (const run of runs) sum += value(run);
  return sum;
}

/** CofeNet's J: the best Jaccard index per gold span, and a 0 for every predicted span that touches none. */
function addJaccard(tally: Tally, figure: string, pred: Side, gold: Side): void {
  const best = total(gold.runs.values(), (g) =>
    [...pred.runs.values()].reduce((most, p) => Math.max(most, jaccard(p, g)), 0),
  );
  const golden = [...gold.runs.values()];
  const astray = [...pred.runs.values()].filter((p) => !golden.some((g) => jaccard(p, g) > 0)).length;
  const n = gold.runs.size + astray;
  addFigure(tally, figure, best, n, best, n);
}

function addRole(tally: Tally, role: Role, pred: Side, gold: Side): void {
  const shared = sharedCount(pred.union, gold.union);
  addFigure(tally, `TOKENS/${role}/tokens`, shared, pred.union.size, shared, gold.union.size);
  const add = (column: string, ofPred: (run: Run) => number, ofGold: (run: Run) => number) => {
    const [cp, cg] = [total(pred.runs.values(), ofPred), total(gold.runs.values(), ofGold)];
    addFigure(tally, `SPANS/${role}/${column}`, cp, pred.runs.size, cg, gold.runs.size);
  };
  const key = (run: Run) => `${run[0]},${run[1]}`;
  add(
    "exact",
    (p) => Number(gold.runs.has(key(p))),
    (g) => Number(pred.runs.has(key(g))),
  );
  add(
    "overlap",
    (p) => Number(covered(p, gold.union) > 0),
    (g) => Number(covered(g, pred.union) > 0),
  );
  add(
    "partial",
    (p) => covered(p, gold.union),
    (g) => covered(g, pred.union),
  );
  addBegin(tally, role, pred, gold);
  addJaccard(tally, `SPANS/${role}/jaccard`, pred, gold);
}

/** The set of first tokens counts: its size may be smaller than the number of spans. */
function addBegin(tally: Tally, role: Role, pred: Side, gold: Side): void {
  const firstOfPred = new Set([...pred.runs.values()].map(([first]) => first));
  const firstOfGold = new Set([...gold.runs.values()].map(([first]) => first));
  const cp = total(pred.runs.values(), ([first]) => Number(firstOfGold.has(first)));
  const cg = total(gold.runs.values(), ([first]) => Number(firstOfPred.has(first)));
  addFigure(tally, `SPANS/${role}/begin`, cp, pred.runs.size, cg, gold.runs.size);
}

function addKinds(tally: Tally, doc: ScoredText, pred: Side, gold: Side): void {
  const byKind = (s: Side, kind: string) => [...s.runs].filter(([, run]) => kindOf(doc, range(run)) === kind);
  for (const kind of KIND_ROWS) {
    const p = byKind(pred, kind);
    const g = byKind(gold, kind);
    const hits = (of: typeof p, other: Side) => of.filter(([key]) => other.runs.has(key)).length;
    const parts = (of: typeof p, other: Side) =>
      total(
        of.map(([, run]) => run),
        (run) => covered(run, other.union),
      );
    addFigure(tally, `KINDS/${kind}/span exact`, hits(p, gold), p.length, hits(g, pred), g.length);
    addFigure(tally, `KINDS/${kind}/span partial`, parts(p, gold), p.length, parts(g, pred), g.length);
  }
}

/** Counts of TOKENS and SPANS for each role. */
export function spanCounts(
  tally: Tally,
  doc: ScoredText,
  pred: readonly TokenAttribution[],
  gold: readonly TokenAttribution[],
): void {
  for (const role of ROLES) {
    const [p, g] = [side(doc, pred, role), side(doc, gold, role)];
    addRole(tally, role, p, g);
    if (role === "content") addKinds(tally, doc, p, g);
  }
}
