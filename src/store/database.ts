/** The embedded database behind an interface: SQL in, rows out. Only sqlite.ts knows the driver. */

export type Value = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, Value>>;

export interface Database {
  /** Rows of a query. Statements are prepared once and kept. */
  all<T = Row>(sql: string, ...values: Value[]): T[];
  /** The first row. */
  get<T = Row>(sql: string, ...values: Value[]): T | undefined;
  /** Rows one by one, for results that need not fit into memory. */
  iterate<T = Row>(sql: string, ...values: Value[]): IterableIterator<T>;
  /** Carries out one statement; the id of the row that it inserted, and how many rows it changed. */
  run(sql: string, ...values: Value[]): { readonly id: number; readonly changes: number };
  /** Carries out a script. */
  exec(sql: string): void;
  /** All of it or nothing; waits for another writer to end. Not nested. */
  transaction<T>(work: () => T): T;
  /** A number that changes whenever another connection has written. */
  stamp(): number;
  /** A consistent copy to another file, while the database is in use. `progress` is told the pages left and in all. */
  backup(path: string, progress?: (left: number, total: number) => void): Promise<void>;
  close(): void;
}
