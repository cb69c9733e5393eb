/** What a quote card says, in any markup: the exact words, who, where, when, how sure. */
import { contains, overlaps, type Reading, type Span, type Statement, sliceOf } from "../../schema/index.ts";
import { dayText } from "../dates.ts";
import { calledAs, circumstances, flagsOf, speakerName, whenText } from "../facts.ts";
import { webUrl } from "../urn.ts";
import { headlineOf, wordsOf } from "../words.ts";

export interface CardFacts {
  readonly words: string;
  /** Name, with the role and what the text calls them. */
  readonly speaker: string;
  readonly about: string;
  /** Title, publisher, day of publication. */
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  readonly published: string | undefined;
  readonly url: string | undefined;
  readonly said: string | undefined;
  /** Kind, level, via, to whom, flags. */
  readonly notes: readonly string[];
  /** The sentences that the statement stands in. */
  readonly context: string;
}

/** A sentence longer than this is cut: hostile text may have no full stop. */
const REACH = 600;

/** Sentences of the block that hold the words, the source and the cue as far as they are near. */
function contextOf({ article }: Reading, s: Statement): string {
  const first = [...s.content, ...s.cue, ...s.source][0];
  if (!first) return "";
  const block = article.blocks.find((b) => contains(b, first)) ?? first;
  const near: Span = {
    start: Math.max(block.start, first.start - REACH),
    end: Math.min(block.end, Math.max(first.end, first.start + REACH) + REACH),
  };
  const spans = [...s.source, ...s.cue, ...s.content].filter((span) => contains(near, span));
  const sentences = [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(sliceOf(article.text, near))];
  const held = sentences.filter(({ index, segment }) => {
    const at = { start: near.start + index, end: near.start + index + segment.length };
    return spans.some((span) => overlaps(at, span));
  });
  const [from, to] = [held[0], held.at(-1)];
  if (!from || !to) return "";
  return sliceOf(article.text, {
    start: near.start + from.index,
    end: near.start + to.index + to.segment.length,
  }).trim();
}

export function cardFacts(reading: Reading, s: Statement): CardFacts {
  const { article } = reading;
  const known = reading.speakers.find(({ id }) => id === s.speaker?.speaker);
  const called = calledAs(reading, s);
  const about = [...(known?.roles.slice(0, 2) ?? []), ...(called === undefined ? [] : [`“${called}”`])];
  const kind = s.kind === "direct" ? "exact words" : s.kind === "mixed" ? "partly exact words" : "paraphrase";
  const circumstance = circumstances(s).map(({ label, value }) => `${label} ${value}`);
  return {
    words: wordsOf(article.text, s.content),
    speaker: speakerName(reading, s),
    about: about.join(", "),
    title: headlineOf(article),
    publisher: article.publisher,
    published: dayText(article.published) ?? article.published,
    url: webUrl(article.url),
    said: whenText(s),
    notes: [kind, s.level, ...circumstance, ...flagsOf(s).filter((flag) => !LEVEL_FLAGS.has(flag))],
    context: contextOf(reading, s),
  };
}

/** Said by the level already. */
const LEVEL_FLAGS: ReadonlySet<string> = new Set(["unnamed source", "document", "via agency", "no source given"]);
