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

/** "1 of 6", "3/12", "Page 1 of 2": where one is in a gallery or a list of pages. */
export function counter(line: Line): BlockKind | undefined {
  return /^(?:(?:page|slide|photo|image) )?\d{1,3} ?(?:of|\/) ?\d{1,3}$/i.test(line.text) ? "other-residue" : undefined;
}

/** "12 shares", "3 comments", "1.2K views": how often something was done with the page. */
export function tally(line: Line): BlockKind | undefined {
  const found = /^[\d.,]{1,9} ?[km]? ?(shares?|likes?|views?|retweets?|comments?|replies|reactions?|responses?)$/i.exec(
    line.text,
  );
  if (!found) return undefined;
  return /^(?:comment|repl|response)/i.test(found[1]!) ? "comments" : "share";
}

/** "#bridge #carrow": keywords of the page; one alone may be a post's whole text. */
export function tagRow(line: Line): BlockKind | undefined {
  return line.text.startsWith("#") &&
    line.words >= 2 &&
    line.words <= 15 &&
    /^#[\p{L}\d_]{2,40}(?:,? #[\p{L}\d_]{2,40}){1,14}$/u.test(line.text)
    ? "read-more"
    : undefined;
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
