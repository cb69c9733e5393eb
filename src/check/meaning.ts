/** Words on which the sense of a quotation hangs. */
import type { ChangeClass } from "../schema/index.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

const NEGATIONS = set(
  "not no never none nobody nothing nowhere neither nor without cannot hardly scarcely barely refuse refused refuses deny denied denies fail failed",
);
const CONDITIONS = set(
  "if unless until till provided providing only once when whenever before after except but though although however",
);
const QUALIFIERS = set(
  `may might could would should can perhaps maybe possibly probably likely unlikely almost nearly roughly approximately somewhat partly mostly largely mainly
  often sometimes usually generally allegedly reportedly apparently potentially hopefully seem seems seemed appear appears appeared believe suggest suggests least
  maximum minimum always ever all every any some few several most`,
);
/** These limit what is said; when they go with a part that is left out, the rest says more than was said. */
const LIMITS = set(
  `may might could perhaps maybe possibly probably likely unlikely almost nearly roughly approximately somewhat partly mostly largely allegedly reportedly apparently
  potentially hopefully`,
);
const NUMBERS = set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
  seventy eighty ninety hundred thousand million billion trillion half third quarter dozen double twice first second % percent per`,
);
const DATES = set(
  `january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday today tomorrow
  yesterday tonight week month year weeks months years day days`,
);

/** What of a word counts here. */
interface Weighed {
  readonly key: string;
  readonly text: string;
}

/** What the sense loses or gains with this word; undefined if little hangs on it. */
export function weightOf({
  key,
  text,
}: Weighed): Exclude<ChangeClass, "name" | "tense" | "case" | "other"> | undefined {
  if (text === "May" || text === "March") return "date";
  if (NEGATIONS.has(key) || /n't$/.test(key)) return "negation";
  if (CONDITIONS.has(key)) return "condition";
  if (/^\p{N}/u.test(key) || NUMBERS.has(key)) return "number";
  if (QUALIFIERS.has(key)) return "qualifier";
  return DATES.has(key) ? "date" : undefined;
}

/** What the rest of a sentence loses if a part with these words is left out. */
export function lossOf(words: readonly Weighed[]): "negation" | "condition" | "qualifier" | undefined {
  const weights = new Set(words.map(weightOf));
  if (weights.has("negation")) return "negation";
  if (weights.has("condition")) return "condition";
  return words.some(({ key, text }) => LIMITS.has(key) && text !== "May") ? "qualifier" : undefined;
}

/** Two forms of one word: sign, signs, signed, signing; will and would are not. */
export function sameStem(a: string, b: string): boolean {
  const stem = (word: string): string =>
    word
      .replace(/'s$/, "")
      .replace(/(?:ing|ed|es|s|d)$/, "")
      .replace(/e$/, "");
  return a !== b && a.length > 2 && b.length > 2 && stem(a) === stem(b) && stem(a).length > 1;
}

const PRONOUN = set(
  "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these those who whom himself herself itself themselves",
);
const LIGHT = set(
  "the a an of to and in on at for with by from as is are was were be been being has have had do does did am that which so well um uh er oh",
);

export const isPronoun = (key: string): boolean => PRONOUN.has(key);
export const isLight = (key: string): boolean => LIGHT.has(key);

/** The words that carry sense. */
export function heavyWords<T extends { readonly key: string }>(words: readonly T[]): T[] {
  return words.filter(({ key }) => key !== "…" && !isLight(key) && !isPronoun(key));
}
