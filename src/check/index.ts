/** The check room: a draft's quotations and the sources' readings in, a verdict for each out. */
export type { Change } from "./changes.ts";
export type { Evidence } from "./evidence.ts";
export { CHANGES, type ChangeClass } from "./meaning.ts";
export { type CheckSource, indexUnits, type UnitIndex } from "./units.ts";
export {
  type Checked,
  type CheckOptions,
  type DraftQuotation,
  judgeQuotation,
  VERDICTS,
  type Verdict,
} from "./verdict.ts";
