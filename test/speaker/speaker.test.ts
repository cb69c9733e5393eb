/** Each kind of naming a speaker, with what must be found and what must not. */
import { describe, expect, test } from "vitest";
import { KINDS } from "./cases.ts";
import { runCase } from "./marked.ts";

for (const { kind, meta, cases } of KINDS) {
  describe(kind, () => {
    test.each(cases)("%s", (line) => {
      const { expected, actual } = runCase(line, meta);
      expect(actual).toBe(expected);
    });
  });
}
