/** A PDF in; its text in reading order, blocks and metadata out. The offset map leads every word to its page and text item. */
import { type Block, OnrecordError } from "../../schema/index.ts";
import { fileMeta } from "../file-meta.ts";
import { type TextBuilder, textBuilder } from "../map/index.ts";
import type { FormatReading } from "../reading.ts";
import type { Label, ResidueFinder } from "../residue/index.ts";
import { type Joint, jointOf, vocabularyOf } from "../text/hyphen.ts";
import { kindOf } from "../text/kinds.ts";
import { pdfPages } from "./items.ts";
import { type Line, pageLines, spaceBefore } from "./lines.ts";
import { marginLines } from "./margins.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";

/**
 * Read a PDF.
 * @throws OnrecordError `unsupported` (damaged, locked, no text layer), `too-large`
 */
export async function readPdf(bytes: Uint8Array, residue: ResidueFinder, place: string): Promise<FormatReading> {
  const { pages, facts, messages } = await pdfPages(bytes, place);
  const lines = pages.map(pageLines);
  const all = lines.flat();
  if (!all.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) throw noText(place);
  const body = bodySize(all);
  const margins = marginLines(lines, body);
  const parts = ordered(all, margins);
  const { text, blocks, offsetMap } = build(
    parts,
    labels(parts, residue, body),
    vocabularyOf(all.map((line) => line.text)),
  );
  return { text, blocks, offsetMap, meta: fileMeta(facts, text), messages };
}

/** A paragraph, or a line of the margins with the rule that knew it. */
interface Part {
  readonly lines: Paragraph;
  readonly margin: string | undefined;
}

/** The size that most characters have. */
function bodySize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const key = Math.round(size * 2) / 2;
    counts.set(key, (counts.get(key) ?? 0) + text.length);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** Paragraphs, and after each the margin lines that stand inside it or below it: a paragraph over two pages stays whole. */
function ordered(lines: readonly Line[], margins: ReadonlyMap<Line, string>): Part[] {
  const text = lines.filter((line) => !margins.has(line));
  const paragraphs = paragraphsOf(text);
  const parts: Part[] = [];
  let at = 0;
  const takeMargins = (until: Line | undefined) => {
    for (; at < lines.length && lines[at] !== until; at++) {
      const margin = margins.get(lines[at]!);
      if (margin !== undefined) parts.push({ lines: [lines[at]!], margin });
    }
  };
  takeMargins(text[0]);
  paragraphs.forEach((paragraph, i) => {
    parts.push({ lines: paragraph, margin: undefined });
    takeMargins(paragraphs[i + 1]?.[0]);
  });
  return parts;
}

function labels(parts: readonly Part[], residue: ResidueFinder, body: number): Label[] {
  const lengths = parts.map(({ lines }) => lines.reduce((sum, line) => sum + line.text.length + 1, -1));
  return parts.map(({ lines, margin }, i): Label => {
    if (margin !== undefined) return { kind: "other-residue", by: `pdf/${margin}` };
    if (lines[0]!.size >= body * 1.15 && lengths[i]! <= 250) return { kind: "heading", by: "pdf/large-type" };
    const text = lines.length === 1 ? lines[0]!.text.trim() : `${lines[0]!.text} …`;
    const candidate = {
      text,
      oneLine: lines.length === 1,
      before: i,
      after: parts.length - 1 - i,
      next: lengths[i + 1] ?? 0,
    };
    return kindOf(candidate, residue);
  });
}

function build(parts: readonly Part[], kinds: readonly Label[], vocabulary: ReadonlySet<string>) {
  const builder = textBuilder("pdf");
  const blocks: Block[] = parts.map(({ lines }, i) => {
    if (builder.length() > 0) builder.glue("\n");
    const start = builder.length();
    lines.forEach((line, n) => {
      const next = lines[n + 1];
      const joint = next ? jointOf(lastWord(line.text), next.text.trimStart(), vocabulary) : undefined;
      append(builder, line, joint);
    });
    return { start, end: builder.length(), ...kinds[i]! };
  });
  return { ...builder.build(), blocks };
}

function lastWord(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.slice(Math.max(trimmed.lastIndexOf(" ") + 1, trimmed.length - 80));
}

/** White space becomes one space; soft hyphens and what else has no width go. */
const IRREGULAR = /\s+|[\u00ad\u200b\u2060\ufeff\0]+/gu;

/** Append a line without white space at its edges, and what joins it to the next. */
function append(builder: TextBuilder, line: Line, joint: Joint | undefined): void {
  const last = line.items.length - 1;
  let spaced = true;
  line.items.forEach((item, i) => {
    const path = `/page[${line.page}]/item[${item.index}]`;
    const trimmed = i === last ? item.text.trimEnd() : item.text;
    const value = i === last && joint === "drop" ? trimmed.replace(/[-\u2010\u00ad]$/, "") : trimmed;
    if (!spaced && spaceBefore(line.items[i - 1], item) === " ") {
      builder.glue(" ");
      spaced = true;
    }
    let at = 0;
    for (const found of [...value.matchAll(IRREGULAR), undefined]) {
      const end = found ? found.index : value.length;
      if (end > at) {
        builder.push(value.slice(at, end), at, end - at, path);
        spaced = false;
      }
      if (!found) break;
      at = end + found[0].length;
      if (/^\s/.test(found[0]) && !spaced) {
        builder.push(" ", end, found[0].length, path);
        spaced = true;
      }
    }
  });
  if (joint === "space") builder.glue(" ");
}

function noText(place: string): OnrecordError {
  return new OnrecordError("unsupported", `${place} has no text layer: its pages are pictures.`, {
    hint: "Run OCR first (ocrmypdf makes a PDF with a text layer) and read what it makes.",
  });
}
