/** One quotation of a draft and the sources' statements in, a verdict with evidence out. Similarity alone never verifies: words must be the same. */
import {
  type Change,
  type Checked,
  type DraftQuotation,
  type Evidence,
  PASSING,
  type Statement,
  type Verdict,
} from "../schema/index.ts";
import { changesOf, dropsOf } from "./changes.ts";
import { evidenceOf } from "./evidence.ts";
import { insertionsOf } from "./insertions.ts";
import { nearest, placesOf, type WordRange } from "./match.ts";
import { heavyWords } from "./meaning.ts";
import type { Unit, UnitIndex } from "./units.ts";
import { OMISSION, onePart, partsOf, type QuotedWord, type QuotePart, quotedWords } from "./words.ts";

export interface CheckOptions {
  /** Do two names mean the same speaker? */
  readonly sameSpeaker: (draft: string, source: Statement["speaker"]) => boolean;
  /** More than the units at hand was looked through: that there are none means that nothing was found. */
  readonly searched?: boolean;
}

/** Fewer words than these can stand anywhere. */
const FEWEST = 3;
/** Share of the draft's words that an altered quotation has in common with what was said. */
const ALTERED = 0.6;
const PARAPHRASED = 0.4;
/** Places shown beside the best one: other outlets that have the same. */
const ALSO = 4;

/** A statement that has the words, and what is different all the same. */
interface Match {
  readonly unit: Unit;
  readonly places: readonly WordRange[];
  readonly verdict: "exact" | "trimmed" | "inserted" | "altered" | "unchecked" | "paraphrase-as-quote";
  readonly why: string;
  readonly changes: readonly Change[];
}

const RANK = ["exact", "inserted", "trimmed", "unchecked", "altered", "paraphrase-as-quote"];

export function judgeQuotation(
  quotation: DraftQuotation,
  index: UnitIndex,
  { sameSpeaker, searched }: CheckOptions,
): Checked {
  const words = quotedWords(quotation.words);
  const parts = partsOf(words);
  const said = words.filter((word) => !word.inserted && word.key !== OMISSION);
  const answer = (
    verdict: Verdict,
    why: string,
    evidence: readonly Evidence[] = [],
    changes: readonly Change[] = [],
  ): Checked => ({
    quotation,
    verdict,
    why,
    changes,
    evidence,
  });
  if (index.units.length === 0 && !searched) return answer("unchecked", "no source with a statement could be read");
  if (said.length === 0) return answer("unchecked", "it has no words of its own");

  const mine = (unit: Unit): boolean => bySpeaker(quotation, unit, sameSpeaker);
  const near = nearUnits(index, said, parts, mine);
  const matches = near.flatMap((unit) => matchesIn(unit, words, parts)).sort(bestFirst);
  const own = matches.filter(({ unit }) => mine(unit));
  const [found] = own;
  if (found && (found.verdict === "exact" || said.length >= FEWEST))
    return answer(found.verdict, found.why, evidenceFor(own), found.changes);
  if (said.length < FEWEST)
    return answer("unchecked", `${said.length === 1 ? "one word is" : "two words are"} too few to tell`);
  if (matches.length > 0) return elsewhere(quotation, matches, answer);
  const stitched = stitchedFrom(near, parts);
  if (stitched && parts.length > 1) return answer("stitched", STITCHED, stitched);
  const close = nearestTo(quotation, said, near, sameSpeaker, answer);
  if (!stitched || (close.verdict === "altered" && nearestShare(near, said) >= ONE_STATEMENT))
    return close.verdict === "not-found" ? inRunningText(index, said, answer) : close;
  return answer("stitched", STITCHED, stitched);
}

/** Near to the whole of it, and to each part that is long enough to stand alone. */
function nearUnits(
  index: UnitIndex,
  said: readonly QuotedWord[],
  parts: readonly QuotePart[],
  mine: (unit: Unit) => boolean,
): readonly Unit[] {
  const pieces = parts.length > 1 ? parts.filter(({ words }) => words.length >= FEWEST).map(({ words }) => words) : [];
  return [...new Set([said, ...pieces].flatMap((words) => index.near(words, mine)))];
}

