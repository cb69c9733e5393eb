/** Where the word lists and weights come from in Node: the package's own lexicon/ and models/ folders. */
import { readFileSync } from "node:fs";
import { OnrecordError, type Resources, type SortedLines, sortedLines } from "./schema/index.ts";

const ROOT = new URL("../", import.meta.url);

function read(path: string): Uint8Array {
  try {
    return readFileSync(new URL(path, ROOT));
  } catch (cause) {
    throw new OnrecordError("model", `The package's own file ${path} cannot be read.`, {
      hint: "Install onrecord again.",
      cause,
    });
  }
}

function readText(path: string): string {
  return new TextDecoder().decode(read(path));
}

/** Rows of a word list: one entry a line, columns split at tabs; empty lines and lines that start with # are left out. */
export function parseRows(file: string): string[][] {
  return file
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

/** The resources that ship with the package, each read once. */
export function packageResources(): Resources {
  const rows = new Map<string, string[][]>();
  const sorted = new Map<string, SortedLines>();
  const models = new Map<string, Uint8Array>();
  return {
    lexicon: {
      rows(file) {
        let found = rows.get(file);
        if (!found) {
          found = parseRows(readText(`lexicon/${file}.txt`));
          rows.set(file, found);
        }
        return found;
      },
      sorted(file) {
        let found = sorted.get(file);
        if (!found) {
          found = sortedLines(readText(`lexicon/${file}.txt`));
          sorted.set(file, found);
        }
        return found;
      },
    },
    model(name) {
      let found = models.get(name);
      if (!found) {
        found = read(`models/${name}`);
        models.set(name, found);
      }
      return found;
    },
  };
}
