/**
 * Case notation. A text with marked spans, then "=>", then what is expected:
 *   {c1:“It moved,”} {s1:Ada Quill} {k1:said}. => 1=Ada Quill
 * s source, k cue, c content; several numbers share a span ({s1,2:Quill}); "1<2" after the number of a content nests 1 in 2.
 * Expected: n=Name, n=? (nobody), n~A/B (candidates), n.to= n.via= n.at= n.level= n.type=; "-" means absent. "¶" is a paragraph break.
 */
import { packageResources } from "../../src/resources.ts";
import type { ArticleMeta, Attribution, Parties, Span, SpeakerReading } from "../../src/schema/index.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";
import { createSpeakerStage } from "../../src/speaker/index.ts";

const { lexicon, model } = packageResources();
export const segment = createSegmenter(lexicon, model("pos.bin"));
export const stage = createSpeakerStage(lexicon);

export interface Marked {
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

type Draft = { source: Span[]; cue: Span[]; content: Span[]; parent?: string; form?: Attribution["form"] };
const ROLE = { s: "source", k: "cue", c: "content" } as const;

/** Takes the marks out and gives the spans. */
export function readMarks(marked: string): Marked {
  const drafts = new Map<string, Draft>();
  const draftOf = (id: string): Draft => {
    if (!drafts.has(id)) drafts.set(id, { source: [], cue: [], content: [] });
    return drafts.get(id)!;
  };
  let text = "";
  const open: { role: keyof typeof ROLE; ids: string[]; start: number }[] = [];
  for (let i = 0; i < marked.length; i++) {
    const head = /^\{([skc])([\d,<t]+):/.exec(marked.slice(i, i + 20));
    if (head) {
      open.push({ role: head[1] as keyof typeof ROLE, ids: head[2]!.split(","), start: text.length });
      i += head[0].length - 1;
    } else if (marked[i] === "}" && open.length > 0) {
      const { role, ids, start } = open.pop()!;
      for (const mark of ids) {
        const [id, parent] = mark.replace("t", "").split("<");
        const draft = draftOf(id!);
        draft[ROLE[role]].push({ start, end: text.length });
        if (parent) draft.parent = parent;
        if (mark.includes("t")) draft.form = "transcript";
      }
    } else text += marked[i] === "¶" ? "\n\n" : marked[i];
  }
  return { text, attributions: [...drafts].map(([id, draft]) => toAttribution(text, id, draft)) };
}

function toAttribution(text: string, id: string, draft: Draft): Attribution {
  const words = draft.content.map((span) => text.slice(span.start, span.end));
  const direct = draft.form === "transcript" || words.every((one) => /^[“‘"'].*$/su.test(one));
  const mixed = words.some((one) => /[“‘"]/.test(one));
  return {
    id,
    ...draft,
    kind: direct ? "direct" : mixed ? "mixed" : "indirect",
    act: "speech",
    confidence: 1,
    decisions: [],
  };
}

export function read(marked: Marked, meta: ArticleMeta = {}): SpeakerReading {
  return stage(segment(marked.text, plainBlocks(marked.text)), marked.attributions, meta);
}

/** What was found, in the notation of the expectation. */
export function found(parties: Parties | undefined, field: string): string {
  switch (field) {
    case "to":
      return parties?.addressee?.name ?? "-";
    case "via":
      return parties?.via?.name ?? "-";
    case "at":
      return parties?.where?.name ?? "-";
    case "level":
      return parties?.level ?? "-";
    case "type":
      return parties?.speaker?.type ?? "-";
    case "~":
      return (parties?.speaker?.candidates ?? []).map((one) => one.name).join("/");
    default:
      return parties?.speaker?.name ?? "?";
  }
}

/** Runs one case; gives what was expected and what came. */
export function runCase(line: string, meta: ArticleMeta = {}): { expected: string; actual: string } {
  const [marked = "", wanted = ""] = line.split(" => ");
  const { parties } = read(readMarks(marked), meta);
  const actual = wanted
    .split("; ")
    .map((one) => {
      const [, id, field, sign] = /^(\d+)(?:\.(\w+))?(=|~)/.exec(one)!;
      return `${id}${field ? `.${field}` : ""}${sign}${found(parties.get(id!), field ?? (sign === "~" ? "~" : ""))}`;
    })
    .join("; ");
  return { expected: wanted, actual };
}
