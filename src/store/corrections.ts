/** What people decided of a statement: kept beside what the engine read, never in its place, with who and when. */
import { z } from "zod";
import { KINDS, LEVELS, OnrecordError, SPEAKER_TYPES, STATEMENT_TYPES, type Statement } from "../schema/index.ts";
import type { Database } from "./database.ts";

/** The fields that may be corrected, each with the values that it takes. */
const FIELDS = {
  speaker: z.string().trim().min(1),
  speakerType: z.enum(SPEAKER_TYPES),
  addressee: z.string().trim().min(1),
  type: z.enum(STATEMENT_TYPES),
  kind: z.enum(KINDS),
  level: z.enum(LEVELS),
  saidAt: z
    .string()
    .regex(
      /^\d{4}(-\d\d(-\d\d)?)?(\/\d{4}(-\d\d(-\d\d)?)?)?$/,
      "expected an ISO 8601 date, or two with a slash between",
    ),
  negated: z.enum(["true", "false"]),
  hypothetical: z.enum(["true", "false"]),
  historical: z.enum(["true", "false"]),
} as const;
export type CorrectedField = keyof typeof FIELDS;
export const CORRECTED_FIELDS = Object.keys(FIELDS) as CorrectedField[];

export interface Correction {
  readonly id: number;
  readonly field: CorrectedField;
  readonly value: string;
  readonly previous?: string;
  readonly by: string;
  readonly at: string;
  readonly note?: string;
}

export interface NewCorrection {
  readonly field: string;
  readonly value: string;
  readonly by: string;
  readonly note?: string;
}

interface Row {
  readonly statement: number;
  readonly id: number;
  readonly field: CorrectedField;
  readonly value: string;
  readonly previous: string | null;
  readonly made_by: string;
  readonly made_at: string;
  readonly note: string | null;
}

const SELECT = "SELECT statement, id, field, value, previous, made_by, made_at, note FROM correction";

/** All corrections of a statement, the latest last: it holds. */
export function correctionsOf(db: Database, statement: number): Correction[] {
  return db.all<Row>(`${SELECT} WHERE statement = ? ORDER BY id`, statement).map(correctionFrom);
}

/** Those of all statements of a version, by statement. */
export function correctionsIn(db: Database, version: number): Map<number, Correction[]> {
  const found = new Map<number, Correction[]>();
  const rows = db.all<Row>(
    `${SELECT} WHERE statement IN (SELECT id FROM statement WHERE version = ?) ORDER BY id`,
    version,
  );
  for (const row of rows) found.set(row.statement, [...(found.get(row.statement) ?? []), correctionFrom(row)]);
  return found;
}

function correctionFrom({ id, field, value, previous, made_by: by, made_at: at, note }: Row): Correction {
  return { id, field, value, ...(previous !== null && { previous }), by, at, ...(note !== null && { note }) };
}

/** The statement as people see it: each corrected field is sure, and says who decided it. */
export function withCorrections(statement: Statement, corrections: readonly Correction[]): Statement {
  return corrections.reduce((one, { field, value, by }) => {
    const decisions = [...one.decisions.filter((d) => d.field !== field), { field, by: `correction/${by}` }];
    return { ...applied(one, field, value), decisions };
  }, statement);
}

function applied(one: Statement, field: CorrectedField, value: string): Statement {
  const unknown = { type: "unknown", confidence: 1 } as const;
  switch (field) {
    case "speaker":
      return { ...one, speaker: { ...unknown, ...one.speaker, name: value, confidence: 1 } };
    case "speakerType":
      return one.speaker ? { ...one, speaker: { ...one.speaker, type: value as (typeof SPEAKER_TYPES)[number] } } : one;
    case "addressee":
      return { ...one, addressee: { ...one.addressee, name: value, confidence: 1 } };
    case "saidAt":
      return { ...one, saidAt: { value, implied: false, confidence: 1 } };
    case "type":
      return { ...one, type: value as Statement["type"], typeConfidence: 1 };
    case "kind":
    case "level":
      return { ...one, [field]: value };
    default:
      return { ...one, [field]: value === "true" };
  }
}

/** @throws OnrecordError `bad-option` that names the field or the value and what was expected */
export function checkCorrection({ field, value }: Pick<NewCorrection, "field" | "value">): CorrectedField {
  if (!(field in FIELDS)) {
    throw new OnrecordError("bad-option", `A statement has no field “${field}” that can be corrected.`, {
      hint: `These can: ${CORRECTED_FIELDS.join(", ")}.`,
    });
  }
  const schema: z.ZodType = FIELDS[field as CorrectedField];
  const parsed = schema.safeParse(value);
  if (parsed.success) return field as CorrectedField;
  throw new OnrecordError("bad-option", `“${value}” is no ${field}: ${parsed.error.issues[0]!.message}.`);
}

/** The value of a field before it is corrected, as text. */
export function currentValue(statement: Statement, field: CorrectedField): string | undefined {
  switch (field) {
    case "speaker":
      return statement.speaker?.name;
    case "speakerType":
      return statement.speaker?.type;
    case "addressee":
      return statement.addressee?.name;
    case "saidAt":
      return statement.saidAt?.value;
    default:
      return String(statement[field]);
  }
}

export function insertCorrection(
  db: Database,
  statement: number,
  { field, value, by, note }: NewCorrection,
  previous: string | undefined,
  now: string,
): number {
  return db.run(
    "INSERT INTO correction (statement, field, value, previous, made_by, made_at, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
    statement, field, value, previous ?? null, by, now, note ?? null,
  ).id; // biome-ignore format: in the order of the columns
}

/** Statements of a version whose words are those of the one whose place they take, with that one. */
const SAME_WORDS =
  "FROM statement s JOIN statement o ON o.id = s.replaces WHERE s.version = ? AND s.content = o.content";

/** Corrections stay with the words: they go over from the version before to statements whose words did not change. */
export function carryCorrections(db: Database, version: number): void {
  db.run(
    `UPDATE correction SET statement = (SELECT s.id ${SAME_WORDS} AND o.id = correction.statement)
     WHERE statement IN (SELECT o.id ${SAME_WORDS})`,
    version,
    version,
  );
}

/** The statements of a version that people have corrected. */
export function correctedIn(db: Database, version: number): number[] {
  return db
    .all<{ id: number }>(
      "SELECT DISTINCT s.id FROM statement s JOIN correction c ON c.statement = s.id WHERE s.version = ?",
      version,
    )
    .map(({ id }) => id);
}
