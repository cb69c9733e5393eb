/** The dependency rule and the size of files, as docs/architecture.md states them. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import pkg from "../package.json" with { type: "json" };
import { VERSION } from "../src/version.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const CRUISE = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

function cruise(folder: string): { status: number | null; output: string } {
  const args = [CRUISE, "--config", join(ROOT, ".dependency-cruiser.cjs"), "src"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

describe("architecture", () => {
  it("keeps the dependency rule", () => {
    const { status, output } = cruise(ROOT);
    expect(output).toContain("no dependency violations found");
    expect(status).toBe(0);
  });

  it("would notice a stage that imports another stage, or a module of Node", () => {
    const folder = mkdtempSync(join(tmpdir(), "onrecord-architecture-"));
    try {
      mkdirSync(join(folder, "src/speaker"), { recursive: true });
      mkdirSync(join(folder, "src/time"), { recursive: true });
      writeFileSync(join(folder, "tsconfig.json"), "{}");
      writeFileSync(
        join(folder, "src/time/a.ts"),
        'import { readFileSync } from "node:fs";\nexport const a = readFileSync;\n',
      );
      writeFileSync(join(folder, "src/speaker/b.ts"), 'import { a } from "../time/a.ts";\nexport const b = a;\n');
      const { status, output } = cruise(folder);
      expect(status).not.toBe(0);
      expect(output).toContain("speaker-knows-only-schema");
      expect(output).toContain("the-engine-runs-in-a-browser");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("has no source file over 400 lines", () => {
    const long = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .filter((name) => readFileSync(join(ROOT, "src", name), "utf8").split("\n").length > 400);
    expect(long).toEqual([]);
  });

  it("states one version", () => {
    expect(VERSION).toBe(pkg.version);
  });
});
