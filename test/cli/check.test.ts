/** `onrecord check` with the real engine: what an editor reads, and the exit code. */
import { afterAll, describe, expect, it } from "vitest";
import { folder, onrecord } from "./support.ts";

const dir = folder();
afterAll(dir.remove);
const real = (...args: string[]) => onrecord(args, { engine: "real", env: { COLUMNS: "80" } });

const SOURCE = dir.put(
  "source.txt",
  "The harbour was shut. “We will reopen the harbour on Monday if the crane is safe,” Ana Quill said.\n\n" +
    "“I would not sign a deal without the crews,” said Bo Lind, the union leader.\n",
);
const GOOD = dir.put("good.md", "“We will reopen the harbour on Monday if the crane is safe,” Quill told reporters.\n");
const BAD = dir.put(
  "bad.md",
  "“I would sign a deal without the crews,” Bo Lind said.\n\n“We will reopen the harbour on Monday if the crane is safe,” Lind said.\n",
);

describe.concurrent("check", () => {
  it("passes what was said", async () => {
    const { code, stdout } = await real("check", GOOD, "--against", SOURCE);
    expect(stdout).toMatch(/^ {2}1 exact/);
    expect(stdout).toMatch(/\n1 quotation: 1 exact\n$/);
    expect(code).toBe(0);
  });

  it("shows what was changed, and who said it", async () => {
    const { code, stdout } = await real("check", BAD, "--against", SOURCE);
    expect(code).toBe(1);
    expect(stdout).toMatch(/1 altered .*\n.*one change: negation\n {4}negation: \[-not-\]\n/);
    expect(stdout).toMatch(/2 wrong-speaker/);
    expect(stdout).toMatch(/said by Ana Quill, not by Bo Lind/);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("writes JSON for programs", async () => {
    const { stdout } = await real("check", BAD, "--against", SOURCE, "--json");
    const { checked } = JSON.parse(stdout) as { checked: { verdict: string; evidence: { words: string }[] }[] };
    expect(checked.map(({ verdict }) => verdict)).toEqual(["altered", "wrong-speaker"]);
    expect(checked[1]!.evidence[0]!.words).toBe("We will reopen the harbour on Monday if the crane is safe");
  });

  it("counts what could not be checked only with --strict", async () => {
    const short = dir.put("short.md", "Quill called it a “miracle” of the port.\n");
    expect((await real("check", short, "--against", SOURCE)).code).toBe(0);
    expect((await real("check", short, "--against", SOURCE, "--strict")).code).toBe(1);
  });

  it("ends with 2 if there is nothing to check, or nothing to check against", async () => {
    expect((await real("check", "none.md", "--against", SOURCE)).code).toBe(2);
    const { code, stderr } = await real("check", GOOD, "--against", "none.txt");
    expect([code, stderr]).toEqual([2, expect.stringMatching(/There is no file: none\.txt\./)]);
  });
});
