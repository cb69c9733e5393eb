/** Type rules for cues like "said", where only the content tells. Tried in this order. */
import type { TypeRule } from "./type-rules.ts";
import type { StatementType, View } from "./types.ts";

const IMPERATIVES = new Set(["please", "let", "let's", "do", "don't", "stop", "ask", "give", "keep", "stay", "come", "go", "leave", "tell", "show", "take", "look", "bring", "make", "sell", "buy", "vote", "wait", "stand", "think", "remember", "pay", "listen", "shut", "get", "put", "send", "open", "close", "join", "fix"]); // biome-ignore format: one list
const EVALUATIVE = new Set(["good", "great", "bad", "terrible", "wonderful", "awful", "excellent", "poor", "unacceptable", "disgraceful", "shameful", "disappointing", "brilliant", "productive", "constructive", "reckless", "irresponsible", "outrageous", "ridiculous", "absurd", "nonsense", "fantastic", "lovely", "unfair", "wrong", "best", "worst", "dangerous", "tragic", "tragedy", "disaster", "shame", "proud", "happy", "glad", "sad", "sorry", "pleased", "disappointed", "angry", "delighted", "success", "failure", "victory", "beautiful", "amazing", "incredible", "impressive", "misleading", "premature", "dishonest", "brave", "courageous", "cruel", "stupid", "scandal", "joke", "insult", "historic", "remarkable", "deserve", "deserves", "love", "hate", "thank", "thanks", "unprecedented", "bulletproof", "fundamentally", "opportunistic", "magnificent", "pathetic", "bold", "positive", "negative", "too", "respects", "respect"]); // biome-ignore format: one list
const LIKELY = new Set(["may", "might", "could", "likely", "unlikely", "probably", "perhaps", "expect", "expects", "expected", "forecast", "inevitable"]); // biome-ignore format: one list
const DUTY = new Set(["must", "should", "ought"]);
const SCHEDULE = new Set(["resume", "meet", "begin", "start", "open", "publish", "hold", "issue", "visit", "travel", "announce", "present", "continue", "last", "take"]); // biome-ignore format: one list

const CHANCES = new Set(["chance", "chances", "odds", "probability", "likelihood"]);

/** A turn in a transcript counts as a question as soon as one is put in it. */
function question({ content, form }: View): StatementType | undefined {
  return content.endsAsking || (form === "transcript" && content.asks) ? "question" : undefined;
}

function chance({ chance: stated, content }: View): StatementType | undefined {
  return stated || content.main.slice(0, 8).some((word) => CHANCES.has(word)) ? "prediction" : undefined;
}

/** "Don't go", "please stay", "Out loud, please", a crowd's "Locks!". */
function imperative({ content, kind, form }: View): StatementType | undefined {
  if (kind === "indirect" && !form) return content.first === "to" ? "demand" : undefined;
  const { texts, main } = content;
  if (IMPERATIVES.has(content.first) && content.subject === "other") return "demand";
  if (
    texts.slice(0, 12).includes("please") ||
    (main.length <= 4 && texts.includes("!") && !EVALUATIVE.has(main[0] ?? ""))
  )
    return "demand";
  if (kind !== "direct") return undefined;
  const denied = texts
    .slice(0, 16)
    .findIndex((word, i) => word === "n't" && (texts[i - 1] === "do" || texts[i - 1] === "dont"));
  const before = texts[denied - 2] ?? ",";
  return denied > 0 && /^[^\p{L}\p{N}]+$/u.test(before) ? "demand" : undefined;
}

function duty({ content }: View): StatementType | undefined {
  return DUTY.has(content.modal) && content.subject !== "i" ? "demand" : undefined;
}

const BODIES = new Set(["government", "union", "company", "party", "country", "office", "ministry", "council", "club", "firm", "group", "board", "bank", "team", "administration", "side", "forces", "federation", "association", "committee", "troops", "agency", "department", "state", "charity", "court", "commission", "alliance", "army"]); // biome-ignore format: one list
const OWNERS = new Set(["his", "her", "its", "their", "our", "my", "the"]);
const WILL = new Set(["will", "'ll", "would", "wo", "shall", "going"]);
const ADVERSE = new Set(["withhold", "sue", "leave", "quit", "walk", "strike", "block", "veto", "retaliate", "suspend", "boycott", "shut", "punish", "impose", "attack", "destroy", "fire", "sack", "expel", "cut", "halt", "withdraw", "regret", "suffer", "prosecute", "resign", "dies", "jail", "fine", "penalise", "against"]); // biome-ignore format: one list

/** Does the main clause speak of the speaker's own act? "we will", "she would", "her government will". */
function isOwn({ content }: View): boolean {
  if (["i", "we", "he", "they"].includes(content.subject)) return true;
  const [first = "", second = ""] = content.main;
  if (content.subject === "it") return WILL.has(second) && second !== "'s";
  return OWNERS.has(first) && BODIES.has(second);
}

