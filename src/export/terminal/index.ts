/** The report that a person reads on a terminal: statements in order of the text, each with what is known of it. */
import { type Article, type Reading, residueOf } from "../../schema/index.ts";
import { doubt, whenText } from "../facts.ts";
import { bySpeaker, countSpeakers } from "../speakers.ts";
import { headlineOf } from "../words.ts";
import { type Paints, paints } from "./paint.ts";
import { type Frame, statementLines } from "./statement.ts";
import { printable } from "./width.ts";
import { type Piece, wrap } from "./wrap.ts";

export interface TerminalOptions {
  /** Columns to fit. Lines never get longer than 100, which are hard to read. */
  readonly width?: number;
  readonly colour?: boolean;
  readonly by?: "speaker";
}

const WIDEST = 100;

const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

function titleLines({ article, input }: Reading, paint: Paints, width: number): string[] {
  const about = [article.publisher, article.byline, article.published?.slice(0, 10)].filter((x) => x !== undefined);
  const title = headlineOf(article) ?? input ?? article.id;
  return [
    ...wrap([{ text: printable(title), paint: paint.strong }], width),
    ...(about.length > 0 ? wrap([{ text: printable(about.join(" · ")), paint: paint.quiet }], width) : []),
  ];
}

function countLine(reading: Reading): string {
  const { statements } = reading;
  if (statements.length === 0) return "No statements found.";
  return `${counted(statements.length, "statement")} by ${counted(countSpeakers(reading), "speaker")}`;
}

function body(reading: Reading, frame: Frame, by: "speaker" | undefined): string[][] {
  if (by !== "speaker") return reading.statements.map((s, i) => statementLines(s, i + 1, frame));
  const inGroup = { ...frame, withSpeaker: false };
  return bySpeaker(reading).flatMap(({ name, about, statements }) => {
    const note = [about, String(statements.length)].filter((x) => x !== "").join(" · ");
    const pieces: Piece[] = [
      { text: printable(name), paint: frame.paint.strong },
      { text: "  ", paint: frame.paint.plain, whole: true },
      { text: printable(note), paint: frame.paint.quiet },
    ];
    return [wrap(pieces, frame.width), ...statements.map(({ n, statement }) => statementLines(statement, n, inGroup))];
  });
}

/** "2 lines kept apart: newsletter, caption" */
function residueNote(article: Article): string[] {
  const residue = residueOf(article);
  if (residue.length === 0) return [];
  const kinds = [...new Set(residue.map((block) => block.kind.replace("other-residue", "other")))];
  return [`${counted(residue.length, "line")} kept apart from the report: ${kinds.join(", ")}`];
}

/** What the marks mean, if they occur. */
function legend(reading: Reading): string[] {
  const { statements } = reading;
  const doubted = statements.some((s) =>
    [s.confidence, s.typeConfidence, s.speaker?.confidence, s.addressee?.confidence].some((c) => doubt(c) !== ""),
  );
  const implied = statements.some((s) => whenText(s)?.startsWith("~"));
  const marks = [doubted ? "? uncertain" : "", implied ? "~ date not stated, taken from the report’s" : ""];
  return marks.some((m) => m !== "") ? [marks.filter((m) => m !== "").join(" · ")] : [];
}

function messageNotes(reading: Reading): string[] {
  const all = reading.messages;
  const shown = all.slice(0, 3).map((m) => `note: ${m.text}`);
  return all.length > shown.length ? [...shown, `and ${counted(all.length - shown.length, "more note")}`] : shown;
}

/** The report of one reading, with a line break at its end. */
export function toTerminal(reading: Reading, options: TerminalOptions = {}): string {
  const width = Math.max(20, Math.min(options.width ?? 80, WIDEST));
  const paint = paints(options.colour ?? false);
  const numbers = new Map(reading.statements.map((s, i) => [s.id, i + 1]));
  const gutter = String(reading.statements.length).length + 1;
  const frame: Frame = { reading, paint, width, gutter, numbers, withSpeaker: true };
  const quiet = (text: string) => wrap([{ text: printable(text), paint: paint.quiet }], width);
  const notes = [...residueNote(reading.article), ...legend(reading), ...messageNotes(reading)].flatMap(quiet);
  const blocks = [
    [...titleLines(reading, paint, width), ...quiet(countLine(reading))],
    ...body(reading, frame, options.by),
    ...(notes.length > 0 ? [notes] : []),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
