/** Where the word lists and weights come from in Node: the package's own lexicon/ and models/ folders. */
import { readFileSync } from "node:fs";
import { OnrecordError, parseRows, type Resources, sortedLines } from "./schema/index.ts";

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

/** A function of a name that makes each value once. */
function once<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    let found = made.get(name);
    if (found === undefined) made.set(name, (found = make(name)));
    return found;
  };
}

let loaded: Resources | undefined;

/** The resources that ship with the package, each read once. */
export function packageResources(): Resources {
  loaded ??= {
    lexicon: {
      rows: once((file) => parseRows(readText(`lexicon/${file}.txt`))),
      sorted: once((file) => sortedLines(readText(`lexicon/${file}.txt`))),
    },
    model: once((name) => read(`models/${name}`)),
  };
  return loaded;
}
