/** Headers of an answer in, what they mean out. */

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

export function headerOf(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Retry-After, in seconds or as a date, as milliseconds from now. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headerOf(headers, "retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Cache-Control's max-age, as milliseconds, less the time that the answer has lain in a cache. */
export function maxAgeMs(headers: Headers): number | undefined {
  const control = headerOf(headers, "cache-control") ?? "";
  const seconds = /(?:^|[\s,])max-age\s?=\s?"?(\d{1,9})/i.exec(control.slice(0, 500))?.[1];
  if (seconds === undefined || /\bno-(?:cache|store)\b/i.test(control)) return undefined;
  const age = /^\d{1,9}$/.exec(headerOf(headers, "age")?.trim() ?? "")?.[0] ?? "0";
  return Math.max(0, Number(seconds) - Number(age)) * 1000;
}
