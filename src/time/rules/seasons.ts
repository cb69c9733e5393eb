/** Seasons, holidays and edges: "last summer", "by Christmas", "new year", "year-end", "the end of the month". */
import type { Found, Meaning, Reader, Rule, Which } from "../meaning.ts";
import { HOLIDAYS, SEASONS } from "../words.ts";
import { DATE_RULES } from "./dates.ts";
import { yearOf } from "./numbers.ts";
import { RELATIVE_RULES } from "./relative.ts";
import { YEAR_RULES } from "./years.ts";

const WHICH: ReadonlyMap<string, Which> = new Map([
  ["last", "last"],
  ["this", "this"],
  ["next", "next"],
]);
const SEASON_PREPOSITIONS = new Set(["in", "by", "before", "until", "since", "after", "during", "early", "late"]);

/** "last summer", "in the summer of 2019", "by spring"; not "a spring", not "fall" as a verb. */
function season(reader: Reader, i: number): Found | undefined {
  const lead = WHICH.get(reader.word(i));
  const the = reader.word(i) === "the" && SEASON_PREPOSITIONS.has(reader.word(i - 1));
  const at = lead || the ? i + 1 : i;
  const month = SEASONS.get(reader.word(at));
  if (month === undefined) return undefined;
  const of = reader.word(at + 1) === "of" ? at + 2 : at + 1;
  const year = yearOf(reader.word(of));
  const bare = SEASON_PREPOSITIONS.has(reader.word(i - 1)) && /^[.,;:!?]?$|^(?:and|or|if)$/.test(reader.word(at + 1));
  if (!lead && !the && year === undefined && !bare) return undefined;
  const meaning: Meaning = { kind: "season", month, which: lead ?? "near", ...(year !== undefined && { year }) };
  return { end: year === undefined ? at + 1 : of + 1, meaning, known: ["season", ...(year ? ["year"] : [])] };
}

/** "by Christmas", "new year", "New Year's Eve"; "a new year" is none. */
function holiday(reader: Reader, i: number): Found | undefined {
  const two = `${reader.word(i)} ${reader.word(i + 1)}`;
  const date = HOLIDAYS.get(two) ?? HOLIDAYS.get(reader.word(i));
  if (!date || ["a", "the", "every", "each", "happy"].includes(reader.word(i - 1))) return undefined;
  let end = HOLIDAYS.has(two) ? i + 2 : i + 1;
  if (reader.word(end) === "'s" || reader.word(end) === "’s") end += 1;
  const eve = reader.word(end) === "eve" ? 1 : 0;
  if (eve || reader.word(end) === "day") end += 1;
  const [month, day] = eve ? (date[0] === 12 ? [12, 24] : [12, 31]) : date;
  const year = yearOf(reader.word(end));
  if (year) end += 1;
  return { end, meaning: { kind: "date", month, day, ...(year && { year }) }, known: ["holiday"] };
}

const EDGES: ReadonlyMap<string, "start" | "end"> = new Map([
  ["end", "end"],
  ["close", "end"],
  ["start", "start"],
  ["beginning", "start"],
  ["turn", "start"],
]);
const THE_UNITS: ReadonlyMap<string, Extract<Meaning, { kind: "unit" }>["unit"]> = new Map([
  ["day", "day"],
  ["week", "week"],
  ["month", "month"],
  ["quarter", "quarter"],
  ["year", "year"],
  ["decade", "decade"],
]);

/** "the end of the month", "the end of next year", "the start of 2018". */
function edge(reader: Reader, i: number): Found | undefined {
  if (reader.word(i) !== "the" && reader.word(i) !== "at") return undefined;
  const which = reader.word(i) === "the" ? EDGES.get(reader.word(i + 1)) : undefined;
  if (!which || reader.word(i + 2) !== "of") return undefined;
  const unit = reader.word(i + 3) === "the" ? THE_UNITS.get(reader.word(i + 4)) : undefined;
  if (unit) {
    const of: Meaning = { kind: "unit", unit, by: 0 };
    return { end: i + 5, meaning: { kind: "edge", edge: which, of }, known: ["relation", unit] };
  }
  for (const rule of [...RELATIVE_RULES, ...DATE_RULES, ...YEAR_RULES]) {
    const inner = rule.read(reader, i + 3);
    if (inner) return { ...inner, meaning: { kind: "edge", edge: which, of: inner.meaning } };
  }
  return undefined;
}

/** "year-end", "year end", "month's end". */
function unitEnd(reader: Reader, i: number): Found | undefined {
  const joined = /^(month|quarter|year|week)-end$/.exec(reader.word(i));
  const name = joined ? joined[1]! : reader.word(i);
  const unit = THE_UNITS.get(name);
  if (!unit || unit === "day") return undefined;
  const clitic = reader.word(i + 1) === "'s" || reader.word(i + 1) === "’s" ? i + 2 : i + 1;
  if (!joined && reader.word(clitic) !== "end") return undefined;
  const of: Meaning = { kind: "unit", unit, by: 0 };
  return { end: joined ? i + 1 : clitic + 1, meaning: { kind: "edge", edge: "end", of }, known: ["relation", unit] };
}

export const SEASON_RULES: readonly Rule[] = [
  { name: "edge", why: "the first or last day of a unit", read: edge },
  { name: "unit-end", why: "the last day of a unit", read: unitEnd },
  { name: "season", why: "three months, northern hemisphere", read: season },
  { name: "holiday", why: "a holiday of fixed date", read: holiday },
];
