/** A reading as JSON: all of it, in the shape of reading.json (JSON Schema). */
import type { Reading } from "../schema/index.ts";

/** Two-space indented JSON with a line break at the end. */
export function toJson(reading: Reading): string {
  return `${JSON.stringify(reading, null, 2)}\n`;
}
