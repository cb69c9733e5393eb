/** Gold and predicted articles: one JSON object a line, read and checked as far as scoring needs it. */
import { OnrecordError } from "../schema/index.ts";
import type { NamedSpeaker } from "./names.ts";
import type { Offsets } from "./text.ts";

/** One attribution as gold files write it. Fields beyond the spans are layers: scored where both sides have them. */
export interface GoldAttribution {
  readonly source?: readonly Offsets[] | null;
  readonly cue?: readonly Offsets[] | null;
  readonly content?: readonly Offsets[] | null;
  readonly speaker?: NamedSpeaker | null;
  readonly [layer: string]: unknown;
}

/** One article as gold files write it. */
export interface GoldRecord {
  readonly id: string;
  readonly text?: string;
  readonly attributions?: readonly GoldAttribution[];
  /** Predictions that lie wholly in these spans are ignored. */
  readonly discard?: readonly Offsets[];
  readonly [field: string]: unknown;
}

/** Articles by id, in order of the file. */
export type GoldFile = ReadonlyMap<string, GoldRecord>;

function parsed(line: string, where: string): GoldRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new OnrecordError("bad-json", `${where} is not JSON: ${(cause as Error).message}`, {
      hint: "The file needs one JSON object a line (JSONL).",
      cause,
    });
  }
  if (typeof value !== "object" || value === null || !("id" in value)) {
    throw new OnrecordError("bad-record", `${where} has no "id"`, {
      hint: 'Each line is one article: {"id": …, "text": …, "attributions": […]}.',
    });
  }
  return value as GoldRecord;
}

/** Read a gold or prediction file's text. `name` is used in error messages. */
export function parseGold(jsonl: string, name: string): GoldFile {
  const out = new Map<string, GoldRecord>();
  for (const [i, line] of jsonl.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === "") continue;
    const record = parsed(line, `${name}, line ${i + 1},`);
    if (out.has(record.id)) throw new OnrecordError("bad-record", `${name}: article ${record.id} occurs twice`);
    out.set(record.id, record);
  }
  return out;
}
