/** Web addresses, e-mail addresses, @handles and #tags: where one that begins here ends. */
import { classAt, classOf, DIGIT, isWordClass, SPACE } from "../chars.ts";

const TRAILING = new Set(`.,;:!?)]}'"*_~…`);
const STOPPERS = new Set(`<>"“”‘’«»„‚‹›|{}^\``);
const TOP_DOMAINS = new Set(
  "com org net gov edu mil int info io co uk eu de fr es it ca au nz ie us tv me biz news".split(" "),
);
const LOCAL_MAX = 64;
const DOMAIN_MAX = 255;
const UNDERSCORE = 0x5f;

function asciiWord(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

/** End of the URL that begins at `at` ("https://…", "www.…"), or `at` if none does. */
export function urlEnd(text: string, at: number, end: number): number {
  const head = text.slice(at, Math.min(end, at + 8)).toLowerCase();
  if (!/^(?:https?:\/\/|www\.[a-z0-9])/.test(head)) return at;
  return addressTail(text, at, at + (head.startsWith("www.") ? 4 : head.indexOf("//") + 2), end);
}

/** Runs on to white space or a stopper, then gives back punctuation that belongs to the sentence. */
function addressTail(text: string, at: number, from: number, end: number): number {
  let stop = from;
  while (stop < end && classOf(text.charCodeAt(stop)) !== SPACE && !STOPPERS.has(text[stop]!)) stop++;
  while (stop > from && TRAILING.has(text[stop - 1]!)) stop--;
  return stop > from ? stop : at;
}

/** End of a run of dotted ASCII labels ("onrecord.example.org"), without a final full stop. */
function domainEnd(text: string, at: number, end: number): number {
  let stop = at;
  const limit = Math.min(end, at + DOMAIN_MAX);
  while (stop < limit) {
    const unit = text.charCodeAt(stop);
    const joint =
      (unit === 0x2e || unit === 0x2d) && stop > at && asciiWord(text.charCodeAt(stop + 1)) && stop + 1 < limit;
    if (!asciiWord(unit) && !joint) break;
    stop++;
  }
  return stop;
}

/** End of the e-mail address that begins at `at`, or `at`. */
export function emailEnd(text: string, at: number, end: number): number {
  let sign = at;
  const limit = Math.min(end, at + LOCAL_MAX + 1);
  while (sign < limit && (asciiWord(text.charCodeAt(sign)) || "._%+-".includes(text[sign]!))) sign++;
  if (sign === at || sign >= limit || text[sign] !== "@") return at;
  const stop = domainEnd(text, sign + 1, end);
  return text.slice(sign + 1, stop).includes(".") ? stop : at;
}

/** End of the bare domain that begins at `at` ("tide.example.com/talks"), or `at`: only with a common ending. */
export function bareDomainEnd(text: string, at: number, end: number): number {
  const stop = domainEnd(text, at, end);
  const labels = text.slice(at, stop).split(".");
  const last = labels.at(-1)!;
  if (labels.length < 2 || !TOP_DOMAINS.has(last) || labels[0]!.length < 2) return at;
  return text[stop] === "/" ? addressTail(text, at, stop, end) : stop;
}

/** End of the @handle or #tag whose sign is at `at`, or `at`. A tag needs a letter: "#2" is none. */
export function tagEnd(text: string, at: number, end: number): number {
  let stop = at + 1;
  let letters = false;
  for (; stop < end; stop++) {
    const unit = text.charCodeAt(stop);
    const code = classAt(text, stop, end);
    if (!isWordClass(code) && unit !== UNDERSCORE) break;
    letters ||= code !== DIGIT && unit !== UNDERSCORE;
    if (unit >= 0xd800 && unit <= 0xdbff) stop++;
  }
  return letters && stop > at + 1 ? stop : at;
}
