/** Where sentences end: tokens of one paragraph and the roles of its quotation marks -> index of the token after each end. */
import { classAt, DIGIT, isHyphen, isWordClass, LOWER, UPPER } from "../chars.ts";
import { type Abbreviations, kindOf } from "../tokens/abbreviations.ts";
import type { TokenColumns } from "../tokens/columns.ts";
import { isStarter } from "../tokens/starters.ts";
import { speechFollows } from "./continues.ts";

/** What the rules look at. `closes` and `opens` hold token indexes of quotation marks. */
export interface View {
  readonly text: string;
  readonly columns: TokenColumns;
  readonly abbreviations: Abbreviations;
  /** 0 no quotation mark, 1 opens, 2 closes. */
  readonly roles: Uint8Array;
}

type Stop = "none" | "plain" | "loud" | "ellipsis" | "title" | "abbreviation";

/** First tokens of the sentences after the first, within tokens from..end. */
export function sentenceBreaks(view: View, from: number, end: number): number[] {
  const breaks: number[] = [];
  let first = from;
  for (let i = from; i < end; i++) {
    let stop = stopAt(view, i);
    if (stop === "none") continue;
    let next = i + 1;
    for (let more = stopAt(view, next); next < end && isMark(more); more = stopAt(view, ++next))
      stop = louder(stop, more);
    const afterStops = next;
    while (next < end && closesAt(view, next)) next++;
    if (next < end && endsHere(view, stop, first, next, end, next > afterStops)) {
      breaks.push(next);
      first = next;
    }
    i = next - 1;
  }
  return breaks;
}

function isMark(stop: Stop): boolean {
  return stop === "plain" || stop === "loud" || stop === "ellipsis";
}

function louder(a: Stop, b: Stop): Stop {
  if (a === "loud" || b === "loud") return "loud";
  return a === "ellipsis" && b === "ellipsis" ? "ellipsis" : b === "ellipsis" ? "ellipsis" : a;
}

function stopAt(view: View, i: number): Stop {
  if (i >= view.columns.count) return "none";
  const start = view.columns.start[i]!;
  const end = view.columns.end[i]!;
  const unit = view.text.charCodeAt(start);
  if (unit === 0x2e) return end - start > 1 ? "ellipsis" : "plain";
  if (unit === 0x2026) return "ellipsis";
  if (unit === 0x21 || unit === 0x3f || unit === 0x203d || unit === 0x3002 || unit === 0xff01 || unit === 0xff1f)
    return "loud";
  if (end - start > 1 && view.text.charCodeAt(end - 1) === 0x2e) return abbreviationStop(view, start, end);
  return "none";
}

function abbreviationStop(view: View, start: number, end: number): Stop {
  if (end - start > 40) return "none";
  const kind = kindOf(view.abbreviations, view.text.slice(start, end));
  if (kind === undefined || kind === "number" || kind === "mid") return "none";
  return kind === "title" ? "title" : "abbreviation";
}

const CLOSING = new Set(`)]}”’»›"'`);

/** A closing mark that stands right after what it closes. */
function closesAt(view: View, i: number): boolean {
  const start = view.columns.start[i]!;
  const role = view.roles[i]!;
  if (role !== 0) return role === 2;
  return start === view.columns.end[i - 1]! && view.columns.end[i]! === start + 1 && CLOSING.has(view.text[start]!);
}

function endsHere(view: View, stop: Stop, first: number, next: number, end: number, closed: boolean): boolean {
  const { text, columns } = view;
  if (isListNumber(view, first, next)) return false;
  const start = columns.start[next]!;
  const opening = view.roles[next] === 1 || "([{“‘«".includes(text[start]!);
  let word = next;
  while (word < end && word - next < 3 && (view.roles[word] === 1 || "([{“‘«".includes(text[columns.start[word]!]!)))
    word++;
  if (word >= end) return opening;
  const code = classAt(text, columns.start[word]!, columns.end[word]!);
  const glued = start === columns.end[next - 1]!;
  if (code === LOWER) return opening && stop === "plain" && !glued;
  const content = text.slice(columns.start[word]!, Math.min(columns.end[word]!, columns.start[word]! + 20));
  if (stop === "title" || stop === "abbreviation")
    return !closed && stop === "title" ? false : abbreviationEnds(view, next, word, code, content, closed);
  if (!isWordClass(code)) return opensAnew(view, word, content, end) && !glued;
  if (glued && !opening && !closed)
    return code === UPPER && classAt(text, columns.start[next - 2] ?? 0, text.length) === LOWER;
  if (stop === "ellipsis" && (content === "I" || code === DIGIT)) return false;
  return !(stop === "loud" && closed && !opening && speechFollows(text, columns, word, end));
}

function abbreviationEnds(
  view: View,
  next: number,
  word: number,
  code: number,
  content: string,
  closed: boolean,
): boolean {
  if (closed && code === UPPER) return true;
  if (code === UPPER && isStarter(content)) return true;
  return word > next && view.roles[next] === 1 && code === UPPER;
}

const CONTINUING = new Set(",;:%");

/** The next token is no word: after a stop, a comma goes on, a currency sign or a bullet begins anew, a dash if a starter follows. */
function opensAnew(view: View, word: number, content: string, end: number): boolean {
  if (CONTINUING.has(content) || view.roles[word] === 2) return false;
  if (!isHyphen(content.charCodeAt(0)) && content !== "—" && content !== "–") return true;
  let i = word + 1;
  while (i < end && isHyphen(view.text.charCodeAt(view.columns.start[i]!))) i++;
  if (i >= end) return false;
  const after = view.text.slice(view.columns.start[i]!, Math.min(view.columns.end[i]!, view.columns.start[i]! + 20));
  return after !== after.toLowerCase() && isStarter(after);
}

/** "1." or "a." alone is the number of a list item, not a sentence. */
function isListNumber(view: View, first: number, next: number): boolean {
  const { text, columns } = view;
  if (next - first !== 2) return false;
  const length = columns.end[first]! - columns.start[first]!;
  return (
    length <= 3 &&
    classAt(text, columns.start[first]!, columns.end[first]!) === DIGIT &&
    columns.end[first] === columns.start[first + 1]
  );
}
