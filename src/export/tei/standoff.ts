/** standOff: each statement as a spanGrp that points at anchors in the text, and a feature structure with what is known of it. */
import type { Reading, Span, Statement } from "../../schema/index.ts";
import { element, textElement } from "../xml.ts";
import type { TeiNames } from "./names.ts";

function span(type: string, { start, end }: Span, names: TeiNames, subtype?: string): string {
  const [from, to] = [`#${names.anchor(start)}`, `#${names.anchor(end)}`];
  return element("span", { type, subtype, from, to });
}

function spans(s: Statement, n: number, names: TeiNames): string {
  const all = [
    ...s.source.map((at) => span("source", at, names)),
    ...s.cue.map((at) => span("cue", at, names)),
    ...s.content.map((at) => span("content", at, names)),
    ...s.conditions.map((at) => span("condition", at, names, at.kind)),
  ];
  // an empty group is not valid: a statement of which nothing stands in the text has its facts alone
  if (all.length === 0) return "";
  return element(
    "spanGrp",
    { "xml:id": names.statement(n), type: "statement", ana: `#${names.facts(n)}` },
    all.join(""),
  );
}

const feature = (name: string, value: string) => element("f", { name }, value);
const symbol = (name: string, value: string | undefined) =>
  value === undefined ? "" : feature(name, element("symbol", { value }));
const string = (name: string, value: string | undefined) =>
  value === undefined || value === "" ? "" : feature(name, textElement("string", value));
const numeric = (name: string, value: number | undefined) =>
  value === undefined ? "" : feature(name, element("numeric", { value: decimal(value) }));
const binary = (name: string, value: boolean | undefined) =>
  value === undefined ? "" : feature(name, element("binary", { value: String(value) }));

/** Without an exponent, which the type of @value does not have. */
function decimal(value: number): string {
  return value === 0 || Math.abs(value) >= 1e-6 ? String(value) : value.toFixed(20);
}

function facts(reading: Reading, s: Statement, n: number, names: TeiNames): string {
  const parent = reading.statements.findIndex(({ id }) => id === s.parent) + 1;
  const all =
    string("id", s.id) +
    symbol("kind", s.kind) +
    symbol("form", s.form) +
    symbol("act", s.act) +
    symbol("type", s.type) +
    symbol("level", s.level) +
    string("speaker", s.speaker?.name) +
    symbol("speakerType", s.speaker?.type) +
    string("addressee", s.addressee?.name) +
    string("via", s.via?.name) +
    string("where", s.where?.name) +
    string("saidAt", s.saidAt?.value) +
    binary("saidAtImplied", s.saidAt?.implied) +
    binary("negated", s.negated) +
    binary("hypothetical", s.hypothetical) +
    binary("historical", s.historical) +
    binary("answered", s.answered) +
    numeric("probability", s.probability?.value) +
    string("parent", parent > 0 ? s.parent : undefined) +
    numeric("confidence", s.confidence);
  return element("fs", { "xml:id": names.facts(n), type: "statement" }, all);
}

/** Nothing if there are no statements: an empty standOff is not valid. */
export function standOff(reading: Reading, names: TeiNames): string {
  if (reading.statements.length === 0) return "";
  const each = reading.statements.map((s, i) => spans(s, i + 1, names) + facts(reading, s, i + 1, names));
  return `<standOff>\n${each.join("\n")}\n</standOff>\n`;
}
