/** From summed counts to precision, recall and F. */
import { ROLES, type Role } from "./attributions.ts";
import type { Tally } from "./tally.ts";

/** One line of the report, in per cent. `pred` and `gold` are the numbers that P and R divide by. */
export interface Figure {
  readonly p: number;
  readonly r: number;
  readonly f: number;
  readonly pred: number;
  readonly gold: number;
}

/** Figures by `section/row/column`, in the order of the counts. */
export type Table = Map<string, Figure>;

function f1(p: number, r: number): number {
  return p + r ? (2 * p * r) / (p + r) : 0;
}

/** An empty side is right only against another empty side. */
function figure(cp: number, pred: number, cg: number, gold: number): Figure {
  const p = pred ? (100 * cp) / pred : gold ? 0 : 100;
  const r = gold ? (100 * cg) / gold : pred ? 0 : 100;
  return { p, r, f: f1(p, r), pred, gold };
}

/** As in Citron's get_exact_scores: 0 / 0 is 0. */
function citronFigure(correctPred: number, pred: number, correctGold: number, gold: number): Figure {
  const p = pred ? (100 * correctPred) / pred : 0;
  const r = gold ? (100 * correctGold) / gold : 0;
  return { p, r, f: f1(p, r), pred, gold };
}

function addCitron(out: Table, of: (key: string) => number): void {
  const rows = [...ROLES, "quote"] as const;
  for (const row of rows) {
    const [tp, fp, fn] = [of(`${row}/tp`), of(`${row}/fp`), of(`${row}/fn`)];
    out.set(`CITRON/${row}/exact`, citronFigure(tp, tp + fp, tp, tp + fn));
  }
  for (const row of rows) {
    const roles: readonly Role[] = row === "quote" ? ROLES : [row];
    const sum = (x: string) => roles.reduce((n, role) => n + of(`${role}/${x}`), 0);
    out.set(`CITRON/${row}/overlap`, citronFigure(sum("ov"), sum("np"), sum("ov"), sum("ng")));
  }
}

/** All figures of summed counts. */
export function tableOf(total: Tally): Table {
  const of = (key: string) => total.get(key) ?? 0;
  const out: Table = new Map();
  for (const key of total.keys()) {
    const path = key.split("/");
    const name = path.slice(0, 3).join("/");
    if (path.length !== 4 || out.has(name)) continue;
    out.set(name, figure(of(`${name}/cp`), of(`${name}/p`), of(`${name}/cg`), of(`${name}/g`)));
  }
  addCitron(out, of);
  return out;
}
