/** The speaker room: who said it, to whom, where, through whom, and how openly. */
export { assignSpeaker, createCandidates, createSpeakerLinker, LINK_RULES, type LinkOptions } from "./across/index.ts";
export { createSpeakerStage, type SpeakerStage } from "./stage.ts";
