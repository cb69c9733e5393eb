/** The speaker room: who said it, to whom, where, through whom, and how openly. */
export { createSpeakerStage, type SpeakerStage } from "./stage.ts";
