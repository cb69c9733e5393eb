/** Ids of a TEI document: xml:id must be a name and unique in the file, so each article of many has a prefix of its own. */
import type { Reading } from "../../schema/index.ts";

export interface TeiNames {
  /** The anchor at an offset, in UTF-16 code units. */
  anchor(offset: number): string;
  statement(n: number): string;
  facts(n: number): string;
  /** The speaker with this id in the reading; undefined if there is none. */
  speaker(id: string | undefined): string | undefined;
}

/** `place`: number of the article in the file, from 0. */
export function namesOf(reading: Reading, place: number): TeiNames {
  const prefix = place === 0 ? "" : `t${place + 1}.`;
  const speakers = new Map(reading.speakers.map(({ id }, i) => [id, `${prefix}speaker${i + 1}`]));
  return {
    anchor: (offset) => `${prefix}at${offset}`,
    statement: (n) => `${prefix}statement${n}`,
    facts: (n) => `${prefix}facts${n}`,
    speaker: (id) => (id === undefined ? undefined : speakers.get(id)),
  };
}
