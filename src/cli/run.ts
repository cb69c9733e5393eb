/** Runs the program once: signals, closed pipes, errors, the exit code. */
import type { CommanderError } from "commander";
import { VERSION } from "../version.ts";
import { failureOf, failureText, UsageError } from "./errors.ts";
import { program } from "./program.ts";

export interface RunOptions {
  /** Module that holds the API, if not the package's own. */
  readonly api?: string;
}

/** `onrecord read … | head` closes the pipe: that is no error. */
function quietOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(0);
    });
  }
}

/** Ctrl-C and SIGTERM end the process; the first one more gently, if a command says how. */
function onSignals(): (stop: () => void) => void {
  let gently: (() => void) | undefined;
  const signals = [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const;
  for (const [signal, code] of signals) {
    process.on(signal, () => {
      const stop = gently;
      gently = undefined;
      if (stop) stop();
      else process.exit(code);
    });
  }
  return (stop) => {
    gently = stop;
  };
}

/** Commander's complaint in our form: `onrecord: unknown option --colour` and where to look. */
function usageText(error: CommanderError, command: string | undefined): string {
  if (error.code === "commander.missingArgument") {
    const name = /'(.*)'/.exec(error.message)?.[1] ?? "argument";
    const what = name === "inputs" || name === "files" ? "file" : name;
    return failureText({ code: "bad-option", message: `no ${what} is given`, hint: `See onrecord ${command} --help` });
  }
  const message = error.message.replace(/^error: /, "").replace(/\n\(Did you mean (.*)\?\)$/s, "");
  const meant = /\n\(Did you mean (.*)\?\)$/s.exec(error.message)?.[1];
  const help = `onrecord ${command ? `${command} ` : ""}--help`;
  const hint = meant ? `Did you mean ${meant}? See ${help}` : `See ${help}`;
  return failureText({ code: "bad-option", message, hint });
}

function codeOf(error: unknown, args: readonly string[], commands: readonly string[]): number {
  const debug = args.includes("--debug");
  if (error instanceof UsageError) {
    process.stderr.write(failureText({ code: "bad-option", message: error.message, hint: error.hint ?? "" }));
    return 2;
  }
  const { code, exitCode } = error as CommanderError;
  if (typeof code === "string" && code.startsWith("commander.")) {
    if (exitCode === 0) return 0;
    if (code !== "commander.help") {
      const command = args.find((arg) => commands.includes(arg));
      process.stderr.write(usageText(error as CommanderError, command));
    }
    return 2;
  }
  process.stderr.write(failureText(failureOf(error), debug));
  return 1;
}

/** Run with these arguments; the process ends with 0, 1 (some input failed), 2 (bad call) or 130 (Ctrl-C). */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<void> {
  quietOnClosedPipe();
  const context = {
    ...options,
    onStop: onSignals(),
    version: VERSION,
    exit: (code: number) => {
      process.exitCode = code;
    },
  };
  const made = program(context);
  try {
    await made.parseAsync([...args], { from: "user" });
  } catch (error) {
    const commands = made.commands.map((command) => command.name());
    process.exitCode = codeOf(error, args, commands);
  }
}
