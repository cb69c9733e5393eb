/** The closed word tables of time expressions, all in lower case. */
import type { Unit } from "./calendar.ts";

const table = <T>(rows: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(rows));

export const MONTHS = table({
  january: 1, february: 2, march: 3, april: 4, may: 5, june: 6, july: 7, august: 8, september: 9, october: 10,
  november: 11, december: 12, jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, oct: 10, nov: 11,
  dec: 12, "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sep.": 9, "sept.": 9, "oct.": 10,
  "nov.": 11, "dec.": 12,
}); // biome-ignore format: one table

/** Months that are names or words of other kinds too: they need a date's company ("in May", "3 March"). */
export const SHY_MONTHS: ReadonlySet<string> = new Set(["march", "may", "april", "june", "august"]);

export const WEEKDAYS = table({
  monday: 0, tuesday: 1, wednesday: 2, thursday: 3, friday: 4, saturday: 5, sunday: 6,
  mondays: 0, tuesdays: 1, wednesdays: 2, thursdays: 3, fridays: 4, saturdays: 5, sundays: 6,
}); // biome-ignore format: one table

/** Short weekdays ("Sun", "Sat") count only beside a day of the month. */
export const SHORT_WEEKDAYS = table({
  mon: 0, tue: 1, tues: 1, wed: 2, thu: 3, thur: 3, thurs: 3, fri: 4, sat: 5, sun: 6,
  "mon.": 0, "tue.": 1, "tues.": 1, "wed.": 2, "thu.": 3, "thur.": 3, "thurs.": 3, "fri.": 4, "sat.": 5, "sun.": 6,
}); // biome-ignore format: one table

export const NUMBERS = table({
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20,
  thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, a: 1, an: 1,
}); // biome-ignore format: one table

/** Amounts without a number: "a few days ago". */
export const VAGUE: ReadonlySet<string> = new Set(["few", "several", "some", "many", "recent", "coming", "couple"]);

/** Unit -> calendar unit and how many of it; ISO letter for durations. */
export interface UnitWord {
  readonly unit: Unit | "hour" | "minute" | "second";
  readonly times: number;
  readonly iso: string;
}
const unit = (name: UnitWord["unit"], iso: string, times = 1): UnitWord => ({ unit: name, iso, times });
export const UNITS = table({
  second: unit("second", "TS"), minute: unit("minute", "TM"), hour: unit("hour", "TH"), day: unit("day", "D"),
  week: unit("week", "W"), fortnight: unit("week", "W", 2), month: unit("month", "M"), quarter: unit("quarter", "M", 1),
  year: unit("year", "Y"), decade: unit("decade", "Y", 1), century: unit("century", "Y", 1),
  seconds: unit("second", "TS"), minutes: unit("minute", "TM"), hours: unit("hour", "TH"), days: unit("day", "D"),
  weeks: unit("week", "W"), fortnights: unit("week", "W", 2), months: unit("month", "M"), quarters: unit("quarter", "M"),
  years: unit("year", "Y"), decades: unit("decade", "Y"), centuries: unit("century", "Y"),
}); // biome-ignore format: one table

/** First month of a season, northern hemisphere. */
export const SEASONS = table({ spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 });

export const DAY_PARTS: ReadonlySet<string> = new Set([
  "morning",
  "afternoon",
  "evening",
  "night",
  "lunchtime",
  "mornings",
  "evenings",
  "nights",
]);

/** Fixed holidays: [month, day]. */
export const HOLIDAYS = table<readonly [number, number]>({
  christmas: [12, 25],
  halloween: [10, 31],
  "new year": [1, 1],
});

export const CENTURIES = table({ "19th": 18, "20th": 19, "21st": 20, "18th": 17, nineteenth: 18, twentieth: 19 });
export const DECADE_WORDS = table({
  twenties: 20, thirties: 30, forties: 40, fifties: 50, sixties: 60, seventies: 70, eighties: 80, nineties: 90,
}); // biome-ignore format: one table

/** Offsets of the zone abbreviations that mean one thing; others are left out. */
export const ZONES = table({
  gmt: "Z", utc: "Z", bst: "+01:00", cet: "+01:00", cest: "+02:00", eet: "+02:00", eest: "+03:00",
  est: "-05:00", edt: "-04:00", cdt: "-05:00", mst: "-07:00", mdt: "-06:00", pst: "-08:00", pdt: "-07:00",
}); // biome-ignore format: one table

/** What may stand before a date: the preposition tells the direction in time where the verb does not. */
export const DATE_PREPOSITIONS: ReadonlySet<string> = new Set([
  "in", "on", "since", "until", "till", "by", "before", "after", "from", "of", "during", "to", "through", "last", "next",
  "this", "early", "late", "mid", "and", "between", "around", "throughout", "til", "every", "each", "for",
]); // biome-ignore format: one table
