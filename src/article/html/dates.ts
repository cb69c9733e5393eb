/** A date as pages write it in, ISO 8601 as precise as it was out (nothing if it is no date). */

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** "2026-05-16 01:12:00 +0000", "Sat, 16 May 2026 01:12:00 GMT", "May 16, 2026", "20260516", seconds since 1970. */
export function isoDate(raw: string | undefined): string | undefined {
  const value = raw?.trim().slice(0, 80) ?? "";
  return isoLike(value) ?? worded(value) ?? compact(value);
}

function isoLike(value: string): string | undefined {
  const found =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?/i.exec(
      value,
    );
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, zone] = found;
  return build(year!, month!, day!, hour && { hour, minute: minute!, second, zone });
}

function worded(value: string): string | undefined {
  const found =
    /(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})/.exec(value) ??
    /([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/.exec(value);
  if (!found) return undefined;
  const dayFirst = /^\d/.test(found[1]!);
  const month = MONTHS.indexOf((dayFirst ? found[2]! : found[1]!).slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return undefined;
  const clock = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/.exec(value);
  const time = clock && { hour: clock[1]!, minute: clock[2]!, second: clock[3], zone: clock[4] };
  return build(found[3]!, String(month), dayFirst ? found[1]! : found[2]!, time);
}

function compact(value: string): string | undefined {
  const day = /^(\d{4})(\d{2})(\d{2})(?:T?\d{0,6}Z?)$/.exec(value);
  if (day && !/^1[0-9]{9}/.test(value)) return build(day[1]!, day[2]!, day[3]!);
  const seconds = /^1\d{9}$/.test(value) ? Number(value) : /^1\d{12}$/.test(value) ? Number(value) / 1000 : undefined;
  return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

interface Clock {
  readonly hour: string;
  readonly minute: string;
  readonly second?: string | undefined;
  readonly zone?: string | undefined;
}

function build(year: string, month: string, day: string, clock?: Clock | "" | null): string | undefined {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isDay(date)) return undefined;
  if (!clock) return date;
  return `${date}T${clock.hour.padStart(2, "0")}:${clock.minute}${clock.second ? `:${clock.second}` : ""}${zoneOf(clock.zone)}`;
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) && date >= "1800";
}

function zoneOf(zone: string | undefined): string {
  if (!zone) return "";
  return /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : "Z";
}

/** The day in an address: /2026/05/16/, /2026/may/16/, /2026-05-16-title. */
export function urlDate(url: string | undefined): string | undefined {
  const found = /\/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?=[/\-_.?#]|$)/i.exec(url ?? "");
  if (!found) return undefined;
  const named = MONTHS.indexOf(found[2]!.slice(0, 3).toLowerCase()) + 1;
  return build(found[1]!, named > 0 ? String(named) : found[2]!, found[3]!);
}
