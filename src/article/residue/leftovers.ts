/** A line in, the kind of residue out for what pages leave between paragraphs: addresses, counters, shortcodes, teasers' headings. */
import type { BlockKind } from "../../schema/index.ts";
import { reports } from "./guards.ts";
import type { Line } from "./line.ts";

/** "https://t.example/news/quay.html", "tide.example/quill": an address and nothing else. */
export function bareAddress(line: Line): BlockKind | undefined {
  if (line.words !== 1) return undefined;
  return /^(?:https?:\/\/\S|www\.\S)/i.test(line.text) ||
    /^[a-z\d-]{2,40}(?:\.[a-z-]{2,20}){1,3}(?:\/\S{0,300})?$/.test(line.text)
    ? "other-residue"
    : undefined;
}

/** "1 of 6", "3/12": where one is in a gallery. */
export function pictureCounter(line: Line): BlockKind | undefined {
  return /^\d{1,3} ?(?:of|\/) ?\d{1,3}$/.test(line.text) ? "caption" : undefined;
}

const READING =
  /^(?:(?:estimated )?(?:reading|read) time|time to read|tempo de leitura|tiempo de lectura|temps de lecture|lesezeit|tempo di lettura)\b.{0,30}$|^\d{1,3}[ -]?min(?:ute)?s?\.? (?:read|listen|watch)$/i;

/** "5 min read", "Reading time: 3 minutes". */
export function readingTime(line: Line): BlockKind | undefined {
  return line.words <= 8 && /\d/.test(line.text) && READING.test(line.text) ? "other-residue" : undefined;
}

/** "[button link="/x"]Send it[/button]", "[gallery ids="1,2"]": a shortcode that the page did not fill in. */
export function shortcode(line: Line): BlockKind | undefined {
  const opened = /^\[([a-z_-]{2,30})(?: [a-z_-]{1,30}=[^\]]{0,300})?\]/.exec(line.text);
  if (!opened) return undefined;
  const whole = opened[0].length === line.text.length && opened[0].includes("=");
  return whole || line.text.endsWith(`[/${opened[1]}]`) ? "other-residue" : undefined;
}

/** "SOURCE: Northlight agency", "Sources: ministry, police": who supplied it, in a word or two. */
export function sourceLine(line: Line): BlockKind | undefined {
  return line.words <= 8 &&
    /^sources?: ?[\p{L}\d]/iu.test(line.text) &&
    !/[.!?]["”]?$/.test(line.text) &&
    !reports(line)
    ? "credit"
    : undefined;
}

const MORE_STORIES =
  /^(?:more|other|further|related|latest|recent|popular|top|trending|must-read)(?: [\p{L}’'&-]{1,30}){0,4} (?:stories|news|articles|posts|reads|reading|coverage|headlines|videos)$/iu;
const MORE_FROM =
  /^(?:Popular|Trending|More|Also|New|Latest) (?:on|from|in)(?: (?:the|The|\p{Lu}[\p{L}\d’'&.-]{0,30})){1,4}$/u;

/** "More Harbour News", "Popular on The Tide": over a list of other reports. */
export function moreStories(line: Line): BlockKind | undefined {
  return line.words <= 7 && (MORE_STORIES.test(line.text) || MORE_FROM.test(line.text)) ? "read-more" : undefined;
}
