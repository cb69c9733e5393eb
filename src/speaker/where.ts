/** Where a thing was said: place, occasion or medium named in the cue's sentence, outside the content. */
import { type Found, nounPhraseEnd, party } from "./addressee.ts";
import type { Frame } from "./frame.ts";
import { describe, type Phrase, readPhrase } from "./phrase.ts";
import type { SourceContext } from "./sources.ts";
import type { Words } from "./words.ts";

const LEADS = /^(?:at|in|on|during|aboard|outside|inside|by|from|over|via|boarded|boarding|for)$/;
const REACH = 8;
const PHRASE_MAX = 16;

/** The first phrase such as "at a rally outside the gate", "in a statement", "aboard Air Force One". */
export function findWhere(context: SourceContext, frame: Frame): Found | undefined {
  const { words } = context.reference;
  for (let i = frame.first; i < frame.end; i++) {
    if (!LEADS.test(words.at(i).lower) || outside(words, frame, i)) continue;
    const head = occasionHead(words, frame, i + 1);
    if (head < 0 || !suits(words, i, head)) continue;
    return found(context, frame, /^(?:outside|inside)$/.test(words.at(i).lower) ? i : i + 1, head);
  }
  return toldConference(context, frame) ?? onNetwork(context, frame);
}

/** "by phone", not "by the court"; "boarded Air Force One"; "sat for an interview"; a body with a capital is no place. */
function suits(words: Words, lead: number, head: number): boolean {
  const word = words.at(lead).lower;
  const noun = words.at(head).lower;
  if (/^board/.test(word)) return vehicle(words, head);
  if (word === "for") return noun === "interview";
  if (word === "by") return head === lead + 1 && /^(?:phone|telephone|email|video|text|letter|statement)$/.test(noun);
  if (words.pos(lead + 1) === "VERB" && head > lead + 1) return false;
  return !(words.at(head).cap && head === lead + 1 && word !== "in");
}

/** "wrote on X", "posted on Instagram", "a cryptic Instagram post". */
function onNetwork(context: SourceContext, frame: Frame): Found | undefined {
  const { words } = context.reference;
  if (!frame.cue) return undefined;
  for (let i = frame.cue[0]; i < Math.min(frame.end, frame.cue[1] + 4); i++) {
    const network = words.vocabulary.outlets.get(words.at(i).lower) === "network" && words.at(i).cap;
    if (!network || frame.inContent(i)) continue;
    const posted = words.at(i - 1).lower === "on" || /^(?:posts?|story|video|live)$/.test(words.at(i + 1).lower);
    if (posted)
      return {
        name: words.at(i).text,
        span: { start: words.start(i), end: words.end(i) },
        entity: undefined,
        confidence: 0.85,
        by: "speaker/network",
        why: "a network named beside the cue",
      };
  }
  return undefined;
}

/** "In a letter to members in April, the local …": those written to. */
export function addresseeOfPaper(context: SourceContext, frame: Frame, where: Found | undefined): Found | undefined {
  const { words } = context.reference;
  if (!where?.span || where.by !== "speaker/occasion") return undefined;
  const last = words.tokenAt(where.span.end);
  for (let i = last - 1; i <= last && i < frame.end; i++) {
    if (words.at(i).lower !== "to" || frame.inContent(i) || !words.vocabulary.occasions.has(words.at(i - 1).lower))
      continue;
    const end = nounPhraseEnd(words, frame, i + 1);
    if (end > i + 1) return party(context, frame, i + 1, end, "speaker/paper-to");
  }
  return undefined;
}

/** In content, in source, or in words before the cue that belong to something else. */
function outside(words: Words, frame: Frame, i: number): boolean {
  if (frame.inContent(i) || words.quoteOf(i) >= 0 !== frame.quoted) return true;
  if (frame.cue && i >= frame.cue[0] && i < frame.cue[1]) return true;
  if (frame.attribution.parent !== undefined && frame.cue && i < frame.cue[0]) return true;
  return frame.source !== undefined && i >= frame.source[0] && i < frame.source[1];
}

/** Head noun of an occasion in the noun phrase from `from`, or -1. */
function occasionHead(words: Words, frame: Frame, from: number): number {
  const { occasions } = words.vocabulary;
  let head = -1;
  for (let i = from; i < Math.min(frame.end, from + REACH); i++) {
    const word = words.at(i);
    if (outside(words, frame, i) || (!word.letters && !word.number) || (i > from && word.preposition)) break;
    if (occasions.has(word.lower)) head = i;
    else if (vehicle(words, i) && i > from) head = i;
  }
  if (head < 0) return -1;
  const kind = occasions.get(words.at(head).lower);
  const opener = words.at(from).lower;
  if (kind === "paper" && /^(?:the|this|that|its)$/.test(opener)) return -1;
  return opener === "call" ? -1 : head;
}

/** "Air Force One". */
function vehicle(words: Words, i: number): boolean {
  return words.at(i).text === "One" && words.at(i - 1).text === "Force";
}

/** "told a news conference". */
function toldConference(context: SourceContext, frame: Frame): Found | undefined {
  const { words } = context.reference;
  const at = frame.cue?.[1];
  if (at === undefined || !words.at(at).determiner) return undefined;
  const head = occasionHead(words, frame, at);
  return head >= 0 && /^(?:conference|briefing|hearing|rally|meeting|podcast|programme)$/.test(words.at(head).lower)
    ? found(context, frame, at, head)
    : undefined;
}

function found(context: SourceContext, frame: Frame, first: number, head: number): Found {
  const { words } = context.reference;
  let end = head + 1;
  while (end < Math.min(frame.end, first + PHRASE_MAX) && !outside(words, frame, end) && goesOn(words, end, head))
    end++;
  const span = { start: words.start(first), end: words.end(end - 1) };
  const name = describe(context.reference, wholePlace(words, first, end, head));
  return { name, span, entity: undefined, confidence: 0.8, by: "speaker/occasion", why: "named beside the cue" };
}

/** The phrase with its comma ("in Anchorage, Alaska"); of "an interview with the Channel’s Bo Lind" up to the Channel: Lind is whom it was said to. */
function wholePlace(words: Words, first: number, end: number, head: number): Phrase {
  let last = head + 1;
  while (last < end && !words.at(last).possessive) last++;
  const phrase = readPhrase(words, first, last);
  return words.at(phrase.mainEnd).text === "," ? { ...phrase, mainEnd: last } : phrase;
}

/** "in Anchorage, Alaska", "with Fox News Channel", "outside the Pier 9 gate". */
function goesOn(words: Words, i: number, head: number): boolean {
  const word = words.at(i);
  if (word.text === ",")
    return words.at(i + 1).cap && words.vocabulary.places.has(words.at(i + 1).lower) && i - head > 1;
  if (
    /^(?:to|that|which|who|where|and|but|after|before|as|while|by|last|on|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)$/.test(
      word.lower,
    )
  ) {
    return word.lower === "on" && !/day$|^the$/.test(words.at(i + 1).lower) && words.at(i + 1).cap;
  }
  return word.letters || word.number || word.possessive;
}
