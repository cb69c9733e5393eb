/** Dates as other formats want them. Ours are ISO 8601: a year, a month, a day or a time; an interval is `A/B`. */

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?)?)?$/;

export interface IsoDate {
  readonly year: string;
  readonly month?: string;
  readonly day?: string;
}

/** Year, month and day as far as the value states them; undefined if it is no date. */
export function partsOf(value: string | undefined): IsoDate | undefined {
  const [, year, month, day] = ISO.exec(value ?? "") ?? [];
  if (year === undefined || Number.isNaN(Date.parse(value!))) return undefined;
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
}

/** "2026-03-11": the date without its time. */
export function dayText(value: string | undefined): string | undefined {
  const parts = partsOf(value);
  return parts && [parts.year, parts.month, parts.day].filter((part) => part !== undefined).join("-");
}

/** RFC 3339 date-time: midnight UTC, or the first of the month or year, where the value states no more. */
export function timestampOf(value: string | undefined): string | undefined {
  const parts = partsOf(value);
  if (!parts) return undefined;
  const [, , , , time, zone] = ISO.exec(value!)!;
  const clock = time === undefined ? "T00:00:00" : time.length === 6 ? `${time}:00` : time;
  const offset = zone === undefined ? "Z" : zone.replace(/^(...)(\d\d)$/, "$1:$2");
  return `${parts.year}-${parts.month ?? "01"}-${parts.day ?? "01"}${clock}${offset}`;
}

/** First and last day of a value or closed interval, each undefined if it is no date. */
export function intervalOf(value: string | undefined): { from: string | undefined; to: string | undefined } {
  const [from, to] = (value ?? "").split("/");
  return { from: dayText(from), to: dayText(to ?? from) };
}
