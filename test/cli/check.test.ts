/** `onrecord check` with the real engine: what an editor reads, and the exit code. */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { pdf } from "../article/make-pdf.ts";
import { docx } from "../article/make-zip.ts";
import { folder, onrecord } from "./support.ts";

const dir = folder();
afterAll(dir.remove);
const real = (...args: string[]) => onrecord(args, { engine: "real", env: { COLUMNS: "80" } });

const word = (text: string) => docx(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);

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

  it("checks against a record, and says where in it the words stand", async () => {
    const record = `${dir.path}/news.db`;
    expect((await real("add", SOURCE, "--record", record)).code).toBe(0);
    const good = await real("check", GOOD, "--record", record);
    expect(good.stdout).toMatch(/^ {2}1 exact/);
    expect(good.stdout).toMatch(/Ana Quill · #\d+\n/);
    expect(good.code).toBe(0);
    const bad = await real("check", BAD, "--record", record, "--json");
    const { checked } = JSON.parse(bad.stdout) as { checked: { verdict: string; evidence: { record: object }[] }[] };
    expect(checked.map(({ verdict }) => verdict)).toEqual(["altered", "wrong-speaker"]);
    expect(checked[0]!.evidence[0]!.record).toEqual({ article: 1, statement: expect.any(Number) });
    expect(bad.code).toBe(1);
    const other = dir.put("other.txt", "“The tide waits for nobody here,” said Ida Moe, the mayor.\n");
    const both = dir.put(
      "both.md",
      "“The tide waits for nobody here,” Ida Moe said.\n\n“We will reopen the harbour on Monday if the crane is safe,” Quill said.\n",
    );
    expect((await real("check", both, "--record", record, "--against", other)).code).toBe(0);
    expect((await real("check", both, "--record", record)).code).toBe(1);
  });

  it("ends with 2 if the record is missing or empty", async () => {
    const missing = await real("check", GOOD, "--record", `${dir.path}/none.db`);
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringMatching(/There is no record/)]);
    const empty = `${dir.path}/empty.db`;
    await real(
      "add",
      dir.put("list.txt", "Bread, milk, eggs and a new broom were bought for the hall.\n"),
      "--record",
      empty,
    );
    const { code, stderr } = await real("check", GOOD, "--record", empty);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/no statement in .*empty\.db/)]);
  });

  it("gives the draft back with a comment behind each quotation, and changes nothing else", async () => {
    const text = "# Port\n\n*Today*: “I would sign a deal without the crews,” **Bo Lind** said. The end.\n";
    const { stdout, code } = await real("check", dir.put("note.md", text), "--against", SOURCE, "--annotate");
    expect(stdout).toMatch(
      /crews,”\{>>altered: one change: negation; said “not”; source: [^{}]*<<\} \*\*Bo Lind\*\* said/,
    );
    expect(stdout.replace(/\{>>[^{}]*<<\}/, "")).toBe(text);
    expect(code).toBe(1);
  });

  it("writes a page that loads nothing and in which a draft cannot run anything", async () => {
    const draft = dir.put(
      "<b>.md",
      "“I would <script>alert(1)</script> sign a deal without the crews,” Bo Lind said.\n",
    );
    const { stdout } = await real("check", draft, "--against", SOURCE, "--html", "-");
    expect(stdout).toMatch(/^<!DOCTYPE html>/);
    expect(stdout).toMatch(/<span class="verdict fail">altered<\/span>/);
    expect(stdout).not.toMatch(/<script|<b>|src=|url\(/);
    const page = `${dir.path}/page.html`;
    const { stdout: report } = await real("check", GOOD, "--against", SOURCE, "--html", page);
    expect(report).toMatch(/1 quotation: 1 exact/);
    expect(readFileSync(page, "utf8")).toMatch(/<span class="verdict pass">exact<\/span>/);
  });

  it("reads drafts and sources that are PDF or Word files", async () => {
    const source = dir.put(
      "source.pdf",
      pdf([[{ text: '"The pier is not for sale," Ana Quill said on Monday.', x: 72, y: 100 }]]),
    );
    const original = dir.put("draft.docx", word("“The pier is not for sale,” Ana Quill said."));
    const changed = dir.put("changed.docx", word("“The pier is for sale,” Ana Quill said."));
    expect((await real("check", original, "--against", source)).stdout).toMatch(/^ {2}1 exact/);
    const { code, stdout } = await real("check", changed, "--against", source, "--annotate");
    expect([code, stdout]).toEqual([1, expect.stringMatching(/“The pier is for sale,”\{>>altered: .*negation/)]);
  });

  it("reads many sources in worker threads, and passes over what cannot matter", async () => {
    for (let i = 0; i < 40; i++)
      dir.put(`many/${i}.txt`, `Rain fell on square ${i}. “Rain is good for farm ${i},” said Ida Moe.\n`);
    dir.put("many/source.txt", "“We will reopen the harbour on Monday if the crane is safe,” Ana Quill said.\n");
    const { code, stdout } = await real("check", GOOD, "--against", `${dir.path}/many`, "--jobs", "2");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/many\/source\.txt/)]);
    const missed = await real(
      "check",
      dir.put("zebra.md", "“Zebras graze upon a distant moon,” Ana Quill said.\n"),
      "--against",
      `${dir.path}/many`,
    );
    expect([missed.code, missed.stdout]).toEqual([1, expect.stringMatching(/^ {2}1 not-found/)]);
  });

  it("shows what is on record beside what the draft reports in its own words", async () => {
    const draft = dir.put(
      "own.md",
      "Bo Lind, the union leader, promised that he would sign a deal without the crews.\n",
    );
    const { stdout, code } = await real("check", draft, "--against", SOURCE, "--indirect");
    expect(stdout).toMatch(/1 indirect {2}Bo Lind/);
    expect(stdout).toMatch(/one denies, the\s+other does not/);
    expect(code).toBe(0);
  });
});
