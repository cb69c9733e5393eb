/** Statement type -> PLOVER event code (ontology 0.5b, Open Event Data Alliance), for readers of event data. */
import type { StatementType } from "./types.ts";

/**
 * One code a type. PLOVER codes acts between parties: what merely speaks about the world has none there, so
 * assertion, prediction, question and no-comment give undefined; a concern or evaluation can praise or blame, so the
 * sign has to be looked at before DISAPPROVE or SUPPORT is used: evaluation gives undefined, concern DISAPPROVE.
 */
const CODES: Readonly<Record<StatementType, string | undefined>> = {
  assertion: undefined,
  evaluation: undefined,
  prediction: undefined,
  concern: "DISAPPROVE",
  demand: "DEMAND",
  offer: "CONSULT",
  commitment: "AGREE",
  concession: "CONCEDE",
  refusal: "REJECT",
  threat: "THREATEN",
  agreement: "AGREE",
  announcement: "CONSULT",
  question: undefined,
  "no-comment": "REJECT",
};

/** PLOVER code of a statement type, or undefined where PLOVER has no such event. */
export function ploverCode(type: StatementType): string | undefined {
  return CODES[type];
}
