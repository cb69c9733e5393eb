/** Years, decades, centuries: "in 2018", "a 2018 meeting", "the 1960s", "'95", "the 20th century", "2019-20". */
import type { Found, Meaning, Reader, Rule } from "../meaning.ts";
import { isCapital } from "../reader.ts";
import { CENTURIES, DECADE_WORDS } from "../words.ts";
import { yearOf } from "./numbers.ts";

const BEFORE = new Set([
  "in", "since", "by", "until", "till", "from", "before", "after", "of", "during", "early", "late", "the", "a", "an", "his",
  "her", "its", "their", "our", "to", "and", "between", "through", "than", "around", "circa", "for", "mid", "year", "that",
]); // biome-ignore format: one list

/** Only these lead to a year before 1900: "the 1500 people" is no date. */
const BEFORE_OLD = new Set(["in", "since", "until", "from", "by", "of", "circa", "between"]);

/** After a number these tell that it counts something. */
const COUNTED = new Set(
  `people times tonnes tons miles km kilometres kilometers metres meters feet dollars pounds euros percent per % jobs
  men women children troops soldiers members votes words pages units homes seats million billion households acres hectares
  hours minutes points bushels workers players fans dead m kg barrels megawatts mw`.split(/\s+/),
);

/** A bare four-digit number, where its company says that it is a year. */
function year(reader: Reader, i: number): Found | undefined {
  const value = yearOf(reader.word(i));
  if (value === undefined || COUNTED.has(reader.word(i + 1)) || reader.word(i + 1) === "-") return undefined;
  const before = reader.word(i - 1);
  const modern = value >= 1900 && value <= 2099;
  const fits = modern
    ? BEFORE.has(before) || before === "(" || before === "–" || before === "," || isCapital(reader.raw(i - 1))
    : BEFORE_OLD.has(before);
  return fits ? { end: i + 1, meaning: { kind: "date", year: value }, known: ["year"] } : undefined;
}

/** "'95", "’92": only after a preposition. */
function shortYear(reader: Reader, i: number): Found | undefined {
  const mark = reader.word(i);
  if ((mark !== "'" && mark !== "’" && mark !== "‘") || !reader.joined(i + 1)) return undefined;
  if (!/^\d\d$/.test(reader.word(i + 1)) || !BEFORE_OLD.has(reader.word(i - 1))) return undefined;
  const value = Number(reader.word(i + 1));
  const meaning: Meaning = { kind: "date", year: value > 40 ? 1900 + value : 2000 + value };
  return { end: i + 2, meaning, known: ["year"] };
}

/** "2019-20", "2019/20", "2003-2004". */
function yearRange(reader: Reader, i: number): Found | undefined {
  const one = /^((?:19|20)\d\d)[-–/](\d\d|\d{4})$/.exec(reader.word(i));
  if (!one) return undefined;
  const from = Number(one[1]);
  const to = one[2]!.length === 2 ? from - (from % 100) + Number(one[2]) : Number(one[2]);
  if (to <= from || to - from > 150) return undefined;
  return { end: i + 1, meaning: { kind: "years", from, to }, known: ["year"] };
}

/** "the 1960s", "the sixties", "the '90s"; a lone "thirties" may be an age. */
function decade(reader: Reader, i: number): Found | undefined {
  const digits = /^(1\d\d0|20\d0)['’]?s$/.exec(reader.word(i));
  const clitic =
    /^(1\d\d0|20\d0)$/.test(reader.word(i)) && reader.word(i - 1) === "the" && /^['’]s$/.test(reader.word(i + 1));
  if (clitic) {
    const from = Number(reader.word(i));
    return { end: i + 2, meaning: { kind: "years", from, to: from + 9 }, known: ["decade"] };
  }
  const words = reader.word(i - 1) === "the" ? DECADE_WORDS.get(reader.word(i)) : undefined;
  const from = digits ? Number(digits[1]) : words === undefined ? undefined : 1900 + words;
  if (from === undefined) return undefined;
  return { end: i + 1, meaning: { kind: "years", from, to: from + 9 }, known: ["decade"] };
}

/** "the 20th century" is counted as people do, 1900 to 1999. */
function century(reader: Reader, i: number): Found | undefined {
  const number = CENTURIES.get(reader.word(i));
  const named = reader.word(i + 1) === "century";
  const joined = CENTURIES.get(reader.word(i).replace(/-century$/, ""));
  const value = named ? number : reader.word(i).endsWith("-century") ? joined : undefined;
  if (value === undefined) return undefined;
  return {
    end: named ? i + 2 : i + 1,
    meaning: { kind: "years", from: value * 100, to: value * 100 + 99 },
    known: ["century"],
  };
}

export const YEAR_RULES: readonly Rule[] = [
  { name: "century", why: "a numbered century", read: century },
  { name: "decade", why: "a decade by its number or word", read: decade },
  { name: "year-range", why: "a span of years", read: yearRange },
  { name: "year", why: "a number that its company makes a year", read: year },
  { name: "short-year", why: "a year without its century", read: shortYear },
];
