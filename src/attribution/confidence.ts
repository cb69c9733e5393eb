/** Scores and chances -> confidences, by the model's calibration. */
import type { Attribution } from "../schema/index.ts";
import type { Draft } from "./draft.ts";
import type { Calibration, Logistic } from "./model.ts";

const ROLES = ["source", "cue", "content"] as const;
const SURELY = 1e-4; // a chance is kept so far from 0 and 1

/** Two decimals: more would be read as precision. */
function applied({ slope, chance: weight, offset }: Logistic, score: number, chance: number): number {
  const p = Math.min(1 - SURELY, Math.max(SURELY, chance));
  const logit = slope * score + weight * Math.log(p / (1 - p)) + offset;
  return Math.round(100 / (1 + Math.exp(-logit))) / 100;
}

/** What a rule made has no chances: each of its roles is as sure as the whole. */
export function confidencesOf(
  { score, chances, source, cue, content }: Draft,
  calibration: Calibration,
): Pick<Attribution, "confidence" | "spanConfidence"> {
  const least = chances ? Math.min(chances.source, chances.cue, chances.content) : 1;
  const confidence = applied(calibration.whole, score, least);
  const spans = { source, cue, content };
  const roles = ROLES.filter((role) => spans[role].length > 0).map((role) => [
    role,
    chances ? applied(calibration[role], score, chances[role]) : confidence,
  ]);
  return { confidence, spanConfidence: Object.fromEntries(roles) };
}
