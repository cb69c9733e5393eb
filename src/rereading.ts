/** Stored versions in, newer readings of their texts out. Runs in worker threads. */
import type { EngineName } from "./engines.ts";
import { createReader } from "./intake.ts";
import { articleOfVersion, openDatabase, type PreparedReading } from "./store/index.ts";

export interface RereadResult {
  readonly version: number;
  readonly reading?: PreparedReading;
  /** Why it could not be read; the version stays as it was. */
  readonly failure?: string;
}

/** @throws OnrecordError if the record cannot be opened */
export function createRereader(path: string, engine?: EngineName): (version: number) => Promise<RereadResult> {
  const db = openDatabase(path, { readOnly: true });
  const read = createReader(engine ? { engine } : {});
  return async (version) => {
    try {
      const article = articleOfVersion(db, version);
      if (!article) return { version, failure: "it is no longer there" };
      return { version, reading: await read(article) };
    } catch (error) {
      return { version, failure: error instanceof Error ? error.message : String(error) };
    }
  };
}
