/** Speakers across articles as a person reads them: each with its names, roles, articles and the evidence that joins them. */
import type { LinkedMember, LinkedSpeaker, Reading } from "../../schema/index.ts";
import { headlineOf } from "../words.ts";
import { type Paints, paints } from "./paint.ts";
import { printable } from "./width.ts";
import { type Piece, wrap } from "./wrap.ts";

export interface LinkedOptions {
  readonly width?: number;
  readonly colour?: boolean;
}

const WIDEST = 100;
const INDENT = 4;

const counted = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;
const statementsOf = ({ members }: LinkedSpeaker): number =>
  members.reduce((sum, { statements }) => sum + statements, 0);

function indented(pieces: readonly Piece[], width: number): string[] {
  return wrap(pieces, width - INDENT).map((line) => " ".repeat(INDENT) + line);
}

/** Where an article is from, shortly: its input or headline, with the outlet and the day. */
function placeOf({ article, input }: Reading): string {
  const about = [article.publisher, article.published?.slice(0, 10)].filter((x) => x !== undefined);
  return [input ?? headlineOf(article) ?? article.id, ...about].join(", ");
}

function memberLines(
  member: LinkedMember,
  first: boolean,
  readings: ReadonlyMap<string, Reading>,
  paint: Paints,
  width: number,
): string[] {
  const reading = readings.get(member.article);
  const place = reading ? placeOf(reading) : member.article;
  const why = first ? "" : ` · ${member.why} (${member.confidence})`;
  const pieces = [
    { text: printable(`${place}: ${member.name}, ${counted(member.statements, "statement")}`), paint: paint.plain },
    { text: printable(why), paint: paint.quiet },
  ];
  return indented(pieces, width);
}

function blockOf(
  speaker: LinkedSpeaker,
  all: ReadonlyMap<string, LinkedSpeaker>,
  readings: ReadonlyMap<string, Reading>,
  paint: Paints,
  width: number,
): string {
  const { name, type, roles, aliases, members, maybe } = speaker;
  const about = [type, ...roles].join(" · ");
  const lines = wrap(
    [
      { text: printable(name), paint: paint.strong },
      { text: "  ", paint: paint.plain, whole: true },
      { text: printable(about), paint: paint.quiet },
    ],
    width,
  );
  if (aliases.length > 0)
    lines.push(...indented([{ text: printable(`also: ${aliases.join(", ")}`), paint: paint.quiet }], width));
  members.forEach((member, i) => {
    lines.push(...memberLines(member, i === 0, readings, paint, width));
  });
  for (const { id, why } of maybe) {
    const other = all.get(id);
    const text = `perhaps the same as ${other?.name ?? id} (${id}): ${why}`;
    lines.push(...indented([{ text: printable(text), paint: paint.quiet }], width));
  }
  return lines.join("\n");
}

/** The report, with a line break at its end; those with the most statements come first. */
export function linkedText(
  speakers: readonly LinkedSpeaker[],
  readings: readonly Reading[],
  options: LinkedOptions = {},
): string {
  const width = Math.max(30, Math.min(options.width ?? 80, WIDEST));
  const paint = paints(options.colour ?? false);
  const byArticle = new Map(readings.map((reading) => [reading.article.id, reading]));
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const head = `${counted(speakers.length, "speaker")} in ${counted(readings.length, "article")}`;
  const blocks = [...speakers]
    .sort((a, b) => statementsOf(b) - statementsOf(a))
    .map((speaker) => blockOf(speaker, byId, byArticle, paint, width));
  return `${[head, ...blocks].join("\n\n")}\n`;
}
