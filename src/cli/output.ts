/** Where the output goes: stdout, or a file that is there whole or not at all. */
import { once } from "node:events";
import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { UsageError } from "./errors.ts";

export interface Output {
  write(text: string): Promise<void>;
  /** All is written. */
  finish(): void;
  /** Leave nothing half behind. */
  abandon(): void;
}

function stdout(): Output {
  return {
    async write(text) {
      if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
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
    async write(text) {
      if (text !== "") writeSync(handle, text);
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
