/**
 * Subtitles (WebVTT, SubRip) in; what is said as paragraphs, each turn under its speaker's label, out. The times of the cues stand between
 * turns as residue, so that a statement can be found in the recording; the offset map leads to the file.
 */
import type { Block } from "../../schema/index.ts";
import { type TextBuilder, textBuilder } from "../map/index.ts";
import type { FormatReading } from "../reading.ts";
import { type TextLine, textLines } from "./lines.ts";
import { endsSentence } from "./wrap.ts";

const CUE = /^(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{3}\s{1,5}-->\s/;
const VOICE = /<v(?:\.[\w.]{1,40})? ([^<>\n]{1,80})>/;
/** What opens a new turn: a label, or the signs of captions for another speaker (">>", a dash). */
const OPENS = /^(?:>>|[-–—] )|^\p{Lu}[\p{Lu}\p{Lt} .'’-]{1,40}(?: \([^()]{1,40}\))?: |^[QA]: /u;
/** A turn of more characters ends with its next sentence: one paragraph must not hold a whole speech. */
const LONG = 400;

interface CueLine {
  /** The line of its cue's times. */
  readonly time: TextLine;
  readonly line: TextLine;
  readonly voice: string | undefined;
}

/** Read a subtitle file. */
export function readSubtitles(source: string): FormatReading {
  const builder = textBuilder("text");
  const blocks: Block[] = [];
  const block = (kind: Block["kind"], by: string, append: () => void) => {
    if (builder.length() > 0) builder.glue("\n");
    const start = builder.length();
    append();
    blocks.push({ start, end: builder.length(), kind, by: `subtitles/${by}` });
  };
  let voice: string | undefined;
  for (const turn of turnsOf(source, cueLines(source))) {
    const { time } = turn[0]!;
    block("time", "cue", () => builder.push(source.slice(time.start, time.end), time.start, time.end - time.start));
    const named = turn[0]!.voice !== voice;
    voice = turn[0]!.voice;
    block("body", "turn", () =>
      turn.forEach(({ line }, i) => {
        if (i > 0) builder.glue(" ");
        appendLine(builder, source, line, i === 0 && named);
      }),
    );
  }
  return { ...builder.build(), blocks, meta: {}, messages: [] };
}

/** The lines that are said. A cue ends at an empty line; what stands outside of cues (numbers, notes, styles) is left out. */
function cueLines(source: string): CueLine[] {
  const said: CueLine[] = [];
  let time: TextLine | undefined;
  let voice: string | undefined;
  for (const line of textLines(source)) {
    const text = source.slice(line.start, Math.min(line.end, line.start + 200));
    if (CUE.test(text)) {
      time = line;
      voice = undefined;
    } else if (line.gap) time = undefined;
    else if (time && /[\p{L}\p{N}]/u.test(text.replace(/<[^<>]{0,100}>/g, ""))) {
      voice = VOICE.exec(text)?.[1]?.trim() ?? voice;
      said.push({ time, line, voice });
    }
  }
  return said;
}

/** A turn goes on until the voice changes, a line opens with a label, or it is long and its sentence has ended. */
function turnsOf(source: string, lines: readonly CueLine[]): CueLine[][] {
  const turns: CueLine[][] = [];
  let length = 0;
  for (const one of lines) {
    const last = turns.at(-1)?.at(-1);
    const text = source
      .slice(one.line.start, Math.min(one.line.end, one.line.start + 200))
      .replace(/^<[^<>]{0,100}>/, "");
    const cut = length > LONG && last !== undefined && endsSentence(source, last.line.end);
    if (!last || last.voice !== one.voice || OPENS.test(text) || cut) {
      turns.push([one]);
      length = 0;
    } else turns.at(-1)!.push(one);
    length += one.line.end - one.line.start;
  }
  return turns;
}

const TAG = /<[^<>]{0,200}>|&(?:amp|lt|gt|nbsp|lrm|rlm);/g;
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": " " };

/** Append a line without its tags; a voice's name becomes a label where it is new. */
function appendLine(builder: TextBuilder, source: string, line: TextLine, named: boolean): void {
  const sign = /^(?:>> ?|[-–—] )/.exec(source.slice(line.start, line.start + 5))?.[0].length ?? 0;
  let at = line.start + sign;
  const upTo = (end: number) => {
    if (end > at) builder.push(source.slice(at, end), at, end - at);
  };
  for (const found of source.slice(line.start, line.end).matchAll(TAG)) {
    const from = line.start + found.index;
    upTo(from);
    at = from + found[0].length;
    const name = named ? VOICE.exec(found[0])?.[1] : undefined;
    if (name !== undefined) {
      builder.push(name, from + found[0].length - 1 - name.length, name.length);
      builder.glue(": ");
    } else builder.push(ENTITIES[found[0]] ?? "", from, found[0].length);
  }
  upTo(line.end);
}
