/** The LAYERS table as text or JSON. */
import type { ArticleScore } from "./evaluate.ts";
import { layersOf } from "./layers.ts";
import { roundTwo, twoDecimals } from "./numbers.ts";

const right = (x: number, width: number) => twoDecimals(x).padStart(width);

/** The table of layers, and how many statements are right in all of them. */
export function layersText(scores: readonly ArticleScore[]): string {
  const report = layersOf(scores);
  const lines = ["", `LAYERS   ${" ".repeat(15)}     P      R      F     pred    gold     acc of aligned`];
  for (const { layer, p, r, f, pred, gold, accuracy, aligned } of report.figures) {
    const counts = `${String(pred).padStart(7)} ${String(gold).padStart(7)}`;
    const line = `${right(p, 6)} ${right(r, 6)} ${right(f, 6)} ${counts}  ${right(accuracy, 6)} of ${aligned}`;
    lines.push(`         ${layer.padEnd(15)} ${line}`);
  }
  lines.push("");
  lines.push(`found (half match)              ${report.found} of ${report.gold}`);
  lines.push(`right in every layer too        ${report.rightInAll} of ${report.gold}`);
  lines.push(`traps read as statements        ${report.trapsTaken} of ${report.traps}`);
  lines.push(`predictions that touch residue  ${report.inResidue}`);
  return `${lines.join("\n")}\n`;
}

/** The same as one JSON value. */
export function layersJson(scores: readonly ArticleScore[]): unknown {
  const { figures, ...rest } = layersOf(scores);
  const rounded = figures.map(({ layer, p, r, f, pred, gold, accuracy, aligned }) => [
    layer,
    { p: roundTwo(p), r: roundTwo(r), f: roundTwo(f), pred, gold, accuracy: roundTwo(accuracy), aligned },
  ]);
  return { layers: Object.fromEntries(rounded), ...rest };
}
