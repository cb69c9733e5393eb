/** `onrecord speakers` and --gazetteer, with the real engine. */
import { afterAll, describe, expect, it } from "vitest";
import type { LinkedSpeaker } from "../../src/index.ts";
import { folder, onrecord } from "./support.ts";

const dir = folder();
afterAll(dir.remove);
const real = (...args: string[]) => onrecord(args, { engine: "real", env: { COLUMNS: "80" } });

const A = dir.put("a.txt", "Ana Quill, the mayor of Orlin, opened the session. “We start now,” Quill said.");
const B = dir.put("b.txt", "Orlin’s mayor, Ana Quill, was brief. “It is done,” she said.");
const JSONL = dir.put("c.jsonl", `${JSON.stringify({ id: "c", text: "“There is snow,” Mayor Quill said." })}\n`);

const linkedBy = async (...args: string[]): Promise<LinkedSpeaker[]> => {
  const { code, stdout, stderr } = await real("speakers", "--json", ...args);
  expect([code, stderr]).toEqual([0, ""]);
  return (JSON.parse(stdout) as { speakers: LinkedSpeaker[] }).speakers;
};

describe.concurrent("speakers", () => {
  it("joins the names of several articles and says why", async () => {
    const { code, stdout } = await real("speakers", A, B, JSONL);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1 speaker in 3 articles\n\nAna Quill {2}person · .*mayor/);
    expect(stdout.replace(/\s+/g, " ")).toContain(
      "b.txt: Ana Quill, 1 statement · the same full name; both are called “mayor, orlin” (0.97)",
    );
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("splits and merges as the decisions say", async () => {
    const [one] = await linkedBy(A, B);
    const [a, b] = one!.members.map(({ article, speaker }) => `${article}#${speaker}`);
    const decisions = dir.put("d.tsv", `# mine\napart\t${a}\t${b}\n`);
    expect(await linkedBy(A, B, "--decisions", decisions)).toHaveLength(2);
  });

  it("names the file and the line of what is no decision", async () => {
    const bad = dir.put("bad.tsv", "same\ta#s1\n");
    const { code, stderr } = await real("speakers", A, "--decisions", bad);
    expect(code).toBe(2);
    expect(stderr).toMatch(/bad\.tsv, line 1: “same\ta#s1” is no decision\n/);
  });

  it("reads the rest if one input cannot be read", async () => {
    const { code, stdout, stderr } = await real("speakers", A, "none.txt");
    expect(code).toBe(1);
    expect(stderr).toMatch(/There is no file: none\.txt\./);
    expect(stdout).toMatch(/^1 speaker in 1 article\n/);
  });
});

describe.concurrent("--gazetteer", () => {
  it("tells who held an office", async () => {
    const text = dir.put(
      "q.txt",
      "Olaf Brandvik and Ida Moe met on the quay.\n\n“It was cold,” the harbour president said.",
    );
    const own = dir.put("own.tsv", "Ida Moe\t\tpresident\tharbour board\n");
    const { stdout } = await real("read", text, "--gazetteer", own);
    expect(stdout).toMatch(/1 {2}Ida Moe \(the harbour president\)/);
  });

  it("says what is wrong with the file", async () => {
    const own = dir.put("wrong.tsv", "Ida Moe\t\tpresident\tharbour board\tMay\n");
    const { code, stderr } = await real("read", A, "--gazetteer", own);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/wrong\.tsv, line 1: “May” is no day\./);
  });
});
