/** Questions: were they answered? Read from the statements and words that follow. */
import type { Attribution, Doc } from "../schema/index.ts";
import type { StatementType } from "./types.ts";

export interface Typed {
  readonly attribution: Attribution;
  readonly type: StatementType;
}

const UNANSWERED =
  /\b(?:in vain|without (?:answering|replying|a word)|no (?:answer|reply|response)|nobody answered|ignored|(?:left|walked off|stormed off|quit|leave) (?:the )?(?:podium|stage|room|hall)|looked at (?:his|her|their) watch|climbed (?:aboard|into|onto)|walked away|turned away|hung up|shrugged|to shrug|did not (?:answer|reply|respond))\b/;
const NODDED = /\bnodded\b|\bshook (?:his|her|their) head\b/;
/** How much text after a question is looked at. */
const REACH = 260;

export interface Answer {
  readonly answered: boolean;
  readonly by: string;
  readonly why: string;
}

/** Answer state of the question at `index`; undefined if the text does not tell. */
export function answerTo(doc: Doc, typed: readonly Typed[], index: number): Answer | undefined {
  const { attribution } = typed[index]!;
  const end = endOf(attribution);
  const next = nextReply(typed, index, end);
  const tail = doc.text.slice(
    end,
    Math.min(end + REACH, next ? Math.max(end, startOf(next.attribution)) : end + REACH, paragraphEnd(doc, end)),
  );
  if (UNANSWERED.test(tail)) return { answered: false, by: "walks-away", why: "what follows is no answer" };
  if (next) {
    if (next.type === "no-comment") return { answered: false, by: "no-comment-follows", why: "a no-comment follows" };
    return { answered: true, by: "reply-follows", why: "a statement of another follows" };
  }
  return NODDED.test(tail) ? { answered: true, by: "gesture", why: "answered by a gesture" } : undefined;
}

function paragraphEnd(doc: Doc, at: number): number {
  const newline = doc.text.indexOf("\n", at);
  return newline < 0 ? doc.text.length : newline;
}

export function endOf(attribution: Attribution): number {
  return Math.max(0, ...[...attribution.cue, ...attribution.content, ...attribution.source].map((span) => span.end));
}

export function startOf(attribution: Attribution): number {
  return Math.min(...[...attribution.cue, ...attribution.content, ...attribution.source].map((span) => span.start));
}

/** The next statement of the same level that is no question, close by, with another source. */
function nextReply(typed: readonly Typed[], index: number, end: number): Typed | undefined {
  const question = typed[index]!.attribution;
  for (let i = index + 1; i < Math.min(typed.length, index + 8); i++) {
    const next = typed[i]!;
    if (next.attribution.parent !== question.parent) continue;
    if (startOf(next.attribution) > end + REACH) return undefined;
    const [a, b] = [question.source[0], next.attribution.source[0]];
    if (a && b && a.start === b.start) continue;
    return next.type === "question" ? undefined : next;
  }
  return undefined;
}
