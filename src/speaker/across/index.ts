/** Speakers across articles: one speaker, many names; merged with evidence, never silently. */
export { assignSpeaker, createCandidates, createSpeakerLinker, type LinkOptions } from "./link.ts";
export { LINK_RULES } from "./rules.ts";
