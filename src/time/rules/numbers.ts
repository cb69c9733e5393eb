/** Numbers in words or digits, as far as time expressions use them. */
import type { Reader } from "../meaning.ts";
import { NUMBERS } from "../words.ts";

/** "two", "twenty-one", "12" -> value and the token after it. */
export function numberAt(reader: Reader, i: number): { value: number; end: number } | undefined {
  const word = reader.word(i);
  const plain = NUMBERS.get(word) ?? hyphenated(word);
  if (plain !== undefined) return { value: plain, end: i + 1 };
  return /^\d{1,4}$/.test(word) ? { value: Number(word), end: i + 1 } : undefined;
}

function hyphenated(word: string): number | undefined {
  const cut = word.indexOf("-");
  if (cut < 0) return undefined;
  const tens = NUMBERS.get(word.slice(0, cut));
  const ones = NUMBERS.get(word.slice(cut + 1));
  return tens !== undefined && tens >= 20 && ones !== undefined && ones < 10 ? tens + ones : undefined;
}

/** Day of the month: "3", "3rd", "22nd"; undefined for anything else. */
export function dayOfMonth(word: string): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const day = match ? Number(match[1]) : 0;
  return day >= 1 && day <= 31 ? day : undefined;
}

/** A year of four digits, 1000 to 2199. */
export function yearOf(word: string): number | undefined {
  return /^(?:1\d|20|21)\d\d$/.test(word) ? Number(word) : undefined;
}