const bestFirst = (a: Match, b: Match): number =>
  RANK.indexOf(a.verdict) - RANK.indexOf(b.verdict) ||
  Number(a.unit.statement?.speaker === undefined) - Number(b.unit.statement?.speaker === undefined) ||
  a.unit.words.length - b.unit.words.length;

/** No statement has anything like it; the report itself may have the words. */
function inRunningText(index: UnitIndex, said: readonly QuotedWord[], answer: Answer): Checked {
  const found = index.text(said);
  if (!found) return answer("not-found", "no source has these words, or nearly these");
  return answer("not-found", "a source has the words in its running text, where nobody is said to have said them", [
    evidenceOf(found.unit, found.places),
  ]);
}

const STITCHED = "its parts come from different statements, or stand there in another order";
/** So much in common with one statement is a change of it, and no patchwork. */
const ONE_STATEMENT = 0.8;

function nearestShare(units: readonly Unit[], said: readonly QuotedWord[]): number {
  return Math.max(0, ...units.map((unit) => nearest(spoken(unit), said).share));
}

type Answer = (verdict: Verdict, why: string, evidence?: readonly Evidence[], changes?: readonly Change[]) => Checked;

function bySpeaker({ speaker }: DraftQuotation, { statement }: Unit, same: CheckOptions["sameSpeaker"]): boolean {
  if (!statement) return false;
  return speaker === undefined || (statement.speaker !== undefined && same(speaker, statement.speaker));
}

/** The words are there, but not said by the one whom the draft names. */
function elsewhere({ speaker }: DraftQuotation, matches: readonly Match[], answer: Answer): Checked {
  const match = matches[0]!;
  const who = match.unit.statement?.speaker?.name;
  if (who === undefined)
    return answer("unchecked", "the words are there, but the source does not tell who says them", evidenceFor(matches));
  const too = PASSING.has(match.verdict) ? "" : `; and ${match.why}`;
  return answer("wrong-speaker", `said by ${who}, not by ${speaker}${too}`, evidenceFor(matches), match.changes);
}

/** Where the best match stands, and other articles that have it just so. */
function evidenceFor([best, ...others]: readonly Match[]): Evidence[] {
  const articles = new Set([best!.unit.source]);
  const also: Match[] = [];
  for (const match of others) {
    if (match.verdict !== best!.verdict || articles.has(match.unit.source) || also.length === ALSO) continue;
    articles.add(match.unit.source);
    also.push(match);
  }
  return [best!, ...also].map(({ unit, places }) => evidenceOf(unit, places));
}

/** The statement has all parts in order: exact, or what makes it less. */
function matchesIn(unit: Unit, words: readonly QuotedWord[], parts: readonly QuotePart[]): Match[] {
  const plain = onePart(words);
  const asIs = placesOf(unit.words, plain); // omissions and brackets that the source has too
  const places = asIs ?? placesOf(unit.words, parts);
  if (!places) return [];
  const match = (verdict: Match["verdict"], why: string, changes: readonly Change[] = []): Match[] => [
    { unit, places, verdict, why, changes },
  ];
  if (!places.every(([first, end]) => unit.quoted.slice(first, end).every(Boolean)))
    return match("paraphrase-as-quote", "the words are the report's own: there they stand outside quotation marks");
  const used = asIs ? plain : parts;
  const capitals = capitalsOf(unit, used, places);
  if (capitals.length > 0) return match("altered", "a capital letter is different", capitals);
  const insertions = insertionsOf(unit, used, places);
  if (insertions.altered.length > 0)
    return match("altered", "words in brackets change who or what is meant", insertions.altered);
  const dropped = dropsOf(unit, used, places);
  const heavy = dropped.filter((change) => change.class !== "other");
  if (heavy.length > 0)
    return match(
      "altered",
      `what is left out has a ${[...new Set(heavy.map((change) => change.class))].join(" and a ")}`,
      heavy,
    );
  if (insertions.unclear.length > 0)
    return match("unchecked", "what the brackets stand for cannot be told", insertions.unclear);
  if (insertions.clean.length > 0) return match("inserted", "the same words, with words in brackets", insertions.clean);
  if (dropped.length > 0) return match("trimmed", "the same words, shortened", dropped);
  return match("exact", "the same words");
}

