/** Type rules for cues like "said", where only the content tells. Tried in this order. */
import type { TypeRule } from "./type-rules.ts";
import type { StatementType, View } from "./types.ts";

const IMPERATIVES = new Set(["please", "let", "let's", "do", "don't", "stop", "ask", "give", "keep", "stay", "come", "go", "leave", "tell", "show", "take", "look", "bring", "make", "sell", "buy", "vote", "wait", "stand", "think", "remember", "pay", "listen", "shut", "get", "put", "send", "open", "close", "join", "fix"]); // biome-ignore format: one list
const EVALUATIVE = new Set(["good", "great", "bad", "terrible", "wonderful", "awful", "excellent", "poor", "unacceptable", "disgraceful", "shameful", "disappointing", "brilliant", "productive", "constructive", "reckless", "irresponsible", "outrageous", "ridiculous", "absurd", "nonsense", "fantastic", "lovely", "unfair", "fair", "wrong", "right", "best", "worst", "important", "dangerous", "tragic", "tragedy", "disaster", "shame", "proud", "happy", "glad", "sad", "sorry", "pleased", "disappointed", "angry", "delighted", "success", "failure", "victory", "beautiful", "amazing", "incredible", "impressive", "misleading", "premature", "dishonest", "honest", "brave", "courageous", "cruel", "stupid", "scandal", "joke", "insult", "welcome", "historic", "remarkable", "deserve", "deserves", "love", "hate", "thank", "thanks", "unprecedented", "bulletproof", "fundamentally", "opportunistic", "magnificent", "pathetic", "weak", "strong", "bold", "positive", "negative", "hope"]); // biome-ignore format: one list
const LIKELY = new Set(["may", "might", "could", "likely", "unlikely", "probably", "perhaps", "expect", "expects", "expected", "forecast", "inevitable"]); // biome-ignore format: one list
const DUTY = new Set(["must", "should", "ought"]);
const SCHEDULE = new Set(["resume", "meet", "begin", "start", "open", "publish", "hold", "issue", "visit", "travel", "announce", "present", "continue", "last", "take"]); // biome-ignore format: one list

function question({ content }: View): StatementType | undefined {
  return content.endsAsking ? "question" : undefined;
}

function chance({ chance: stated }: View): StatementType | undefined {
  return stated ? "prediction" : undefined;
}

function imperative({ content, kind }: View): StatementType | undefined {
  if (kind === "indirect") return content.first === "to" ? "demand" : undefined;
  return IMPERATIVES.has(content.first) && content.subject === "other" ? "demand" : undefined;
}

function duty({ content }: View): StatementType | undefined {
  return DUTY.has(content.modal) && content.subject !== "i" ? "demand" : undefined;
}

/** "We will", "she would", after her own name: her own act. */
function ownAct({ content, conditional }: View): StatementType | undefined {
  if (
    !["will", "'ll", "would", "'d", "wo", "shall"].includes(content.modal) ||
    content.subject === "other" ||
    content.subject === "you"
  )
    return undefined;
  if (content.subject === "it" && content.modal !== "would") return undefined;
  if (content.modalDenied || content.modal === "wo") return "refusal";
  return conditional && content.texts.includes("if") && content.subject === "i" ? "commitment" : "commitment";
}

function schedule({ content }: View): StatementType | undefined {
  const at = content.texts.indexOf(content.modal);
  return ["will", "would"].includes(content.modal) && SCHEDULE.has(content.texts[at + 1] ?? "")
    ? "announcement"
    : undefined;
}

function likely({ content }: View): StatementType | undefined {
  if (content.texts.some((word) => LIKELY.has(word))) return "prediction";
  return ["will", "would", "'ll", "wo"].includes(content.modal) ? "prediction" : undefined;
}

/** "said it was “a door, not yet a road”": words chosen to judge are what gets quoted. */
function quotedJudgement({ content, kind }: View): StatementType | undefined {
  if (kind !== "mixed") return undefined;
  const at = content.texts.findIndex((word) => ["“", '"', "‘", "'"].includes(word));
  const before = content.texts[at - 1] ?? "";
  return ["was", "is", "were", "are", "been", "as", "be", "a", "an"].includes(before) ? "evaluation" : undefined;
}

function judges({ content }: View): StatementType | undefined {
  return content.texts.some((word) => EVALUATIVE.has(word)) ? "evaluation" : undefined;
}

/** Short direct quotations with a plain copula judge more often than they inform. */
function shortCopula({ content, kind }: View): StatementType | undefined {
  if (kind !== "direct") return undefined;
  const copula = content.texts
    .slice(0, 6)
    .some((word) => word === "is" || word === "'s" || word === "was" || word === "are");
  return copula && content.words.length < 28 ? "evaluation" : undefined;
}

export const CONTENT_RULES: readonly TypeRule[] = [
  { name: "chance", why: "states a chance", confidence: 0.8, decide: chance },
  { name: "question", why: "ends with a question mark", confidence: 0.85, decide: question },
  { name: "imperative", why: "tells someone to act", confidence: 0.7, decide: imperative },
  { name: "duty", why: "says what must or should be done", confidence: 0.6, decide: duty },
  { name: "own-act", why: "speaks of an act of its own to come", confidence: 0.6, decide: ownAct },
  { name: "quoted-judgement", why: "the judging words are quoted", confidence: 0.6, decide: quotedJudgement },
  { name: "likely", why: "says what will or may be", confidence: 0.6, decide: likely },
  { name: "schedule", why: "says when something takes place", confidence: 0.5, decide: schedule },
  { name: "judges", why: "uses words that judge", confidence: 0.5, decide: judges },
  { name: "short-copula", why: "a short saying about how something is", confidence: 0.4, decide: shortCopula },
  { name: "plain", why: "nothing else fits", confidence: 0.5, decide: () => "assertion" },
];
