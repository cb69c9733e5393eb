/** What a report says of a statement beside its words: short pieces in a fixed order. */
import type { Reading, Statement } from "../schema/index.ts";
import { wordsOf } from "./words.ts";

/** Below this, the report marks what it says with "?". */
const LOW = 0.5;

/** "?" behind a value that is more likely wrong than right, or not much better. */
export function doubt(confidence: number | undefined): string {
  return confidence !== undefined && confidence < LOW ? "?" : "";
}

const LEVEL_WORDS: Readonly<Record<Statement["level"], string | undefined>> = {
  named: undefined,
  background: "unnamed source",
  document: "document",
  "via-agency": "via agency",
  unattributed: "no source given",
};

/** Who spoke, for a heading. The source's own words where nobody is identified. */
export function speakerName(reading: Reading, s: Statement): string {
  if (s.speaker) return s.speaker.name;
  const words = wordsOf(reading.article.text, s.source);
  return words === "" ? "Not attributed" : words;
}

/** The source's own words, where they are not just (part of) the speaker's name: “he”, “the mayor”. */
export function calledAs(reading: Reading, s: Statement): string | undefined {
  const words = wordsOf(reading.article.text, s.source);
  if (!s.speaker || words === "") return undefined;
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/^(the|a|an) /, "")
      .replace(/[’']s$/, "");
  const own = bare(s.speaker.name);
  return bare(words).includes(own) || own.split(/\s+/).includes(bare(words)) ? undefined : words;
}

/** The date, "~" before it if the text only implies it. */
export function whenText({ saidAt }: Statement): string | undefined {
  return saidAt && (saidAt.implied ? "~" : "") + dateText(saidAt.value);
}

/** A closed interval in short: a full year is 2024, a full month 2026-02, five days of one month 2026-03-09–13. */
export function dateText(value: string): string {
  const [from = "", to] = value.split("/");
  if (to === undefined) return from;
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const month = from.slice(0, 7);
  if (!to.startsWith(month)) return `${from}–${to}`;
  return from.endsWith("-01") && to === lastDay(month) ? month : `${from}–${to.slice(8)}`;
}

function lastDay(month: string): string {
  const [year, number] = month.split("-").map(Number);
  const days = new Date(Date.UTC(year!, number!, 0)).getUTCDate();
  return `${month}-${days}`;
}

/** Yes-and-no facts, in words. */
export function flagsOf(s: Statement): string[] {
  const flags: string[] = [];
  if (s.negated) flags.push("negated");
  if (s.hypothetical) flags.push("hypothetical");
  if (s.historical) flags.push("earlier");
  if (s.probability) flags.push(`${Math.round(s.probability.value * 1000) / 10}% chance`);
  if (s.answered !== undefined) flags.push(s.answered ? "answered" : "unanswered");
  const level = LEVEL_WORDS[s.level];
  if (level) flags.push(level);
  return flags;
}

/** A label and its value: `to reporters`, `via an interpreter`, `at the summit`. */
export function circumstances(s: Statement): { label: string; value: string }[] {
  const all = [
    { label: "to", party: s.addressee },
    { label: "via", party: s.via },
    { label: "at", party: s.where },
  ];
  return all.flatMap(({ label, party }) => (party ? [{ label, value: party.name + doubt(party.confidence) }] : []));
}

/** Other parties that it may have been, most likely first. */
export function otherCandidates(s: Statement): string[] {
  return (s.speaker?.candidates ?? []).map((c) => c.name).filter((name) => name !== s.speaker?.name);
}
