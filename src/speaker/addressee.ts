/** Who is spoken to: the object of telling verbs, "to X", the one asked, the asker of what is answered. */
import type { Span } from "../schema/index.ts";
import type { Entity } from "./entities.ts";
import type { Frame } from "./frame.ts";
import { type Resolved, resolveSource, type SourceContext } from "./sources.ts";
import type { Words } from "./words.ts";

/** Someone named beside the statement: the words and whom they mean. */
export interface Found {
  readonly name: string;
  readonly span: Span | undefined;
  readonly entity: Entity | undefined;
  readonly confidence: number;
  readonly by: string;
  readonly why: string;
}

const TELLS =
  /\b(?:tell|tells|told|telling|ask|asks|asked|asking|urge|urges|urged|urging|warn|warns|warned|warning|invite|invites|invited|inviting|remind|reminds|reminded|reminding|assure|assures|assured|assuring|inform|informs|informed|informing|advise|advises|advised|advising|beg|begs|begged|begging|implore|implores|implored|instruct|instructs|instructed|order|orders|ordered|ordering|command|commanded|challenge|challenged|challenging|promise|promised|promising|pressed|press|texted|emailed|lectured|addressed|briefed|notified|notify|persuaded|encouraged|encourage|encourages|encouraging|exhorted|counselled|counseled|cautioned|reassured|petitioned|lobbied|want|wants|wanted)\b[^a-z]*$/;
const WANTS = /\b(?:want|wants|wanted|promise|promised|promising|cautioned|order|ordered|orders)\b/;
const REPLIES =
  /\b(?:replied|replies|reply|replying|answered|answers|answer|answering|responded|responds|retorted|countered|(?:roared|shot|fired|hit|shouted|yelled) back)\b/;
const OBJECT_PRONOUN = /^(?:him|her|them|me|us|it)$/;
const STOP =
  /^(?:that|to|not|whether|if|how|what|why|when|where|who|on|in|at|by|for|from|with|during|after|before|about|as|and|but|while|because)$/;
const PHRASE_MAX = 14;

/** "called on | Congress | to block". */
const CALLS_ON =
  /\b(?:(?:call|called|calls|calling|prevailed) on|(?:appeal|appealed|appeals|appealing|complained|spoke|speaking|write|wrote|replied|turned) to)$/;
/** "told a news conference" is said there, not to it. */
const EVENT = /^(?:conference|briefing|hearing|rally|podcast|programme)$/;

/** Rules in order; then again where the cue or the content has taken the one spoken to in: "told reporters:", "urged | Europe to wait". */
export function findAddressee(context: SourceContext, frame: Frame): Found | undefined {
  return addresseeIn(context, frame) ?? takenIn(context, frame);
}

function takenIn(context: SourceContext, frame: Frame): Found | undefined {
  const { words } = context.reference;
  if (!frame.cue || passive(frame.cueText)) return undefined;
  for (let i = frame.cue[0]; i < frame.cue[1] - 1; i++) {
    const cueText = words.doc.text.slice(words.start(frame.cue[0]), words.end(i)).toLowerCase();
    if (!TELLS.test(cueText) || !startsParty(words, i + 1, true)) continue;
    return addresseeIn(context, { ...frame, cue: [frame.cue[0], i + 1], cueText });
  }
  const after = frame.cue[1];
  if (!TELLS.test(frame.cueText) || !frame.inContent(after) || !startsParty(words, after, true)) return undefined;
  const open = { ...frame, inContent: () => false };
  const end = nounPhraseEnd(words, open, after);
  return words.at(end).lower === "to" && words.quoteOf(after) === words.quoteOf(frame.cue[0])
    ? party(context, open, after, end, "speaker/told")
    : undefined;
}

function addresseeIn(context: SourceContext, frame: Frame): Found | undefined {
  const { words } = context.reference;
  if (!frame.cue) return undefined;
  const after = frame.cue[1];
  if ((TELLS.test(frame.cueText) || CALLS_ON.test(frame.cueText)) && !passive(frame.cueText)) {
    const end = nounPhraseEnd(words, frame, after);
    if (EVENT.test(words.at(end - 1).lower)) return undefined;
    if (end > after && startsParty(words, after, WANTS.test(frame.cueText)))
      return party(context, frame, after, end, "speaker/told");
  }
  return toWhom(context, frame, after);
}

