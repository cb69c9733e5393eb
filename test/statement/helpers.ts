/** Marked text in (see test/time/helpers.ts), statements out. */
import { packageResources } from "../../src/resources.ts";
import type { Attribution, Statement } from "../../src/schema/index.ts";
import { createStatementStage } from "../../src/statement/index.ts";
import { createTimeStage } from "../../src/time/index.ts";
import { ANCHOR, docOf, marked } from "../time/helpers.ts";

const { lexicon } = packageResources();
const timeStage = createTimeStage(lexicon);
const stage = createStatementStage(lexicon);

export function statementsIn(input: string, change: (attribution: Attribution) => Attribution = (one) => one) {
  const { text, attributions } = marked(input);
  const doc = docOf(text);
  const given = attributions.map(change);
  const meta = { anchor: ANCHOR };
  const times = timeStage(doc, given, meta);
  return { text, statements: stage(doc, given, { speakers: [], parties: new Map() }, times, meta) };
}

/** The statement with the id, the first by default. */
export function statementIn(input: string, id = "1"): Statement {
  return statementsIn(input).statements.find((statement) => statement.id === id)!;
}

/** Conditions as "kind: words". */
export function conditionsIn(input: string): string[] {
  const { text, statements } = statementsIn(input);
  return statements.flatMap(({ conditions }) =>
    conditions.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`),
  );
}
