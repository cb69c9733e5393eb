/** The attribution room: Doc -> attributions (source, cue, content; direct, indirect, mixed; speech or attitude). */

export { type AttributionResources, type Attributor, createAttributor } from "./attribute.ts";
export type { Transformer } from "./transformer.ts";
