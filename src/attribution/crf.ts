/** Linear-chain CRF decoding over small label sets: best path, and the probability of each label at each place. */

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