/** After "will" these are no acts: "we'll know", "I'd like". */
const NO_ACT = new Set(["know", "see", "be", "like", "love", "say", "rather", "need", "have", "prefer", "get", "find", "never", "hear", "remember", "feel"]); // biome-ignore format: one list

function isAct({ content }: View): boolean {
  const at = content.main.indexOf(content.modal);
  const verb =
    content.main.slice(at + 1).find((word) => !["not", "n't", "also", "then", "now", "just"].includes(word)) ?? "";
  return !NO_ACT.has(verb) && !verb.endsWith("ly");
}

const INNER: ReadonlyMap<string, StatementType> = new Map([
  ["agree", "agreement"], ["agreed", "agreement"], ["promise", "commitment"], ["promised", "commitment"], ["pledge", "commitment"],
  ["vow", "commitment"], ["want", "demand"], ["wants", "demand"], ["wanted", "demand"], ["demand", "demand"], ["urge", "demand"],
  ["reject", "refusal"], ["rejects", "refusal"], ["rejected", "refusal"], ["refuse", "refusal"], ["refused", "refusal"],
  ["oppose", "refusal"], ["opposes", "refusal"], ["opposed", "refusal"], ["hope", "prediction"], ["hopes", "prediction"], ["hoped", "prediction"],
  ["expect", "prediction"], ["expects", "prediction"], ["expected", "prediction"], ["doubt", "prediction"], ["doubts", "prediction"],
  ["fear", "concern"], ["fears", "concern"], ["feared", "concern"], ["worried", "concern"], ["worry", "concern"], ["concerned", "concern"],
  ["prepared", "offer"], ["willing", "offer"], ["ready", "offer"], ["open", "offer"], ["offering", "offer"], ["offer", "offer"],
  ["propose", "offer"], ["intend", "commitment"], ["intends", "commitment"], ["plan", "commitment"], ["plans", "commitment"],
  ["planned", "commitment"], ["accept", "agreement"], ["welcomes", "evaluation"], ["welcomed", "evaluation"], ["welcome", "evaluation"],
]); // biome-ignore format: one table
const INNER_TO = new Set(["prepared", "willing", "ready", "open"]);

/** "said that he agreed", "we refuse", "it was prepared to": the inner stance counts. */
function innerStance({ content }: View): StatementType | undefined {
  if (!["i", "we", "he", "they", "it"].includes(content.subject)) return undefined;
  for (let i = 1; i < 4; i++) {
    const word = content.main[i] ?? "";
    if (["had", "has", "have", "'ve", "'d", "not", "n't", "never"].includes(word)) return undefined;
    const type = INNER.get(word);
    if (type) return INNER_TO.has(word) && content.main[i + 1] !== "to" ? undefined : type;
    if (
      !["was", "were", "is", "are", "am", "'m", "'re", "'s", "do", "also", "now", "still", "fully", "would"].includes(
        word,
      ) &&
      !word.endsWith("ly")
    )
      return undefined;
  }
  return undefined;
}

function speaksAhead({ content }: View): boolean {
  const at = content.main.findIndex((word) => WILL.has(word));
  return at >= 0 && at <= 5;
}

