/** Doc -> attributions: the network proposes, the layout rules complete, spans and kinds are written down. */
import type { Attribution, Decision, Doc, Lexicon, Span } from "../schema/index.ts";
import { READ_KINDS } from "../schema/index.ts";
import { createActOf } from "./act.ts";
import { confidencesOf } from "./confidence.ts";
import { type Draft, firstToken, type Range } from "./draft.ts";
import { type Features, featuresOf } from "./features.ts";
import { introduces } from "./layout/below.ts";
import { parseModel } from "./model.ts";
import { findNested, NESTED } from "./nested.ts";
import { createNetwork } from "./network.ts";
import { kindOf } from "./quoted.ts";
import { LAYOUT_RULES } from "./rules.ts";
import { createTagger, type Tagged } from "./tagged.ts";
import { createStateReader, type Transformer } from "./transformer.ts";
import { windowsOf } from "./windows.ts";

/** Finds the attributions of a doc, in order of the text. */
export type Attributor = (doc: Doc) => Promise<Attribution[]>;

/** What the attribution stage is made from. */
export interface AttributionResources {
  readonly lexicon: Lexicon;
  /** models/attribution.bin */
  readonly model: Uint8Array;
  /** models/kernel.wasm */
  readonly kernel: Uint8Array;
  /** What reads the text for the model, if it was made for a transformer's states. */
  readonly transformer?: Transformer;
}

function draftOf(tagged: Tagged, model: string): Draft {
  const { source, cue, content, accept, chances } = tagged;
  return { source, cue: [cue], content, score: accept, chances: chances(), by: [model] };
}

function spansOf(doc: Doc, ranges: readonly Range[]): Span[] {
  return ranges.map(([first, end]) => ({ start: doc.tokens.start[first]!, end: doc.tokens.end[end - 1]! }));
}

const REASONS = new Map([...LAYOUT_RULES, NESTED].map(({ name, why }) => [name, why]));

function decisionsOf(draft: Draft): Decision[] {
  return draft.by.map((by) => {
    const why = REASONS.get(by);
    return why ? { field: "spans", by, why } : { field: "spans", by };
  });
}

/** The least score of a cue that waits for the words in the next paragraph: the network, which does not see them there, thinks little of it. */
const LEAST_WAITING = -4;

function waits(doc: Doc, { accept, source, cue, content, paragraph }: Tagged): boolean {
  return accept >= LEAST_WAITING && source.length > 0 && introduces(doc, doc.paragraphs[paragraph]!, cue, content);
}

/** Forms whose words are quoted without quotation marks. */
const WORD_FOR_WORD: ReadonlySet<Draft["form"]> = new Set(["transcript", "block", "post"] as const);

/** Finds the drafts of a doc, in order of the text. */
export type Drafter = (doc: Doc) => Promise<Draft[]>;

/** The network, the layout rules and the second reading of contents. */
export function createDrafter({ lexicon, model: file, kernel, transformer }: AttributionResources): Drafter {
  const model = parseModel(file);
  const network = createNetwork(model, kernel);
  const actOf = createActOf(lexicon);
  const cueWords = new Set(lexicon.rows("cue-words").map(([word]) => word!));
  const { window, cueBias, threshold, name } = model.head;
  const tag = createTagger(network, cueBias, transformer && createStateReader(transformer));

  const tagDoc = async (doc: Doc, features: Features): Promise<Draft[]> => {
    const windows = windowsOf(doc, window, (p) => READ_KINDS.has(doc.paragraphs[p]!.kind));
    const found = await tag(doc, features, windows);
    return found
      .filter((one) => (one.accept >= threshold && one.source.length + one.content.length > 0) || waits(doc, one))
      .map((one) => draftOf(one, name));
  };

  return async (doc) => {
    const features = featuresOf(doc);
    const outer = LAYOUT_RULES.reduce((now, { rule }) => rule(doc, now), await tagDoc(doc, features)).filter(
      (draft) => draft.content.length > 0,
    );
    const inner = await findNested(doc, features, outer, { tag, window, name, actOf, cueWords });
    return [...outer, ...inner]
      .map((draft) => ({ draft, at: firstToken(draft) }))
      .sort((a, b) => a.at - b.at)
      .map(({ draft }) => draft);
  };
}

/**
 * Reads the weights once; the attributor it returns can be used for any number of docs.
 * @throws OnrecordError (model) if the weights or the kernel cannot be used.
 */
export function createAttributor(resources: AttributionResources): Attributor {
  const draftsOf = createDrafter(resources);
  const actOf = createActOf(resources.lexicon);
  const { calibration } = parseModel(resources.model).head;

  const attributionOf = (doc: Doc, draft: Draft, ids: ReadonlyMap<Draft, string>): Attribution => {
    const content = spansOf(doc, draft.content);
    const cue = spansOf(doc, draft.cue);
    const kind = WORD_FOR_WORD.has(draft.form) ? "direct" : kindOf(doc, content);
    const act = actOf(doc, cue, kind);
    const parent = draft.parent && ids.get(draft.parent);
    return {
      id: ids.get(draft)!,
      source: spansOf(doc, draft.source),
      cue,
      content,
      kind,
      ...(draft.form ? { form: draft.form } : {}),
      act,
      ...(parent ? { parent } : {}),
      ...confidencesOf(draft, calibration),
      decisions: [
        ...decisionsOf(draft),
        { field: "kind", by: "attribution/quoted-share", why: "how much of the content is in quotation marks" },
        { field: "act", by: "attribution/cue-words" },
      ],
    };
  };

  return async (doc) => {
    const drafts = await draftsOf(doc);
    const ids = new Map(drafts.map((draft, i) => [draft, `a${i + 1}`]));
    return drafts.map((draft) => attributionOf(doc, draft, ids));
  };
}
