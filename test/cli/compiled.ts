/**
 * The command as plain JavaScript, which starts three times as fast as through a TypeScript loader. Made once for each state of the
 * sources, in a folder laid out like the package, so that word lists, weights and dependencies are found.
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type TypeScript from "typescript";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = join(ROOT, "node_modules/.cache/onrecord-cli");
const LINKED = ["package.json", "lexicon", "models"];
const HELPERS = ["test/cli/fake-engine.ts", "test/cli/fake-main.ts", "test/cli/batch-main.ts", "test/export/make.ts"];

function sources(): { name: string; code: string }[] {
  const own = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join("src", name));
  return [...own.sort(), ...HELPERS].map((name) => ({ name, code: readFileSync(join(ROOT, name), "utf8") }));
}

/** Copies of former states of the sources, a day old or more. */
function removeOld(): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 86_400_000) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

function compile(files: readonly { name: string; code: string }[], target: string): void {
  mkdirSync(CACHE, { recursive: true });
  removeOld();
  const folder = mkdtempSync(join(CACHE, "new-"));
  const ts = createRequire(import.meta.url)("typescript") as typeof TypeScript; // late: it takes a second to load
  const compilerOptions: TypeScript.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
  };
  for (const { name, code } of files) {
    const out = join(folder, name.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, ts.transpileModule(code, { compilerOptions, fileName: name }).outputText);
  }
  for (const name of LINKED) symlinkSync(join(ROOT, name), join(folder, name));
  try {
    renameSync(folder, target);
  } catch {
    rmSync(folder, { recursive: true }); // another test process was first
  }
}

let made: string | undefined;

/** The folder with the compiled sources. */
export function compiled(): string {
  if (made !== undefined) return made;
  const files = sources();
  const hash = createHash("sha256");
  for (const { name, code } of files) hash.update(`${name}\0${code}\0`);
  const target = join(CACHE, hash.digest("hex").slice(0, 16));
  if (!existsSync(target)) compile(files, target);
  return (made = target);
}
