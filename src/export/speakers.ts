/** Statements grouped by who made them. */
import type { Reading, Statement } from "../schema/index.ts";
import { speakerName } from "./facts.ts";

/** One speaker's statements with their numbers in the text. */
export interface Group {
  readonly name: string;
  /** e.g. "person, mayor of Corran" */
  readonly about: string;
  readonly statements: readonly { readonly n: number; readonly statement: Statement }[];
}

/** Most statements first; who comes first in the text breaks ties. */
export function bySpeaker(reading: Reading): Group[] {
  const groups = new Map<string, { name: string; about: string; statements: { n: number; statement: Statement }[] }>();
  for (const [i, statement] of reading.statements.entries()) {
    const name = statement.speaker ? statement.speaker.name : "Not identified";
    const key = statement.speaker?.speaker ?? name;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { name, about: aboutOf(reading, statement), statements: [] }));
    group.statements.push({ n: i + 1, statement });
  }
  return [...groups.values()].sort((a, b) => b.statements.length - a.statements.length);
}

function aboutOf(reading: Reading, { speaker }: Statement): string {
  if (!speaker) return "";
  const known = reading.speakers.find((s) => s.id === speaker.speaker);
  const roles = known?.roles.filter((role) => role !== known.name) ?? [];
  return [speaker.type === "unknown" ? "" : speaker.type, ...roles.slice(0, 2)].filter((x) => x !== "").join(", ");
}

/** How many different speakers there are. */
export function countSpeakers(reading: Reading): number {
  const named = reading.statements.filter((s) => s.speaker);
  return new Set(named.map((s) => s.speaker?.speaker ?? speakerName(reading, s))).size;
}
