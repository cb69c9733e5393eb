/** docs/output.md names every field, column and value that there is. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { csvHeader, JSON_SCHEMAS, toGold } from "../../src/export/index.ts";
import {
  ACTS,
  BLOCK_KINDS,
  CONDITION_KINDS,
  checkedSchema,
  evidenceSchema,
  FORMS,
  KINDS,
  LEVELS,
  SPEAKER_TYPES,
  STATEMENT_TYPES,
  VERDICTS,
} from "../../src/schema/index.ts";
import { pier } from "./pier.ts";

const docs = readFileSync(new URL("../../docs/output.md", import.meta.url), "utf8");
const code = new Set([...docs.matchAll(/`([^`\n]+)`/g)].map((found) => found[1]));

const keys = (name: keyof typeof JSON_SCHEMAS) => Object.keys(JSON_SCHEMAS[name]().properties ?? {});

describe("docs/output.md", () => {
  it.each([
    ["reading", keys("reading")],
    ["article", keys("article")],
    ["statement", keys("statement")],
    ["speaker", keys("speaker")],
    ["line", keys("line")],
    ["check", [...Object.keys(checkedSchema.shape), ...Object.keys(evidenceSchema.shape), ...VERDICTS]],
    ["attribution of gold", Object.keys(JSON.parse(toGold(pier)).attributions[0])],
    ["block kind", [...BLOCK_KINDS]],
  ])("names every field: %s", (_, names) => {
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => !code.has(name))).toEqual([]);
  });

  it("lists the columns in their order", () => {
    const columns = csvHeader().trim().split(",");
    const section = docs.slice(docs.indexOf("## CSV"), docs.indexOf("Several spans"));
    expect([...section.matchAll(/`([a-z_]+)`/g)].map((found) => found[1])).toEqual(columns);
  });

  it("names every value of the closed sets", () => {
    const all = [ACTS, CONDITION_KINDS, FORMS, KINDS, LEVELS, SPEAKER_TYPES, STATEMENT_TYPES].flat();
    expect(all.filter((value) => !new RegExp(`\\b${value}\\b`).test(docs))).toEqual([]);
  });
});
