/** The table of residue rules: each row says what kind of line it finds and why that line is no part of the report. */
import type { BlockKind } from "../../schema/index.ts";
import * as left from "./leftovers.ts";
import { buttonRow, callToAct, holdsPhrase, labelled, wholeLine } from "./lexical.ts";
import type { Line } from "./line.ts";
import * as shape from "./patterns.ts";
import type { Phrases } from "./phrases.ts";

/** One rule: a name, why it is safe, and the test. Rules are asked in order; the first answer counts. */
export interface ResidueRule {
  readonly name: string;
  readonly why: string;
  readonly find: (line: Line, phrases: Phrases) => BlockKind | undefined;
}

export const RESIDUE_RULES: readonly ResidueRule[] = [
  { name: "whole-line", why: "the whole line is one that pages put between paragraphs", find: wholeLine },
  { name: "time-row", why: "a clock or date and nothing else is a stamp of the page", find: shape.timeRow },
  { name: "bare-address", why: "an address and nothing else is a link's leftover", find: left.bareAddress },
  { name: "counter", why: "counts the pictures of a gallery, or pages", find: left.counter },
  { name: "tally", why: "counts what readers did with the page", find: left.tally },
  { name: "tag-row", why: "keywords under the report", find: left.tagRow },
  { name: "reading-time", why: "tells how long the page takes to read", find: left.readingTime },
  { name: "shortcode", why: "an instruction to the page's own machinery", find: left.shortcode },
  { name: "end-mark", why: "agencies and press offices end their copy with it", find: shape.endMark },
  {
    name: "bracketed-caption",
    why: "brackets from end to end, opened by Photo or Image",
    find: shape.bracketedCaption,
  },
  { name: "photo-credit", why: "a credit with colon and name ends captions, never sentences", find: shape.photoCredit },
  { name: "caption-label", why: "capitals and a colon set a caption apart", find: shape.captionLabel },
  { name: "desk-credit", why: "who reported, wrote and edited stands under the report", find: shape.deskCredit },
  { name: "contributed", why: "names a colleague of the author", find: shape.contributed },
  { name: "consent-box", why: "stands where an embedded post would be", find: shape.consentBox },
  { name: "label", why: "a house label before a colon or bar leads elsewhere", find: labelled },
  { name: "more-label", why: "capitals, a section's name and a colon lead to other reports", find: shape.moreLabel },
  { name: "more-stories", why: "stands over a list of other reports", find: left.moreStories },
  { name: "source-line", why: "names who supplied the text or the figures", find: left.sourceLine },
  { name: "button-row", why: "bars between the words of buttons", find: buttonRow },
  { name: "contact", why: "an address to write to, without a statement", find: shape.contactLine },
  { name: "account", why: "an account to follow, without a statement", find: shape.accountLine },
  { name: "call-to-act", why: "asks the reader to sign up, and says for what", find: callToAct },
  { name: "phrase", why: "a notice in words that reports do not use", find: holdsPhrase },
  { name: "byline", why: "By and a name near the top", find: shape.bylineRow },
  { name: "copyright", why: "a sign or word of copyright with a year", find: shape.copyright },
  { name: "author-bio", why: "the last lines, and the author's job", find: shape.authorBio },
];
