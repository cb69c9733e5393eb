/** Pieces of styled text set into lines of a given width. */
import { breaksBefore, columns, graphemes } from "./width.ts";

/** Words in one style: `paint` wraps them in colour codes, which take no columns. */
export interface Piece {
  readonly text: string;
  readonly paint: (text: string) => string;
  /** Kept on one line as long as it fits at all. */
  readonly whole?: boolean;
}

interface Unit {
  readonly text: string;
  readonly width: number;
  readonly paint: (text: string) => string;
  readonly kind: "word" | "space" | "break";
}

/** Cut into words, spaces and line breaks; Chinese and Japanese text also between characters. */
function unitsOf({ text, paint, whole }: Piece): Unit[] {
  if (whole) return [{ text, width: columns(text), paint, kind: "word" }];
  const out: Unit[] = [];
  for (const part of text.split(/(\n|[^\S\n\u00a0\u202f]+)/)) {
    if (part === "") continue;
    if (part === "\n") out.push({ text: "", width: 0, paint, kind: "break" });
    else if (/^\s/.test(part) && !/^[\u00a0\u202f]/.test(part)) out.push({ text: " ", width: 1, paint, kind: "space" });
    else for (const word of breakable(part)) out.push({ text: word, width: columns(word), paint, kind: "word" });
  }
  return out;
}

function breakable(word: string): string[] {
  const out: string[] = [];
  for (const g of graphemes(word)) {
    if (out.length === 0 || breaksBefore(g)) out.push(g);
    else out[out.length - 1] += g;
  }
  return out;
}

/** Cut a word that is wider than a whole line (a web address) at the line's width. */
function chopped(unit: Unit, width: number): Unit[] {
  if (unit.width <= width) return [unit];
  const out: Unit[] = [];
  let [line, taken] = ["", 0];
  const push = () => out.push({ ...unit, text: line, width: taken });
  for (const g of graphemes(unit.text)) {
    const w = columns(g);
    if (taken + w > width && line !== "") {
      push();
      [line, taken] = ["", 0];
    }
    line += g;
    taken += w;
  }
  push();
  return out;
}

interface Line {
  units: Unit[];
  width: number;
}

function painted(line: Line): string {
  while (line.units.at(-1)?.kind === "space") line.units.pop();
  let out = "";
  for (let i = 0; i < line.units.length; ) {
    const { paint } = line.units[i]!;
    let text = "";
    while (i < line.units.length && line.units[i]!.paint === paint) text += line.units[i++]!.text;
    out += paint(text);
  }
  return out;
}

/** A word and the words glued to it (no space between) must stay together: `“` + `Ana` + `,`. */
function* glued(units: readonly Unit[]): Generator<Unit[]> {
  let group: Unit[] = [];
  for (const unit of units) {
    const joins = unit.kind === "word" && group.at(-1)?.kind === "word" && !breaksBefore(unit.text);
    if (!joins && group.length > 0) {
      yield group;
      group = [];
    }
    group.push(unit);
  }
  if (group.length > 0) yield group;
}

/** Set the pieces into lines: the first of at most `width` columns, the others of at most `next`. */
export function wrap(pieces: readonly Piece[], width: number, next = width): string[] {
  let limit = Math.max(8, width);
  const lines: Line[] = [{ units: [], width: 0 }];
  const last = () => lines[lines.length - 1]!;
  const newLine = () => {
    lines.push({ units: [], width: 0 });
    limit = Math.max(8, next);
  };
  for (const group of glued(pieces.flatMap(unitsOf))) {
    if (group[0]!.kind === "break") {
      newLine();
      continue;
    }
    const total = group.reduce((sum, u) => sum + u.width, 0);
    const space = group[0]!.kind === "space";
    if (space && last().units.length === 0) continue;
    if (last().width + total > limit && last().units.length > 0) newLine();
    if (space && last().units.length === 0) continue;
    for (const unit of total > limit ? group.flatMap((u) => chopped(u, limit)) : group) {
      if (last().width + unit.width > limit && last().units.length > 0) newLine();
      last().units.push(unit);
      last().width += unit.width;
    }
  }
  return lines.map(painted);
}
