/** A version's stored text and reading, unpacked. */
import type { Statement } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { unpack } from "../store/pack.ts";
import type { Body, ReadingBody } from "../store/prepared.ts";

export function bodyOf(db: Database, version: number): Body {
  return unpack<Body>(db.get<{ body: Uint8Array }>("SELECT body FROM version WHERE id = ?", version)!.body);
}

export function statementsOf(db: Database, version: number): readonly Statement[] {
  const { reading } = db.get<{ reading: Uint8Array | null }>("SELECT reading FROM version WHERE id = ?", version)!;
  return reading === null ? [] : unpack<ReadingBody>(reading).statements;
}
