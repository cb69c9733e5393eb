/** A text in, its language out (ISO 639-1): the commonest English words settle most texts, eld the others. */

const SAMPLE = 4000;
const LETTERS = 40;
const ENGLISH = new Set(
  "the of and to in that is was for with said on as by he she his her they it be are have has had not this from at but who will would which their an were been we i you".split(
    " ",
  ),
);

/**
 * The language, or undefined if the text is too short (under 40 letters) to tell. The detector and its tables load only
 * where the common words do not settle it: that keeps reading English quick to start.
 */
export async function detectLanguage(text: string): Promise<string | undefined> {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LETTERS) return undefined;
  if (isPlainlyEnglish(sample)) return "en";
  const { eld } = await import("eld/small");
  return eld.detect(sample).language || undefined;
}

/** A quarter of the words are common English ones, and "the" or "and" is among them: no other language comes near. */
function isPlainlyEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) => ENGLISH.has(word));
  return words.length >= 20 && common.length * 4 >= words.length && (common.includes("the") || common.includes("and"));
}
