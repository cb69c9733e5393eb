/** An entry's content and its summary in, whether the content is the whole article out. */
import { plainText } from "./text.ts";

/** A news item of fewer characters may well be a teaser; its page is fetched then, which costs little. */
const SHORTEST = 280;

const ENDS_EARLY =
  /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|(?:read|see) (?:more|on|the (?:full|whole) (?:story|article))|continue reading|full (?:story|article)|weiterlesen|mehr lesen|lire (?:la suite|plus)|leer más|seguir leyendo|continua a leggere|lees (?:meer|verder))[^\p{L}\p{N}]{0,6}$/iu;

/** Feeds put teasers where the whole article belongs: too short, broken off, or the same as the summary. */
export function isWholeArticle(html: string, summary: string | undefined): boolean {
  const text = plainText(html);
  if (text.length < SHORTEST) return false;
  if (ENDS_EARLY.test(text.slice(-60))) return false;
  return text.length > (summary?.length ?? 0) * 1.1;
}
