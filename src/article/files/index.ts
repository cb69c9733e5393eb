/** Files and standard input -> bytes. Node only: the stage itself runs without this. */

export { readLines } from "./lines.ts";
export { type ReadInput, readInput } from "./read-input.ts";