export function passive(cue: string): boolean {
  return /\b(?:was|were|is|are|been|being|be)\b[^.]{0,30}\b(?:asked|told|pressed|warned|urged|advised|reminded)$/.test(
    cue,
  );
}

export function replies(cue: string): boolean {
  return REPLIES.test(cue);
}

/** "appealed | to delegates", "wrote | to Vanderhoek in 2023", "in a letter to members". */
function toWhom(context: SourceContext, frame: Frame, after: number): Found | undefined {
  const { words } = context.reference;
  for (let i = after; i < Math.min(frame.end, after + PHRASE_MAX); i++) {
    if (frame.inContent(i)) return undefined;
    const word = words.at(i);
    if (/^[,;:.()“"—–]$/.test(word.text)) return undefined;
    if (word.lower !== "to") continue;
    const end = nounPhraseEnd(words, frame, i + 1);
    if (end <= i + 1 || !startsParty(words, i + 1, true)) return undefined;
    if (
      i > after &&
      !/^(?:letter|email|e-mail|memo|statement|message|remarks|note|speech|address|interview|comments|text|testimony|submission|complaint|appeal|petition)$/.test(
        words.at(i - 1).lower,
      )
    )
      return undefined;
    return party(context, frame, i + 1, end, "speaker/to-whom");
  }
  return undefined;
}

/** Can somebody spoken to begin here? Without `strict` a bare plural will do: "told investors". */
function startsParty(words: Words, i: number, strict: boolean): boolean {
  const word = words.at(i);
  if (!word.letters) return false;
  if (OBJECT_PRONOUN.test(word.lower) || word.determiner || (word.cap && !word.function)) return true;
  if (/^(?:anyone|everyone|everybody|somebody|someone)$/.test(word.lower)) return true;
  if (word.person || word.group || word.body) return true;
  return !strict && !word.function && !STOP.test(word.lower) && /s$/.test(word.lower);
}

/** End of the noun phrase from `from`: up to content, mark, or a word that begins another part. */
export function nounPhraseEnd(words: Words, frame: Frame, from: number): number {
  let i = from;
  if (OBJECT_PRONOUN.test(words.at(from).lower) || (words.at(from).lower === "her" && !words.at(from + 1).letters))
    return from + 1;
  for (; i < Math.min(frame.end, from + PHRASE_MAX); i++) {
    const word = words.at(i);
    if (frame.inContent(i) || (!word.letters && !word.number && !word.possessive && word.text !== "&")) break;
    if (frame.cue && i >= frame.cue[0] && i < frame.cue[1]) break;
    if (word.possessive) continue;
    if (i > from && !word.cap && (words.pos(i) === "VERB" || words.pos(i) === "AUX")) break;
    if (word.lower === "with" && /^(?:anyone|everyone|those)$/.test(words.at(i - 1).lower)) continue;
    if (i > from && (word.lower === "of" || word.lower === "and") && !frame.inContent(i + 1)) continue;
    if (STOP.test(word.lower) && !(i === from && word.determiner)) break;
    if (
      i > from &&
      /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|last|earlier|this|twice|again|instead|late|early|only|afterwards|later|when|over|outside|aboard|inside|near|who|which)$/.test(
        word.lower,
      )
    )
      break;
  }
  return i;
}

/** Resolves the noun phrase of tokens [first, end). */
export function party(context: SourceContext, frame: Frame, first: number, end: number, by: string): Found | undefined {
  const { words } = context.reference;
  const span = { start: words.start(first), end: words.end(end - 1) };
  const found: Resolved | undefined = resolveSource(context, span, frame.attribution);
  if (!found) return undefined;
  return {
    name: found.name,
    span,
    entity: found.entity,
    confidence: Math.min(0.9, found.confidence),
    by,
    why: `“${words.doc.text.slice(span.start, span.end)}” after the cue`,
  };
}
