/** Linear-chain CRF decoding over small label sets: the best path, and how probable a run of labels is among all paths. */

export interface Crf {
  readonly labels: number;
  /** transition[a * labels + b]: score of b after a; forbidden pairs are about -10,000. */
  readonly transition: Float32Array;
  readonly begin: Float32Array;
}

/** Best label per place. `scores` holds `steps` rows of `stride` values, of which the first `labels` count. */
export function bestPath(crf: Crf, scores: Float32Array, stride: number, steps: number): Uint8Array {
  const { labels, transition, begin } = crf;
  const back = new Uint8Array(steps * labels);
  let now = new Float32Array(labels);
  let next = new Float32Array(labels);
  for (let b = 0; b < labels; b++) now[b] = scores[b]! + begin[b]!;
  for (let t = 1; t < steps; t++) {
    for (let b = 0; b < labels; b++) {
      let best = now[0]! + transition[b]!;
      let from = 0;
      for (let a = 1; a < labels; a++) {
        const value = now[a]! + transition[a * labels + b]!;
        if (value > best) {
          best = value;
          from = a;
        }
      }
      next[b] = best + scores[t * stride + b]!;
      back[t * labels + b] = from;
    }
    [now, next] = [next, now];
  }
  const path = new Uint8Array(steps);
  let last = 0;
  for (let b = 1; b < labels; b++) if (now[b]! > now[last]!) last = b;
  for (let t = steps - 1; t >= 0; t--) {
    path[t] = last;
    last = back[t * labels + last]!;
  }
  return path;
}

/** Runs of a begin label followed by its inside label, as half-open ranges. */
export function runsOf(path: Uint8Array, begin: number, inside: number): [number, number][] {
  const out: [number, number][] = [];
  let start = -1;
  for (let i = 0; i <= path.length; i++) {
    const label = i < path.length ? path[i] : -1;
    if (start >= 0 && label !== inside) {
      out.push([start, i]);
      start = -1;
    }
    if (label === begin) start = i;
  }
  return out;
}

/** The probability that exactly the places first..end-1 are one run: `begin` first, then `inside`, and no `inside` after it. */
export type RunProbability = (run: readonly [first: number, end: number], begin: number, inside: number) => number;

/**
 * Forward-backward over the same scores as bestPath reads; the sums are made once for all runs that are asked for. Everything is a share of
 * its place's sum, so that no number leaves the range of a double.
 */
export function runProbabilities(crf: Crf, scores: Float32Array, stride: number, steps: number): RunProbability {
  const { labels } = crf;
  const step = Float64Array.from(crf.transition, Math.exp);
  const here = likelihoods(scores, stride, steps, labels);
  const ahead = new Float64Array(steps * labels); // share of the paths up to a place that end in a label
  const behind = new Float64Array(steps * labels).fill(1); // of the paths from behind a place that holds a label
  const sums = new Float64Array(steps);
  for (let t = 0; t < steps; t++) {
    let sum = 0;
    for (let b = 0; b < labels; b++) {
      let before = t === 0 ? Math.exp(crf.begin[b]!) : 0;
      if (t > 0) for (let a = 0; a < labels; a++) before += ahead[(t - 1) * labels + a]! * step[a * labels + b]!;
      sum += ahead[t * labels + b] = before * here[t * labels + b]!;
    }
    sums[t] = Math.max(sum, Number.MIN_VALUE);
    for (let b = 0; b < labels; b++) ahead[t * labels + b]! /= sums[t]!;
  }
  const after = (t: number, a: number, without = -1): number => {
    let sum = 0;
    for (let b = 0; b < labels; b++)
      if (b !== without) sum += step[a * labels + b]! * here[t * labels + b]! * behind[t * labels + b]!;
    return sum / sums[t]!;
  };
  for (let t = steps - 1; t > 0; t--) for (let a = 0; a < labels; a++) behind[(t - 1) * labels + a] = after(t, a);

  return ([start, end], begin, inside) => {
    let share = ahead[start * labels + begin]!;
    for (let t = start + 1; t < end; t++)
      share *= (step[(t === start + 1 ? begin : inside) * labels + inside]! * here[t * labels + inside]!) / sums[t]!;
    if (end < steps) share *= after(end, end - start > 1 ? inside : begin, inside);
    return Math.min(1, share);
  };
}

/** exp of the scores of each place, the greatest made 1. */
function likelihoods(scores: Float32Array, stride: number, steps: number, labels: number): Float64Array {
  const out = new Float64Array(steps * labels);
  for (let t = 0; t < steps; t++) {
    let most = scores[t * stride]!;
    for (let b = 1; b < labels; b++) if (scores[t * stride + b]! > most) most = scores[t * stride + b]!;
    for (let b = 0; b < labels; b++) out[t * labels + b] = Math.exp(scores[t * stride + b]! - most);
  }
  return out;
}
