/** A condition on a statement's row `s`, as SQL with its values; the SQL texts are few, so that each is prepared once. */
import type { Value } from "../store/database.ts";

export interface Test {
  readonly sql: string;
  readonly values: readonly Value[];
}

export function oneOf(column: string, values: readonly (string | number)[]): Test {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
}

/** "AND a AND b". */
export const testSql = (tests: readonly Test[]): string => tests.map(({ sql }) => ` AND ${sql}`).join("");

export const testValues = (tests: readonly Test[]): Value[] => tests.flatMap(({ values }) => values);
