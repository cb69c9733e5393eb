/** The steps from one version of the record to the next, in order; forward only. A step that was released is never changed. */
import { record } from "./0001-record.ts";

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [{ name: "record", sql: record }];

/** The version that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
