/** A version's stored text and reading, unpacked. */
import { inflateRawSync } from "node:zlib";
import type { Block, Statement } from "../schema/index.ts";
import type { Database } from "../store/database.ts";

interface Body {
  readonly text: string;
  readonly blocks: readonly Block[];
}

const unpacked = <T>(blob: Uint8Array): T => JSON.parse(inflateRawSync(blob).toString("utf8"));

export function bodyOf(db: Database, version: number): Body {
  return unpacked(db.get<{ body: Uint8Array }>("SELECT body FROM version WHERE id = ?", version)!.body);
}

export function statementsOf(db: Database, version: number): readonly Statement[] {
  const { reading } = db.get<{ reading: Uint8Array | null }>("SELECT reading FROM version WHERE id = ?", version)!;
  return reading === null ? [] : unpacked<{ statements: Statement[] }>(reading).statements;
}
