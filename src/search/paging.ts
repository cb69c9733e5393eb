/** Pages of results: how many, and from where on. */
import { OnrecordError } from "../schema/index.ts";

const USUAL = 20;
const MOST = 1000;

/** @throws OnrecordError bad-option */
export function limitOf(limit: number | undefined): number {
  if (limit === undefined) return USUAL;
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new OnrecordError("bad-option", `limit: ${limit} is not a number of results`, { hint: `1 to ${MOST}` });
}

const refuse = (after: string): OnrecordError =>
  new OnrecordError("bad-option", `after: ${JSON.stringify(after)} is not the end of a page of this search`, {
    hint: "expected the `next` of a result that was sorted in the same way",
  });

/** Is it the end of a page of results by relevance? */
export const isOffset = (after: string): boolean => /^\d{1,9}$/.test(after);

/** Results by relevance go on behind a number of hits. */
export function offsetOf(after: string | undefined): number {
  if (after === undefined) return 0;
  if (!isOffset(after)) throw refuse(after);
  return Number(after);
}

/** Results by date go on behind a hit, whatever was added before it since. */
export interface Place {
  readonly date: string;
  readonly id: number;
}

export const placeText = ({ date, id }: Place): string => `${date}_${id}`;

export function placeOf(after: string | undefined): Place | undefined {
  if (after === undefined) return undefined;
  const [, date, id] = /^([^_]{0,60})_(\d{1,15})$/.exec(after) ?? [];
  if (date === undefined || id === undefined) throw refuse(after);
  return { date, id: Number(id) };
}
