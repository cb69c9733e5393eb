/** A line and the phrases in, the kind of residue it is by its words out. */
import type { BlockKind } from "../../schema/index.ts";
import { reports } from "./guards.ts";
import { bareOf, type Line } from "./line.ts";
import type { Phrases } from "./phrases.ts";

/** The whole line is a known one: "after newsletter promotion", "Advertisement". */
export function wholeLine(line: Line, phrases: Phrases): BlockKind | undefined {
  return phrases.whole.get(line.bare) ?? phrases.whole.get(withoutCount(line.bare));
}

/** A known label before a colon, a bar or a dash: "Related: …", "Read more | …", "READ MORE HARBOUR: …". */
export function labelled(line: Line, phrases: Phrases): BlockKind | undefined {
  const cut = /[:|►▶»]|\s[-–—]\s/.exec(line.text.slice(0, 60));
  if (!cut) return undefined;
  const label = line.text.slice(0, cut.index).replace(/^[[(*_]+/, "");
  const known = phrases.label.get(bareOf(label)) ?? phrases.label.get(bareOf(withoutDate(label)));
  // In the middle of a live blog "Correction: …" is a post, with statements of its own.
  if (known === "correction" && line.before > 3 && line.after > 3) return undefined;
  if (known) return known === "read-more" || !reports(line) ? known : undefined;
  // House labels in capitals: a known phrase, and a section's name after it.
  if (label !== label.toUpperCase()) return undefined;
  const words = bareOf(label).split(" ");
  for (let n = words.length - 1; n >= 1 && n >= words.length - 3; n--) {
    const kind = phrases.label.get(words.slice(0, n).join(" "));
    if (kind) return kind;
  }
  return undefined;
}

/** "Clarification, 3 March" -> "Clarification"; "Correction (12 May 2026)" -> "Correction". */
function withoutDate(label: string): string {
  return /\d/.test(label) ? label.split(/[,(]/, 1)[0]! : label;
}

/** Opens with a call to act, and names what the call is for: "Sign up … our free weekly email". */
export function callToAct(line: Line, phrases: Phrases): BlockKind | undefined {
  if (line.words > 45 || reports(line)) return undefined;
  const candidates = phrases.open.get(line.bare.split(/[ ,:]/, 1)[0] ?? "");
  const phrase = candidates?.find(
    ({ text, kind }) => opens(line.bare, text) && namesAim(line.bare, text, kind, phrases),
  );
  return phrase?.kind;
}

function opens(bare: string, phrase: string): boolean {
  return bare.startsWith(phrase) && !/\w/.test(bare[phrase.length] ?? " ");
}

function namesAim(bare: string, phrase: string, kind: BlockKind, phrases: Phrases): boolean {
  return phrases.with.get(kind)?.test(bare.slice(phrase.length)) ?? false;
}

/** Holds a phrase that the report itself would not use: "this live blog has now closed". */
export function holdsPhrase(line: Line, phrases: Phrases): BlockKind | undefined {
  if (line.words > 60 || !phrases.anyPart.test(line.bare)) return undefined;
  const found = phrases.part.find(({ text }) => line.bare.includes(text));
  // a correction note tells what an earlier version said, so a reporting clause does not clear it
  const opens = found?.kind === "correction" && line.bare.startsWith(found.text);
  return opens || !reports(line) ? found?.kind : undefined;
}

const BAR = /\s*[|·•/]\s*|\s{2,}/;

/** A row of buttons: every bit between bars (or at least two of three) is one of an interface's words. */
export function buttonRow(line: Line, phrases: Phrases): BlockKind | undefined {
  if (line.words > 25) return undefined;
  const bits = line.text
    .replace(/^[^:|·•]{1,40}:/, "$& |")
    .split(BAR)
    .map((bit) => withoutCount(bareOf(bit)));
  const filled = bits.filter((bit) => bit !== "");
  if (filled.length < 2) return undefined;
  const kinds = filled.map((bit) => phrases.ui.get(bit)).filter((kind) => kind !== undefined);
  return kinds.length * 3 >= filled.length * 2 && kinds.length >= 2 ? kinds[0] : undefined;
}

/** "comments (14)" -> "comments"; "23 shares" -> "shares". */
function withoutCount(bare: string): string {
  return bare.replace(/^[\d.,]{1,9}[km]?\s|\s?[([]?[\d.,]{1,9}[km]?[)\]]?$/g, "").trim();
}
