/** Writes schema/*.json, the JSON Schemas that the package publishes. Run: npx tsx scripts/schema.ts (a test compares them). */
import { mkdirSync, writeFileSync } from "node:fs";
import { JSON_SCHEMAS } from "../src/export/index.ts";

const FOLDER = new URL("../schema/", import.meta.url);

mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of Object.entries(JSON_SCHEMAS)) {
  writeFileSync(new URL(`${name}.json`, FOLDER), `${JSON.stringify(schema(), null, 2)}\n`);
}
