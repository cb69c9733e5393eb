/** The command as a user runs it: a process of its own, with the small engine of fake-engine.ts or the real one. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compiled } from "./compiled.ts";

const ENTRY = { fake: "test/cli/fake-main.js", batch: "test/cli/batch-main.js", real: "src/cli/main.js" };

export interface Call {
  readonly engine?: keyof typeof ENTRY;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** How a process ended, and what it wrote. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The script to run with node. */
export const script = (engine: keyof typeof ENTRY = "fake") => join(compiled(), ENTRY[engine]);

/** Nothing of the surroundings that changes colours or width gets through. */
export function surroundings(env: Call["env"] = {}): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, COLUMNS: ___, NODE_OPTIONS: ____, ...rest } = process.env;
  return { ...rest, ...env };
}

/** Run a program to its end. */
export function ended(file: string, args: readonly string[], { stdin, env, cwd }: Call = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: surroundings(env), stdio: "pipe" });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (chunk) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk) => (stderr += chunk));
    child.on("error", reject).on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.on("error", () => {}).end(stdin ?? "");
  });
}

/** `onrecord ARGS…` */
export function onrecord(args: readonly string[], call: Call = {}): Promise<Outcome> {
  return ended(process.execPath, [script(call.engine), ...args], call);
}

/** `onrecord ARGS…` for each list of arguments, all in one process. */
export async function batch(calls: readonly (readonly string[])[], cwd: string): Promise<Outcome[]> {
  const { stdout } = await onrecord([], { engine: "batch", cwd, stdin: JSON.stringify(calls) });
  return JSON.parse(stdout) as Outcome[];
}

/** A folder of the test's own, with files by name. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const path = mkdtempSync(join(tmpdir(), "onrecord-cli-"));
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
    return join(path, name);
  };
  for (const [name, content] of Object.entries(files)) put(name, content);
  return { path, put, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The values of JSON Lines. */
export function jsonLines<T>(text: string): T[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
