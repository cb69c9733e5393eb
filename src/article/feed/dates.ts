/** A date as feeds write it in (RFC 822 and its many variants, ISO 8601), ISO 8601 as precise as it was out. */
import { isoDate } from "../html/dates.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const ZONES: Readonly<Record<string, string>> = {
  z: "Z", ut: "Z", utc: "Z", gmt: "Z", est: "-05:00", edt: "-04:00", cst: "-06:00", cdt: "-05:00", mst: "-07:00", mdt: "-06:00",
  pst: "-08:00", pdt: "-07:00", bst: "+01:00", ist: "+05:30", wet: "Z", west: "+01:00", cet: "+01:00", cest: "+02:00", eet: "+02:00",
  eest: "+03:00", msk: "+03:00", jst: "+09:00", kst: "+09:00", aest: "+10:00", aedt: "+11:00", nzst: "+12:00", nzdt: "+13:00",
}; // biome-ignore format: one table

/** "Sat, 16 May 26 1:12:00 EST", "16-May-2026 01:12", "2026-05-16T01:12:00Z". A zone that is not given is not invented. */
export function feedDate(raw: string | undefined): string | undefined {
  const value = raw?.trim().slice(0, 80) ?? "";
  return rfc822(value) ?? isoDate(value);
}

function rfc822(value: string): string | undefined {
  const found =
    /^(?:[a-z]{2,9}[.,]{0,2} {0,3})?(\d{1,2})[ -]{1,3}([a-z]{3,9})\.?,?[ -]{1,3}(\d{4}|\d{2})(?:,? {1,3}(\d{1,2}):(\d{2})(?::(\d{1,2}))?(?:\.\d{1,9})?(?: {0,3}([a-z]{1,5}|[+-]\d{1,2}:?\d{2}|(?:gmt|utc)[+-]\d{1,2}:?\d{2})(?: {0,3}\([^)]{0,20}\))?)?)?$/i.exec(
      value,
    );
  if (!found) return undefined;
  const [, day, name, year, hour, minute, second, zone] = found;
  const month = MONTHS.indexOf(name!.slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return undefined;
  const date = isoDate(`${fullYear(year!)}-${pad(month)}-${pad(day!)}`);
  if (!date || hour === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59) return date;
  return `${date}T${pad(hour)}:${minute}${second === undefined ? "" : `:${pad(second)}`}${zoneOf(zone)}`;
}

/** As RFC 2822 has it: 49 is 2049, 50 is 1950. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 50 ? `20${year}` : `19${year}`;
}

function pad(number: string | number): string {
  return String(number).padStart(2, "0");
}

function zoneOf(zone: string | undefined): string {
  if (!zone) return "";
  const offset = /([+-])(\d{1,2}):?(\d{2})$/.exec(zone);
  if (!offset) return ZONES[zone.toLowerCase()] ?? "";
  return offset[2] === "00" && offset[3] === "00" ? "Z" : `${offset[1]}${pad(offset[2]!)}:${offset[3]}`;
}
