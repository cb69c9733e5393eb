/** The database's own errors in, ours out: what happened to which file, and what to do. */
import { type ErrorCode, OnrecordError } from "../schema/index.ts";

type Known = readonly [code: ErrorCode, what: string, hint: string];

const BY_CODE: readonly (readonly [RegExp, Known])[] = [
  [/^(?:SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/, ["store-full", "cannot grow: the disk is full", "Nothing that was acknowledged is lost. Make room and run the command again."]],
  [/^SQLITE_(?:CORRUPT|NOTADB)/, ["store-damaged", "is damaged", "Run onrecord doctor on it, or go back to a backup."]],
  [/^SQLITE_BUSY/, ["store-busy", "is being written by another process that does not end", "Wait for it, and run the command again."]],
  [/^(?:SQLITE_(?:READONLY|PERM|AUTH)|EACCES|EPERM|EROFS)/, ["store-read-only", "cannot be written", "Check the permissions of the file and of its folder."]],
  [/^(?:SQLITE_CANTOPEN|EISDIR|ENOTDIR|EEXIST|ENOENT|ENAMETOOLONG|ELOOP)/, ["store-read-only", "cannot be opened", "Check that it names a file, and that its folder may be written."]],
  [/^(?:SQLITE_IOERR|EIO)/, ["store-damaged", "could not be read or written by the system", "Check the disk; run onrecord doctor on the record."]],
]; // biome-ignore format: one table

/** Does the work; what the database throws is told in our words. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeError(path, error);
  }
}

export function storeError(path: string, error: unknown): unknown {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  const known = BY_CODE.find(([pattern]) => pattern.test(code))?.[1];
  if (!known) return error;
  const [ours, what, hint] = known;
  return new OnrecordError(ours, `The record ${path} ${what} (${message}).`, { hint, cause: error });
}