/** Words that differ by a capital, but for the first of a part: "may" is not "May". */
function capitalsOf(unit: Unit, parts: readonly QuotePart[], places: readonly WordRange[]): Change[] {
  return parts.flatMap((part, p) =>
    part.words.flatMap((word, i): Change[] => {
      const said = unit.words[places[p]![0] + i]!;
      const first = i === 0 || unit.ends[places[p]![0] + i - 1] === true;
      const plain = (text: string): string => text.normalize("NFC").replace(/’/g, "'");
      if (first || plain(said.text) === plain(word.text)) return [];
      return [{ class: "case", dropped: said.text, added: word.text }];
    }),
  );
}

/** Each part of three words and more stands somewhere, though not all in order in one statement. */
function stitchedFrom(units: readonly Unit[], parts: readonly QuotePart[]): Evidence[] | undefined {
  const pieces = parts.length > 1 ? parts.map(({ words }) => words) : halvesOf(units, parts[0]?.words ?? []);
  if (pieces.length < 2 || pieces.some((words) => words.length < FEWEST)) return undefined;
  const found = pieces.map((words) => {
    for (const unit of units) {
      const places = placesOf(unit.words, onePart(words));
      if (places) return evidenceOf(unit, places);
    }
    return undefined;
  });
  return found.every((one) => one !== undefined) ? (found as Evidence[]) : undefined;
}

/** Without an omission mark: the longest beginning that stands somewhere, and the rest. */
function halvesOf(units: readonly Unit[], words: readonly QuotedWord[]): (readonly QuotedWord[])[] {
  for (let cut = words.length - FEWEST; cut >= FEWEST; cut--) {
    const start = words.slice(0, cut);
    if (units.some((unit) => placesOf(unit.words, onePart(start)))) return [start, words.slice(cut)];
  }
  return [];
}

/** Nothing has the words: the nearest passage shows how they were changed, or that there is none. */
function nearestTo(
  { speaker }: DraftQuotation,
  said: readonly QuotedWord[],
  units: readonly Unit[],
  same: CheckOptions["sameSpeaker"],
  answer: Answer,
): Checked {
  const ranked = units.map((unit) => ({ unit, ...nearest(spoken(unit), said) })).sort((a, b) => b.share - a.share);
  const mine = (unit: Unit): boolean =>
    speaker !== undefined && unit.statement?.speaker !== undefined && same(speaker, unit.statement.speaker);
  const closest = ranked.find(({ unit, share }) => share >= ALTERED && mine(unit)) ?? ranked[0];
  if (closest && closest.share >= ALTERED && heavyShare(closest.unit, said) >= ALTERED) {
    const changes = changesOf(closest.steps);
    const who =
      mine(closest.unit) || speaker === undefined
        ? ""
        : `; there ${closest.unit.statement?.speaker?.name ?? "nobody named"} says it`;
    return answer(
      "altered",
      `${changes.length === 1 ? "one change" : `${changes.length} changes`}: ${[...new Set(changes.map((change) => change.class))].join(", ")}${who}`,
      [evidenceOf(closest.unit)],
      changes,
    );
  }
  const near = ranked.filter(({ unit }) => mine(unit) && heavyShare(unit, said) >= PARAPHRASED).slice(0, 3);
  if (near.length > 0)
    return answer(
      "paraphrase-as-quote",
      `${speaker} says something like it, in other words`,
      near.map(({ unit }) => evidenceOf(unit)),
    );
  return answer("not-found", "no source has these words, or nearly these");
}

const spoken = ({ words }: Unit): QuotedWord[] => words.filter(({ key }) => key !== OMISSION);

/** Share of the draft's words that carry sense which the statement has too. */
function heavyShare(unit: Unit, said: readonly QuotedWord[]): number {
  const has = new Set(unit.words.map(({ key }) => key));
  const heavy = heavyWords(said);
  return heavy.length === 0 ? 0 : heavy.filter(({ key }) => has.has(key)).length / heavy.length;
}
