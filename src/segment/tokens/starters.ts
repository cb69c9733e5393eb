/** Words that, with a capital, hardly follow anything but a sentence's end: "in the U.S. The talks". */
import { classAt, classOf, isWordClass, SPACE } from "../chars.ts";

const STARTERS = new Set(
  `the a an this that these those he she it we they you his her its our their my your there here what when where who
  why how which while if but and or so yet nor for in on at by with from to of as after before during since until under
  over about among between without despite although though because unless once then now also still even only just
  however meanwhile instead moreover later earlier today yesterday tomorrow some many most all both each every no not
  none nobody another other others such one two three several few asked critics according is are was were has have had do does
  did can could will would should may might must let please yes`.split(/\s+/),
);
const LONGEST = 12;

/** Is this word (any case) one that opens sentences? */
export function isStarter(word: string): boolean {
  return STARTERS.has(word.toLowerCase());
}

/** First position at or after `at` that is not white space. */
export function skipSpace(text: string, at: number, end: number): number {
  while (at < end && classOf(text.charCodeAt(at)) === SPACE) at++;
  return at;
}

/** Does a capitalised sentence opener stand at `at`? "The", "He’s"; not "the", not "Theodore". */
export function starterAt(text: string, at: number, end: number): boolean {
  let stop = at;
  while (stop < end && stop - at <= LONGEST && isWordClass(classAt(text, stop, end))) stop++;
  if (stop === at || stop - at > LONGEST) return false;
  const word = text.slice(at, stop);
  return word !== word.toLowerCase() && isStarter(word);
}
