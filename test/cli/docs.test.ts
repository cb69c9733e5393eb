/** docs/cli.md is what the program's help says. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { cliDocs } from "../../scripts/cli-docs.ts";

it("docs/cli.md is up to date (npx tsx scripts/cli-docs.ts writes it)", () => {
  expect(readFileSync(new URL("../../docs/cli.md", import.meta.url), "utf8")).toBe(cliDocs());
});
