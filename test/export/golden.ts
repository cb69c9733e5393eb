/** Golden files: they fail when missing or different, and are written anew only with UPDATE_GOLDEN=1. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/** Is `actual` what the file holds? */
export function expectGolden(actual: string, file: URL): void {
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, actual);
  expect(existsSync(file), `${file.pathname} is missing; UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(actual).toBe(readFileSync(file, "utf8"));
}
