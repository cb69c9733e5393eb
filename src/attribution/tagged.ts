/** One window through the network -> candidate attributions as token ranges. */
import type { Doc } from "../schema/index.ts";
import { bestPath, type RunProbability, runProbabilities, runsOf } from "./crf.ts";
import type { Range, SpanChances } from "./draft.ts";
import type { Features } from "./features.ts";
import { CUE_STRIDE, type Encoded, type Network, ROLE_STRIDE } from "./network.ts";
import type { StateReader } from "./transformer.ts";
import type { Stretch, Window } from "./windows.ts";

/** An attribution in token indexes of the doc. */
export interface Tagged {
  readonly cue: Range;
  readonly source: readonly Range[];
  readonly content: readonly Range[];
  readonly accept: number;
  /** Made when asked for: most proposals are refused. */
  readonly chances: () => SpanChances;
  readonly paragraph: number;
}

const REACH = 128; // as MAX_REACH in training
const NEVER = -10000;

/** Cues that the CRF finds, and further ones that it would find if `bias` were added to the label B, where no cue is found without. */
function cueRuns(network: Network, scores: Float32Array, length: number, bias: number): [number, number][] {
  const plain = bestPath(network.cueCrf, scores, CUE_STRIDE, length);
  for (let i = 1; i < scores.length; i += CUE_STRIDE) scores[i]! += bias;
  const eager = bestPath(network.cueCrf, scores, CUE_STRIDE, length);
  const free = ([s, e]: [number, number]): boolean => plain.subarray(s, e).every((label) => label === 0);
  return [...runsOf(plain, 1, 2), ...runsOf(eager, 1, 2).filter(free)].sort((a, b) => a[0] - b[0]);
}

interface Proposal {
  readonly cue: readonly [s: number, e: number];
  readonly chance: () => number;
  readonly stretch: Stretch;
}

/** Cue runs with the stretch that holds them, cut at its end. */
function proposals(network: Network, encoded: Encoded, window: Window, bias: number): Proposal[] {
  const { cueScores } = encoded;
  const plain = cueScores.slice();
  let chanceOf: RunProbability | undefined;
  const chance = (run: readonly [number, number]): number => {
    chanceOf ??= runProbabilities(network.cueCrf, plain, CUE_STRIDE, window.length);
    return chanceOf(run, 1, 2);
  };
  const runs = cueRuns(network, cueScores, window.length, bias);
  const out: Proposal[] = [];
  let k = 0;
  for (const [s, e] of runs) {
    while (k < window.stretches.length - 1 && window.stretches[k]!.end <= s) k++;
    const stretch = window.stretches[k]!;
    if (s < stretch.start || s >= stretch.end) continue;
    out.push({ cue: [s, Math.min(e, stretch.end)], chance: () => chance([s, e]), stretch });
  }
  return out;
}

/** The least of the runs' probabilities. */
function leastOf(chanceOf: RunProbability, runs: readonly [number, number][], begin: number, inside: number): number {
  return Math.min(1, ...runs.map((run) => chanceOf(run, begin, inside)));
}

function tag(network: Network, encoded: Encoded, { cue: [s, e], chance, stretch }: Proposal): Tagged {
  const a = Math.max(stretch.start, s - REACH);
  const b = Math.min(stretch.end, e + REACH);
  const { scores, accept } = encoded.roles(s, e, a, b);
  for (let i = s - a; i < e - a; i++) scores.fill(NEVER, i * ROLE_STRIDE + 1, i * ROLE_STRIDE + 5);
  const path = bestPath(network.roleCrf, scores, ROLE_STRIDE, b - a);
  const source = runsOf(path, 1, 2);
  const content = runsOf(path, 3, 4);
  const chances = (): SpanChances => {
    const chanceOf = runProbabilities(network.roleCrf, scores, ROLE_STRIDE, b - a);
    return { source: leastOf(chanceOf, source, 1, 2), cue: chance(), content: leastOf(chanceOf, content, 3, 4) };
  };
  const shift = stretch.firstToken - stretch.start;
  const back = ([x, y]: [number, number]): Range => [x + a + shift, y + a + shift];
  return {
    cue: [s + shift, e + shift],
    source: source.map(back),
    content: content.map(back),
    accept,
    chances,
    paragraph: stretch.paragraph,
  };
}

/** Runs the network over windows of a doc, in their order. */
export type Tagger = (doc: Doc, features: Features, windows: Iterable<Window>) => Promise<Tagged[]>;

/** Windows that a transformer reads at one time. */
const BATCH = 16;

/** `readStates`: what reads the windows for a network that was made for a transformer's states. */
export function createTagger(network: Network, bias: number, readStates: StateReader | undefined): Tagger {
  return async (doc, features, windows) => {
    const found: Tagged[] = [];
    const tag = (window: Window, states?: Float32Array): void => {
      found.push(...tagWindow(network, window, features, doc.tokens.pos, bias, states));
    };
    if (readStates) {
      for (const batch of inBatches(windows, BATCH)) {
        const states = await readStates(doc, batch);
        batch.forEach((window, i) => {
          tag(window, states[i]);
        });
      }
    } else for (const window of windows) tag(window);
    return found;
  };
}

function* inBatches<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** All proposed attributions of a window, in order of their cues, each with its accept score. `states`: a transformer's, if the network was made for them. */
function tagWindow(
  network: Network,
  window: Window,
  features: Features,
  pos: Uint8Array,
  bias: number,
  states?: Float32Array,
): Tagged[] {
  const encoded = network.encode(window, features, pos, states);
  return proposals(network, encoded, window, bias).map((proposal) => tag(network, encoded, proposal));
}
