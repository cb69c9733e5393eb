/** Many calls of the command in one process, for cases where only what is said and the exit code matter: a JSON list of argument lists on stdin. */
import { run } from "../../src/cli/run.ts";

const engine = import.meta.url.replace("batch-main", "fake-engine");
const calls = JSON.parse(await new Response(process.stdin as unknown as BodyInit).text()) as string[][];
const print = process.stdout.write.bind(process.stdout);
for (const emitter of [process, process.stdout, process.stderr]) emitter.setMaxListeners(0);

const outcomes: { code: number; stdout: string; stderr: string }[] = [];
for (const args of calls) {
  const outcome = { code: 0, stdout: "", stderr: "" };
  const into = (name: "stdout" | "stderr") => (text: unknown) => {
    outcome[name] += String(text);
    return true;
  };
  process.stdout.write = into("stdout");
  process.stderr.write = into("stderr");
  process.exitCode = 0;
  await run(args, { api: engine });
  outcomes.push({ ...outcome, code: Number(process.exitCode) });
}
process.exitCode = 0;
print(JSON.stringify(outcomes));
