/** Files and standard input -> bytes. Node only: the stage itself runs without this. */

export { type ReadInput, readInput } from "./read-input.ts";