/** "If they don't move, the duty goes up", "would leave unless": harm hangs on a condition, or is announced. */
function harm(view: View): StatementType | undefined {
  const { conditions, content } = view;
  const pressing = conditions.some(
    ({ kind, text }) => kind === "unless" || (kind === "if" && /n't\b|n’t\b|\bnot\b|\bfails?\b|\brefuse/.test(text)),
  );
  const adverse = content.main.some((word) => ADVERSE.has(word));
  if (pressing && (speaksAhead(view) || content.main.length > 2))
    return adverse || isOwn(view) || view.kind !== "indirect" ? "threat" : undefined;
  return adverse && isOwn(view) && speaksAhead(view) && !content.modalDenied ? "threat" : undefined;
}

/** "would improve its terms, if granted access": a good that hangs on a condition. */
function bargain(view: View): StatementType | undefined {
  const { conditions, content } = view;
  const opens = conditions.some(({ kind }) => kind === "if" || kind === "only-if" || kind === "in-return-for");
  if (!opens || content.modalDenied || !speaksAhead(view) || !isAct(view)) return undefined;
  const later = conditions.every(({ kind, text }) => kind === "if" && /^(?:when|once|as soon)/.test(text));
  if (isOwn(view) && (later || content.subject === "i" || content.subject === "we")) return "commitment";
  const body =
    content.subject === "other" && view.kind !== "direct" && content.main.length < 30 && content.modal === "will";
  return isOwn(view) || body ? "offer" : undefined;
}

const SILENCES = new Set(["guess", "speculate", "comment", "say", "discuss", "answer", "ahead", "engage", "tell", "elaborate", "respond", "into", "disclose"]); // biome-ignore format: one list

function isDenied({ content }: View): boolean {
  const { main } = content;
  const going = main.indexOf("going");
  const denied = content.modalDenied || content.modal === "wo";
  return (
    denied || (going > 0 && main.slice(Math.max(0, going - 2), going).some((word) => word === "not" || word === "n't"))
  );
}

/** "We are not going to guess", "she wouldn't want to speculate". */
function keepsSilent(view: View): StatementType | undefined {
  if (!isOwn(view) || !isDenied(view)) return undefined;
  return view.content.main.slice(1, 9).some((word) => SILENCES.has(word)) ? "no-comment" : undefined;
}

const PROCEDURE = new Set(["announce", "unveil", "address", "brief", "convene"]);

/** "We will", "she would", "her government will": its own act to come. */
function ownAct(view: View): StatementType | undefined {
  const { content } = view;
  if (!isOwn(view) || !speaksAhead(view) || !isAct(view)) return undefined;
  if (isDenied(view)) return "refusal";
  return PROCEDURE.has(content.main[content.main.indexOf(content.modal) + 1] ?? "") ? "announcement" : "commitment";
}

function schedule({ content }: View): StatementType | undefined {
  const at = content.texts.indexOf(content.modal);
  return ["will", "would"].includes(content.modal) && SCHEDULE.has(content.texts[at + 1] ?? "")
    ? "announcement"
    : undefined;
}

/** "would be an admission of panic": a judgement about something imagined. */
function wouldBe({ content, kind }: View): StatementType | undefined {
  const at = content.main.indexOf("would");
  if (kind === "indirect" || at < 0 || at > 1) return undefined;
  return content.main[at + 1] === "be" && ["a", "an", "the"].includes(content.main[at + 2] ?? "")
    ? "evaluation"
    : undefined;
}

function likely({ content }: View): StatementType | undefined {
  const past = content.main
    .slice(0, content.main.indexOf(content.modal))
    .some((word) => ["had", "has", "have", "was", "were", "is", "'ve"].includes(word));
  if (content.modal !== "" && past) return undefined;
  const own = ["i", "we", "he", "they"].includes(content.subject);
  if (content.main.some((word) => LIKELY.has(word) && !(word === "could" && own))) return "prediction";
  return ["will", "would", "'ll", "wo"].includes(content.modal) ? "prediction" : undefined;
}

/** A quotation that begins with these places or counts, and does not judge: "in Italy", "at 80 per cent". */
const NOT_JUDGING = new Set([
  "in",
  "at",
  "on",
  "no",
  "neither",
  "consistent",
  "under",
  "about",
  "from",
  "to",
  "by",
  "for",
  "with",
]);

/** "said it was “a door, not yet a road”": words chosen to judge are what gets quoted. */
function quotedJudgement({ content, kind }: View): StatementType | undefined {
  if (kind !== "mixed") return undefined;
  const at = content.texts.findIndex((word) => ["“", '"', "‘", "'"].includes(word));
  const before = content.texts[at - 1] ?? "";
  if (NOT_JUDGING.has(content.texts[at + 1] ?? "")) return undefined;
  return ["was", "is", "were", "are", "been", "as", "be", "a", "an"].includes(before) ? "evaluation" : undefined;
}

function judges({ content }: View): StatementType | undefined {
  return content.texts.slice(0, 30).some((word) => EVALUATIVE.has(word)) ? "evaluation" : undefined;
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
  { name: "inner-stance", why: "the inner stance counts", confidence: 0.65, decide: innerStance },
  { name: "keeps-silent", why: "says that nothing will be said", confidence: 0.7, decide: keepsSilent },
  { name: "harm", why: "announces harm, or hangs it on a condition", confidence: 0.6, decide: harm },
  { name: "bargain", why: "a good that hangs on a condition", confidence: 0.6, decide: bargain },
  { name: "own-act", why: "speaks of an act of its own to come", confidence: 0.6, decide: ownAct },
  { name: "quoted-judgement", why: "the judging words are quoted", confidence: 0.6, decide: quotedJudgement },
  { name: "schedule", why: "says when something takes place", confidence: 0.5, decide: schedule },
  { name: "would-be", why: "judges something imagined", confidence: 0.5, decide: wouldBe },
  { name: "likely", why: "says what will or may be", confidence: 0.6, decide: likely },
  { name: "judges", why: "uses words that judge", confidence: 0.5, decide: judges },
  { name: "short-copula", why: "a short saying about how something is", confidence: 0.4, decide: shortCopula },
  { name: "plain", why: "nothing else fits", confidence: 0.5, decide: () => "assertion" },
];
