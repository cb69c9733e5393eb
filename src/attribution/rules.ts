/** The layout rules, in the order in which they run over the network's drafts. */
import type { LayoutRule } from "./draft.ts";
import { below } from "./layout/below.ts";
import { block } from "./layout/block.ts";
import { continued, reopened } from "./layout/continued.ts";
import { dash } from "./layout/dash.ts";
import { edges } from "./layout/edges.ts";
import { headline } from "./layout/headline.ts";
import { naming } from "./layout/naming.ts";
import { transcript } from "./layout/transcript.ts";
import { wordless } from "./layout/wordless.ts";

export const LAYOUT_RULES: readonly { readonly name: string; readonly why: string; readonly rule: LayoutRule }[] = [
  { name: "attribution/wordless", why: "marks without words attribute nothing", rule: wordless },
  { name: "attribution/naming", why: "giving a name says nothing about anything", rule: naming },
  { name: "attribution/edges", why: "a quotation keeps the mark that ends it, and nothing before it", rule: edges },
  {
    name: "attribution/transcript",
    why: "a label and a colon at the start of a paragraph open a turn",
    rule: transcript,
  },
  { name: "attribution/block", why: "a set-off quotation belongs to the words that introduce it", rule: block },
  {
    name: "attribution/below",
    why: "the words below “wrote:” are what was written",
    rule: below,
  },
  { name: "attribution/dash", why: "a quotation signed with a dash and a name is that name's", rule: dash },
  { name: "attribution/reopened", why: "an unclosed quotation is one with its continuation below", rule: reopened },
  {
    name: "attribution/continued",
    why: "a quoted paragraph without a cue goes on with the turn above",
    rule: continued,
  },
  {
    name: "attribution/headline",
    why: "headlines are marked, because their tense and wording are the editor's",
    rule: headline,
  },
];
