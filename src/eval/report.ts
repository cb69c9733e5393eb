/** The report as text or JSON, line for line as the referee prints it. */
import { byCodePoint } from "./characters.ts";
import type { ArticleScore } from "./evaluate.ts";
import { pythonRandom, roundTwo, twoDecimals } from "./numbers.ts";
import { type Figure, type Table, tableOf } from "./table.ts";
import { totalOf } from "./tally.ts";

/** The figures that are also given per value of a field, and with intervals. */
export const HEADLINES = [
  "TOKENS/content/tokens",
  "SPANS/content/exact",
  "LINKED/source/exact",
  "LINKED/WHOLE/half",
  "LINKED/WHOLE/exact",
] as const;

const SECTIONS = ["TOKENS", "SPANS", "LINKED", "KINDS", "CITRON"];

/** All figures over all articles. */
export function figuresOf(scores: readonly ArticleScore[]): Table {
  return tableOf(totalOf(scores.map((s) => s.tally)));
}

function pad(value: string, width: number): string {
  return value + " ".repeat(Math.max(0, width - [...value].length));
}

const right = (x: number, width: number) => twoDecimals(x).padStart(width);

function figureLine(row: string, column: string, { p, r, f, pred, gold }: Figure): string {
  const head = `${" ".repeat(8)} ${pad(row, 9)}${pad(column, 16)}`;
  if (column === "jaccard") return `${head} ${" ".repeat(13)} ${right(f, 6)}`;
  return `${head} ${right(p, 6)} ${right(r, 6)} ${right(f, 6)} ${String(pred).padStart(7)} ${String(gold).padStart(7)}`;
}

function mainLines(table: Table): string[] {
  const out: string[] = [];
  for (const section of SECTIONS) {
    const rows = [...table].filter(([key]) => key.startsWith(`${section}/`));
    if (rows.length > 0) {
      out.push("", `${pad(section, 8)} ${" ".repeat(9)}${" ".repeat(16)}     P      R      F     pred    gold`);
    }
    for (const [key, figure] of rows) {
      const [, row, column] = key.split("/");
      out.push(figureLine(row!, column!, figure));
    }
  }
  return out;
}

/** A field's value as Python's `str()` would show it. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function byLines(scores: readonly ArticleScore[], field: string): string[] {
  const columns = HEADLINES.map((h) => ` ${h.split("/").slice(1).join("/").padStart(14)}`).join("");
  const out = ["", `by ${field} (F):${columns}    gold`];
  const groups = grouped(scores, field);
  for (const value of [...groups.keys()].sort(byCodePoint)) {
    const total = totalOf(groups.get(value)!.map((s) => s.tally));
    const table = tableOf(total);
    const cells = HEADLINES.map((h) => ` ${right(table.get(h)!.f, 14)}`).join("");
    out.push(`  ${pad(value, 12)}${cells} ${String(total.get("n/gold") ?? 0).padStart(7)}`);
  }
  return out;
}

function grouped(scores: readonly ArticleScore[], field: string): Map<string, ArticleScore[]> {
  const out = new Map<string, ArticleScore[]>();
  for (const score of scores) {
    const value = shown(score.record[field]);
    const group = out.get(value);
    if (group) group.push(score);
    else out.set(value, [score]);
  }
  return out;
}

/** A bootstrap interval of one headline figure. */
export interface Interval {
  readonly figure: string;
  readonly f: number;
  readonly low: number;
  readonly high: number;
}

/** 95 % intervals of F: articles resampled `times` times, with the referee's own random numbers. */
export function bootstrap(scores: readonly ArticleScore[], times: number): Interval[] {
  if (scores.length === 0 || times < 1) return [];
  const random = pythonRandom(1);
  const all = figuresOf(scores);
  const got = HEADLINES.map((): number[] => []);
  for (let round = 0; round < times; round++) {
    const sample = scores.map(() => scores[Math.floor(random() * scores.length)]!);
    const table = figuresOf(sample);
    for (const [i, h] of HEADLINES.entries()) got[i]!.push(table.get(h)!.f);
  }
  return HEADLINES.map((h, i) => {
    const values = got[i]!.sort((a, b) => a - b);
    const low = values[Math.trunc(0.025 * times)]!;
    const high = values[Math.min(times - 1, Math.trunc(0.975 * times))]!;
    return { figure: h, f: all.get(h)!.f, low, high };
  });
}

function bootLines(scores: readonly ArticleScore[], times: number): string[] {
  const lines = bootstrap(scores, times).map(
    ({ figure, f, low, high }) =>
      `  ${pad(figure.split("/").join(" "), 28)} ${right(f, 6)}  [${twoDecimals(low)}, ${twoDecimals(high)}]`,
  );
  return ["", `95 % interval of F, articles resampled ${times} times`, ...lines];
}

export interface ReportOptions {
  /** Field of the article by whose values the headline figures are split. */
  readonly by?: string;
  /** Number of bootstrap rounds; 0 for none. */
  readonly boot?: number;
}

/** The report as the referee prints it. */
export function reportText(scores: readonly ArticleScore[], options: ReportOptions = {}): string {
  const total = totalOf(scores.map((s) => s.tally));
  const head = `${scores.length} articles, ${total.get("n/gold") ?? 0} gold and ${total.get("n/pred") ?? 0} predicted attributions`;
  const lines = [head, ...mainLines(tableOf(total))];
  if (options.by) lines.push(...byLines(scores, options.by));
  if (options.boot) lines.push(...bootLines(scores, options.boot));
  return `${lines.join("\n")}\n`;
}

/** A float as Python prints it after rounding: 100 is 100.0. */
function float(x: number): string {
  const rounded = roundTwo(x);
  return Number.isInteger(rounded) ? `${rounded}.0` : String(rounded);
}

/** The same figures as one JSON object, two decimals each. */
export function reportJson(scores: readonly ArticleScore[]): string {
  const cells = [...figuresOf(scores)].map(([key, { p, r, f, pred, gold }]) => {
    const values = `"p": ${float(p)}, "r": ${float(r)}, "f": ${float(f)}, "pred": ${pred}, "gold": ${gold}`;
    return `${JSON.stringify(key)}: {${values}}`;
  });
  return `{${cells.join(", ")}}\n`;
}
