/** Speakers across articles, for Node: with the package's own word lists. */
import { packageResources } from "./resources.ts";
import type { LinkedSpeaker, Reading } from "./schema/index.ts";
import { createSpeakerLinker, type LinkOptions } from "./speaker/index.ts";

let linker: ReturnType<typeof createSpeakerLinker> | undefined;

/**
 * Tells which speakers of several readings are one. Each member keeps what linked it; those that may be the same and are not surely so stay apart and
 * name each other under `maybe`. `options.decisions` are a person's: they merge and split against every rule.
 */
export function linkSpeakers(readings: readonly Reading[], options: LinkOptions = {}): LinkedSpeaker[] {
  linker ??= createSpeakerLinker(packageResources().lexicon);
  return linker(readings, options);
}

export { assignSpeaker, createCandidates } from "./speaker/index.ts";
