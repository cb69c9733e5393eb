/** Gold files from disk (Node), .gz allowed. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { OnrecordError } from "../schema/index.ts";
import { type GoldFile, parseGold } from "./records.ts";

function bytesOf(path: string): Uint8Array {
  try {
    const raw = readFileSync(path);
    return path.endsWith(".gz") ? gunzipSync(raw) : raw;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new OnrecordError("no-such-file", `cannot read ${path}: no such file`, { cause });
    if (code === "EISDIR") throw new OnrecordError("is-folder", `cannot read ${path}: it is a folder`, { cause });
    throw new OnrecordError("unsupported", `cannot read ${path}: ${(cause as Error).message}`, { cause });
  }
}

/** Read a gold or prediction file: JSON Lines in UTF-8, gzipped if its name ends in .gz. */
export function readGold(path: string): GoldFile {
  const bytes = bytesOf(path);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new OnrecordError("charset", `cannot read ${path}: it is not UTF-8`, {
      hint: "Save the file as UTF-8.",
      cause,
    });
  }
  return parseGold(text, path);
}
