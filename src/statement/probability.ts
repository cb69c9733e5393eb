/** A stated chance: "a 25% chance", "one in three", "odds … at 55%". Growth, prices and shares are none. */
import type { Span, Statement } from "../schema/index.ts";
import type { AttributionWords, Word } from "./words.ts";

const CHANCE = new Set([
  "chance",
  "chances",
  "odds",
  "probability",
  "probabilities",
  "likelihood",
  "possibility",
  "bet",
]);
const NUMBERS: ReadonlyMap<string, number> = new Map(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, i + 1] as const),
);
const TENS: ReadonlyMap<string, number> = new Map(
  [["twenty", 20], ["thirty", 30], ["forty", 40], ["fifty", 50], ["sixty", 60], ["seventy", 70], ["eighty", 80], ["ninety", 90], ["hundred", 100], ["thousand", 1000]] as const,
); // biome-ignore format: one table
const LIMIT = 160;
/** How far the word "chance" may stand from its number. */
const REACH = 12;

interface Ratio {
  readonly value: number;
  readonly span: Span;
  /** Index of the first and past the last word. */
  readonly from: number;
  readonly to: number;
  readonly percent: boolean;
}

/** The chance that the statement states, if it states one. `context`: the statement before spoke of a chance. */
export function probabilityOf(words: readonly Word[], context: boolean): Statement["probability"] {
  for (let i = 0; i < words.length; i++) {
    const ratio = percentAt(words, i) ?? ratioAt(words, i);
    if (!ratio || ratio.value > 1) continue;
    if (isChance(words, ratio, context)) return { value: Math.round(ratio.value * 100) / 100, span: ratio.span };
  }
  return undefined;
}

/** Words of cue and contents in the order of the text. */
export function chanceWords({ cue, content }: AttributionWords): readonly Word[] {
  const leads = cue.length > 0 && content.length > 0 && cue[0]!.start < content[0]!.start;
  return (leads ? [...cue, ...content] : [...content, ...cue]).slice(0, LIMIT);
}

/** Does the statement speak of a chance at all? */
export function speaksOfChance(words: readonly Word[]): boolean {
  return words.some((word) => CHANCE.has(word.text));
}

function numberOf(text: string): number | undefined {
  const first = text.charCodeAt(0);
  if (first > 0x39 && first < 0x61) return undefined;
  if (/^\d{1,5}(?:\.\d{1,3})?$/.test(text)) return Number(text);
  return NUMBERS.get(text) ?? TENS.get(text);
}

function percentAt(words: readonly Word[], i: number): Ratio | undefined {
  const first = words[i]!.text.charCodeAt(0);
  const compound = first > 0x39 ? null : /^(\d{1,3})(?:%|-percent|-per-cent)$/.exec(words[i]!.text);
  if (compound) return ratio(words, i, i + 1, Number(compound[1]) / 100, true);
  const value = numberOf(words[i]!.text);
  if (value === undefined) return undefined;
  const next = words[i + 1]?.text;
  const end = next === "%" || next === "percent" ? i + 2 : next === "per" && words[i + 2]?.text === "cent" ? i + 3 : -1;
  return end < 0 ? undefined : ratio(words, i, end, value / 100, true);
}

/** "one in five", "1 in 4", "one-in-three"; "fifty-fifty", "50-50". */
function ratioAt(words: readonly Word[], i: number): Ratio | undefined {
  const { text } = words[i]!;
  if (text === "fifty-fifty" || text === "50-50") return ratio(words, i, i + 1, 0.5, false);
  if (text.includes("-in-")) {
    const [part = "", whole = ""] = text.split("-in-");
    return divided(words, i, i + 1, part, whole);
  }
  if (words[i + 1]?.text !== "in" || !words[i + 2]) return undefined;
  return divided(words, i, i + 3, text, words[i + 2]!.text);
}

function divided(words: readonly Word[], from: number, to: number, part: string, whole: string): Ratio | undefined {
  const [a, b] = [numberOf(part), numberOf(whole)];
  return a === undefined || b === undefined || a >= b || b > 1_000_000
    ? undefined
    : ratio(words, from, to, a / b, false);
}

function ratio(words: readonly Word[], from: number, to: number, value: number, percent: boolean): Ratio {
  return { value, span: { start: words[from]!.start, end: words[to - 1]!.end }, from, to, percent };
}

const AFTER_SHARE = new Set([
  "of",
  "people",
  "members",
  "voters",
  "households",
  "children",
  "women",
  "men",
  "families",
]);

/** The word "chance" near by; or a bare "one in four" after talk of chances; or "80 per cent" said of a deal itself. */
function isChance(words: readonly Word[], { from, to, percent }: Ratio, context: boolean): boolean {
  const after = words[to]?.text ?? "";
  if (after === "chance" || after === "probability" || after === "likelihood" || after === "possibility") return true;
  if (after === "likely" || after === "certain" || after === "sure") return true;
  const near = words.slice(Math.max(0, from - REACH), from).some((word) => CHANCE.has(word.text));
  if (near)
    return !AFTER_SHARE.has(after) || words.slice(Math.max(0, from - 3), from).some((word) => word.text === "at");
  if (percent) return false;
  return context && !AFTER_SHARE.has(after);
}
