/** One window through the network -> candidate attributions as token ranges. */
import { bestPath, runsOf } from "./crf.ts";
import type { Range } from "./draft.ts";
import type { Features } from "./features.ts";
import { CUE_STRIDE, type Encoded, type Network, ROLE_STRIDE } from "./network.ts";
import type { Stretch, Window } from "./windows.ts";

/** An attribution in token indexes of the doc. */
export interface Tagged {
  readonly cue: Range;
  readonly source: readonly Range[];
  readonly content: readonly Range[];
  readonly accept: number;
  readonly paragraph: number;
}

const REACH = 128; // as MAX_REACH in training
const NEVER = -10000;

/** Cue runs, cut at the ends of stretches. */
function proposals(network: Network, encoded: Encoded, window: Window, bias: number): [number, number, Stretch][] {
  const scores = encoded.cueScores;
  for (let i = 0; i < scores.length; i += CUE_STRIDE) scores[i]! -= bias;
  const runs = runsOf(bestPath(network.cueCrf, scores, CUE_STRIDE, window.length), 1, 2);
  const out: [number, number, Stretch][] = [];
  let k = 0;
  for (const [s, e] of runs) {
    while (k < window.stretches.length - 1 && window.stretches[k]!.end <= s) k++;
    const stretch = window.stretches[k]!;
    if (s >= stretch.start && s < stretch.end) out.push([s, Math.min(e, stretch.end), stretch]);
  }
  return out;
}

function tag(network: Network, encoded: Encoded, s: number, e: number, stretch: Stretch): Tagged {
  const a = Math.max(stretch.start, s - REACH);
  const b = Math.min(stretch.end, e + REACH);
  const { scores, accept } = encoded.roles(s, e, a, b);
  for (let i = s - a; i < e - a; i++) scores.fill(NEVER, i * ROLE_STRIDE + 1, i * ROLE_STRIDE + 5);
  const path = bestPath(network.roleCrf, scores, ROLE_STRIDE, b - a);
  const shift = stretch.firstToken - stretch.start;
  const back = ([x, y]: [number, number]): Range => [x + a + shift, y + a + shift];
  return {
    cue: [s + shift, e + shift],
    source: runsOf(path, 1, 2).map(back),
    content: runsOf(path, 3, 4).map(back),
    accept,
    paragraph: stretch.paragraph,
  };
}

/** All proposed attributions of a window, in order of their cues, each with its accept score. */
export function tagWindow(
  network: Network,
  window: Window,
  features: Features,
  pos: Uint8Array,
  bias: number,
): Tagged[] {
  const encoded = network.encode(window, features, pos);
  return proposals(network, encoded, window, bias).map(([s, e, stretch]) => tag(network, encoded, s, e, stretch));
}
