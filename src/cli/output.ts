/** Where the output goes: stdout, or a file or folder that is there whole or not at all. */
import { once } from "node:events";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { UsageError } from "./errors.ts";

/** What can be finished or given up. */
interface Whole {
  /** All is written. */
  finish(): void;
  /** Leave nothing half behind. */
  abandon(): void;
}

export interface Output extends Whole {
  write(data: string | Uint8Array): Promise<void>;
}

export interface FolderOutput extends Whole {
  put(name: string, content: string): void;
}

function stdout(): Output {
  return {
    async write(data) {
      if (data.length > 0 && !process.stdout.write(data)) await once(process.stdout, "drain");
    },
    finish: () => {},
    abandon: () => {},
  };
}

function open(path: string, partial: string): number {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`cannot write ${path}: it is a folder`, "Give --output the name of a file.");
  }
  try {
    return openSync(partial, "w");
  } catch (error) {
    throw new UsageError(`cannot write ${path}: ${(error as Error).message}`, "Check that its folder is there.");
  }
}

/** Written beside the file and moved over it in the end. */
function file(path: string): Output {
  const partial = `${path}.${process.pid}.partial`;
  const handle = open(path, partial);
  return {
    async write(data) {
      const bytes = typeof data === "string" ? Buffer.from(data) : data;
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    },
    finish() {
      closeSync(handle);
      renameSync(partial, path);
    },
    abandon() {
      rmSync(partial, { force: true });
    },
  };
}

/** The file of this name, or stdout. */
export function openOutput(path: string | undefined): Output {
  return path === undefined || path === "-" ? stdout() : file(path);
}

/** A folder of this name, which must not be there yet, or be empty: made beside it and renamed in the end. */
export function openFolder(path: string): FolderOutput {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !(found.isDirectory() && readdirSync(path).length === 0)) {
    throw new UsageError(`cannot write ${path}: it is there already`, "Name a new or an empty folder.");
  }
  const partial = `${path.replace(/[\\/]+$/, "")}.${process.pid}.partial`;
  try {
    mkdirSync(partial);
  } catch (error) {
    throw new UsageError(
      `cannot write ${path}: ${(error as Error).message}`,
      "Check that the folder around it is there.",
    );
  }
  return {
    put: (name, content) => writeFileSync(join(partial, name), content),
    finish() {
      if (found) rmdirSync(path);
      renameSync(partial, path);
    },
    abandon: () => rmSync(partial, { recursive: true, force: true }),
  };
}
