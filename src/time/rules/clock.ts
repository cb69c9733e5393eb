/** Clock times, alone or with a day: "11.08am", "12:01 a.m. Saturday", "8pm", "16.38" on a line of its own, "noon". */
import type { Found, Reader, Rule } from "../meaning.ts";
import { ZONES } from "../words.ts";
import { DATE_RULES } from "./dates.ts";
import { RELATIVE_RULES } from "./relative.ts";
import { WEEKDAY_RULES } from "./weekdays.ts";

const HALVES: ReadonlyMap<string, number> = new Map([
  ["am", 0],
  ["a.m", 0],
  ["a.m.", 0],
  ["pm", 12],
  ["p.m", 12],
  ["p.m.", 12],
]);
const NAMED: ReadonlyMap<string, string> = new Map([
  ["noon", "12:00"],
  ["midday", "12:00"],
  ["midnight", "24:00"],
]);
const LEADS = new Set(["at", "by", "until", "before", "after", "from", "since", "around", "about", "to"]);

interface Clock {
  readonly time: string;
  readonly end: number;
}

function clockAt(reader: Reader, i: number): Clock | undefined {
  const named = NAMED.get(reader.word(i));
  if (named && (LEADS.has(reader.word(i - 1)) || reader.word(i - 1) === "of")) return { time: named, end: i + 1 };
  const match = /^(\d{1,2})(?:[.:](\d\d))?(am|pm)?$/.exec(reader.word(i));
  if (!match) return undefined;
  const half = match[3] ?? (HALVES.has(reader.word(i + 1)) ? reader.word(i + 1) : undefined);
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || hour > (half ? 12 : 23)) return undefined;
  const end = half && !match[3] ? i + 2 : i + 1;
  if (!half && !plainClock(reader, i, match[2] !== undefined)) return undefined;
  const full = half ? (hour % 12) + HALVES.get(half)! : hour;
  return { time: `${String(full).padStart(2, "0")}:${String(minute).padStart(2, "0")}`, end };
}

/** Without am or pm only "22:30", or "16.38" that is a line of its own or follows "at". */
function plainClock(reader: Reader, i: number, minutes: boolean): boolean {
  if (!minutes || reader.word(i - 1) === "$" || reader.word(i - 1) === "£") return false;
  const after = reader.word(i + 1);
  if (after === "%" || after === "percent" || after === "per" || after === "million") return false;
  if (reader.word(i).includes(":")) return true;
  return (reader.word(i - 1) === "" && after === "") || after === "gmt" || after === "bst";
}

/** A day that follows: "12:01 a.m. Saturday", "9:12 p.m. on Wednesday", "2:30 the next day". */
function dayAfter(reader: Reader, i: number): Found | undefined {
  const at = reader.word(i) === "on" || reader.word(i) === "," ? i + 1 : i;
  for (const rules of [DATE_RULES, WEEKDAY_RULES, RELATIVE_RULES])
    for (const rule of rules) {
      const day = rule.read(reader, at);
      if (day && ["date", "weekday", "unit", "onward"].includes(day.meaning.kind)) return day;
    }
  return undefined;
}

function clock(reader: Reader, i: number): Found | undefined {
  const found = clockAt(reader, i);
  if (!found) return undefined;
  let { end } = found;
  if (reader.word(end) === "local" && reader.word(end + 1) === "time") end += 2;
  const zone = ZONES.get(reader.word(end));
  if (zone) end += 1;
  const time = found.time + (zone ?? "");
  const day = dayAfter(reader, end);
  if (!day) return { end, meaning: { kind: "clock", time }, known: ["time", ...(zone ? ["zone"] : [])] };
  return { end: day.end, meaning: { kind: "clock", time, date: day.meaning }, known: ["time", ...day.known] };
}

export const CLOCK_RULES: readonly Rule[] = [
  { name: "clock", why: "a time of day, with its day if given", read: clock },
];
