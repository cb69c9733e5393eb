/** A check as JSON that its schema accepts, a page, a comment, a report with other outlets and indirect statements. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checkedHtml, checkedText, commentOf, JSON_SCHEMAS } from "../../src/export/index.ts";
import type { Checked, CheckedIndirect, CheckReport, Evidence } from "../../src/schema/index.ts";

const EVIDENCE: Evidence = {
  article: "a1",
  publisher: "The Tide & Co",
  published: "2026-03-11T08:00:00Z",
  url: "https://tide.example/pier",
  record: { article: 1, statement: 12 },
  statement: "s1",
  speaker: "Ana Quill",
  saidAt: "2026-03-10",
  span: { start: 1, end: 30 },
  words: "The pier is not for sale",
  before: "It rained.",
  after: "She left.",
  warnings: ["translated (interpreter)"],
};

const ALTERED: Checked = {
  quotation: { span: { start: 0, end: 20 }, words: "The pier is <i>for</i> sale", speaker: "Quill" },
  verdict: "altered",
  why: "one change: negation",
  changes: [{ class: "negation", dropped: "not", added: "" }],
  evidence: [EVIDENCE, { ...EVIDENCE, publisher: "The Echo", record: { article: 2, statement: 40 } }],
};

const UNCHECKED: Checked = {
  ...ALTERED,
  verdict: "unchecked",
  why: "one word is too few to tell",
  changes: [],
  evidence: [],
};

const INDIRECT: CheckedIndirect = {
  statement: {
    span: { start: 0, end: 9 },
    words: "to sell the pier",
    speaker: "Quill",
    type: "commitment",
    negations: 0,
  },
  nearest: [{ type: "refusal", negations: 1, disagrees: ["type", "polarity"], evidence: EVIDENCE }],
};

const REPORT: CheckReport = { draft: "draft.md", checked: [ALTERED, UNCHECKED], indirect: [INDIRECT] };

describe("a check", () => {
  it("is what its JSON Schema says", () => {
    const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(JSON_SCHEMAS.checked())));
    expect(schema.safeParse(REPORT).error).toBeUndefined();
    expect(schema.safeParse({ ...REPORT, checked: [{ ...ALTERED, verdict: "fine" }] }).success).toBe(false);
  });

  it("is a page that escapes what drafts and sources say, and follows light, dark and paper", () => {
    const page = checkedHtml(REPORT);
    expect(page).toContain("The pier is &lt;i&gt;for&lt;/i&gt; sale");
    expect(page).toContain("<del>not</del>");
    expect(page).toContain("The Tide &amp; Co");
    expect(page).toContain('<span class="verdict unchecked">unchecked</span>');
    expect(page).toContain('<a href="https://tide.example/pier"');
    expect(page).toMatch(/prefers-color-scheme:dark/);
    expect(page).toMatch(/@media print/);
    expect(page).toMatch(/name="viewport"/);
    expect(
      checkedHtml({ ...REPORT, checked: [{ ...ALTERED, evidence: [{ ...EVIDENCE, url: "javascript:alert(1)" }] }] }),
    ).not.toMatch(/href="javascript/);
  });

  it("is a comment that cannot be closed from inside", () => {
    expect(commentOf(ALTERED)).toBe(
      "{>>altered: one change: negation; said “not”; source: “The pier is not for sale” (Ana Quill, The Tide & Co, 2026-03-11, #12); translated (interpreter)<<}",
    );
    const hostile = commentOf({ ...ALTERED, why: "a <<} b\n{>> c" });
    expect(hostile.match(/<<\}/g)).toHaveLength(1);
    expect(hostile.match(/\{>>/g)).toHaveLength(1);
    expect(hostile).not.toContain("\n");
  });

  it("is a report with the first place in full and the others named", () => {
    const text = checkedText(REPORT.checked, { width: 100, indirect: REPORT.indirect! });
    expect(text).toContain("Ana Quill, 2026-03-10 · The Tide & Co · 2026-03-11 · #12");
    expect(text).toMatch(/also: Ana Quill, 2026-03-10 · The Echo · 2026-03-11 · #40/);
    expect(text).toContain("! translated (interpreter)");
    expect(text).toMatch(/1 indirect {2}Quill, commitment: to sell the pier/);
    expect(text).toContain("! the draft has it as commitment, the source as refusal; one denies, the other does not");
    expect(text).toMatch(/\n\n2 quotations: 1 altered, 1 unchecked\n$/);
  });
});
