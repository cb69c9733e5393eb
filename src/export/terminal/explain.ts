/** What decided each field of a statement: rules by their ids, models by name and version. */
import type { Decision, Reading, Statement } from "../../schema/index.ts";
import { wordsOf } from "../words.ts";
import { type Paints, paints } from "./paint.ts";
import { type Frame, statementLines } from "./statement.ts";
import { columns, printable } from "./width.ts";
import { wrap } from "./wrap.ts";

export interface ExplainOptions {
  readonly width?: number;
  readonly colour?: boolean;
}

function spansValue({ confidence, spanConfidence = {} }: Statement): string {
  const roles = Object.entries(spanConfidence).map(([role, chance]) => `${role} ${chance}`);
  return `confidence ${confidence}${roles.length > 0 ? ` (exact: ${roles.join(", ")})` : ""}`;
}

/** The value of a field as a person would name it. */
function fieldValue(reading: Reading, s: Statement, field: string): string {
  const { text } = reading.article;
  if (field === "spans") return spansValue(s);
  const value = (s as Readonly<Record<string, unknown>>)[field];
  if (field === "source" || field === "cue" || field === "content") return wordsOf(text, s[field]) || "(none)";
  if (field === "conditions") return s.conditions.map((c) => `${c.kind}: ${wordsOf(text, [c])}`).join("; ") || "(none)";
  if (value === undefined) return "(none)";
  if (typeof value !== "object" || value === null) return String(value);
  const { name, value: inner } = value as { name?: string; value?: unknown };
  return String(name ?? inner ?? JSON.stringify(value));
}

function decisionLines(reading: Reading, s: Statement, d: Decision, paint: Paints, width: number): string[] {
  const label = `${d.field} `.padEnd(14);
  const value = wrap([{ text: printable(fieldValue(reading, s, d.field)), paint: paint.plain }], width - 8 - 14);
  const why = d.why ? ` · ${d.why}` : "";
  const by = wrap([{ text: printable(`${d.by}${why}`), paint: paint.quiet }], width - 8 - 14);
  const indent = " ".repeat(6 + Math.max(14, columns(label)));
  return [`      ${paint.type(label)}${value[0]}`, ...[...value.slice(1), ...by].map((line) => indent + line)];
}

function chosen(reading: Reading, n: number | undefined): [number, Statement][] {
  const all = reading.statements.map((s, i): [number, Statement] => [i + 1, s]);
  return n === undefined ? all : all.filter(([number]) => number === n);
}

/** Statement `n`, or every statement, with the deciding rule or model of each field. */
export function explainText(reading: Reading, n?: number, options: ExplainOptions = {}): string {
  const paint = paints(options.colour ?? false);
  const width = Math.max(40, Math.min(options.width ?? 80, 100));
  const numbers = new Map(reading.statements.map((s, i) => [s.id, i + 1]));
  const gutter = String(reading.statements.length).length + 1;
  const frame: Frame = { reading, paint, width, gutter, numbers, withSpeaker: true };
  const blocks = chosen(reading, n).map(([number, s]) => [
    ...statementLines(s, number, frame),
    "",
    ...s.decisions.flatMap((d) => decisionLines(reading, s, d, paint, width)),
  ]);
  if (blocks.length === 0) return "No statements found.\n";
  return `${blocks.map((lines) => lines.join("\n").trimEnd()).join("\n\n")}\n`;
}

/** The same for programs. */
export function explainJson(reading: Reading, n?: number): string {
  const statements = chosen(reading, n).map(([number, s]) => ({
    n: number,
    id: s.id,
    decisions: s.decisions.map((d) => ({ ...d, value: fieldValue(reading, s, d.field) })),
  }));
  return `${JSON.stringify({ article: reading.article.id, statements }, null, 2)}\n`;
}
