/** The attribution room: Doc -> attributions (source, cue, content; direct, indirect, mixed; speech or attitude). */

export { type ActOf, createActOf } from "./act.ts";
export { type AttributionResources, type Attributor, createAttributor, createDrafter } from "./attribute.ts";
export type { Draft } from "./draft.ts";
export type { Calibration, Logistic } from "./model.ts";
export type { Transformer } from "./transformer.ts";
