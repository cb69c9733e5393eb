/** The rules for the type, in the order in which they are tried: the first that fires decides. */
import { CONTENT_RULES } from "./content-rules.ts";
import type { StatementType, View } from "./types.ts";

export interface TypeRule {
  readonly name: string;
  readonly why: string;
  readonly confidence: number;
  decide(view: View): StatementType | undefined;
}

const DEFERS = new Set(["content", "warn"]);
const SILENCE = new Set(["say", "comment", "answer", "respond", "reply", "speak", "tell", "discuss", "disclose", "reveal", "specify", "elaborate", "mention", "address"]); // biome-ignore format: one list

/** "would not say", "did not say whether": withheld. "did not say that it was safe" keeps the type of what was not said. */
function withheld({ cue, content }: View): StatementType | undefined {
  if (!cue.denied || !SILENCE.has(cue.key.replace(/^not /, ""))) return undefined;
  const would = ["would", "wo", "will", "could", "can"].includes(cue.auxiliary);
  return would || ["whether", "how", "why", "if", "which", "who", "what", "when", "where", "by"].includes(content.first)
    ? "no-comment"
    : undefined;
}

function saysOnly({ cue }: View): StatementType | undefined {
  const { words } = cue;
  return words.includes("only") && words.includes("would") && words.includes("say") ? "no-comment" : undefined;
}

function ofCue({ cue }: View): StatementType | undefined {
  return cue.type && !DEFERS.has(cue.type) ? (cue.type as StatementType) : undefined;
}

/** "warned of consequences" threatens; "warned that members would sell up" predicts. */
function warning({ cue, content, conditions }: View): StatementType | undefined {
  if (cue.type !== "warn") return undefined;
  if (["against", "not", "to"].includes(content.first) || cue.words.includes("against")) return "demand";
  if (cue.words.includes("of")) return content.texts.includes("consequences") ? "threat" : "prediction";
  return conditions.length > 0 || ["i", "we", "you"].includes(content.subject) ? "threat" : "prediction";
}

/** "the two sides agreed to meet" settles something; "she agreed to resign" commits one. */
function jointly({ cue, plural }: View): StatementType | undefined {
  return cue.key === "agree to" && plural ? "agreement" : undefined;
}

function asks({ content, cue }: View): StatementType | undefined {
  return content.endsAsking && cue.words.length === 0 ? "question" : undefined;
}

export const TYPE_RULES: readonly TypeRule[] = [
  { name: "withheld", why: "declines to tell", confidence: 0.85, decide: withheld },
  { name: "would-say-only", why: "says no more than that", confidence: 0.6, decide: saysOnly },
  { name: "bare-question", why: "a question without a cue", confidence: 0.9, decide: asks },
  { name: "warning", why: "a warning takes its kind from its content", confidence: 0.6, decide: warning },
  { name: "jointly", why: "several agree", confidence: 0.7, decide: jointly },
  { name: "cue", why: "the cue names the act", confidence: 0.8, decide: ofCue },
  ...CONTENT_RULES,
];
