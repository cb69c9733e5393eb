import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestPath, type Crf, runProbabilities, runsOf } from "../../src/attribution/crf.ts";

/** Score of a path, by definition. */
function scoreOf(crf: Crf, scores: Float32Array, stride: number, path: readonly number[]): number {
  let sum = crf.begin[path[0]!]! + scores[path[0]!]!;
  for (let t = 1; t < path.length; t++) {
    sum += crf.transition[path[t - 1]! * crf.labels + path[t]!]! + scores[t * stride + path[t]!]!;
  }
  return sum;
}

function* allPaths(labels: number, steps: number): Generator<number[]> {
  for (let n = 0; n < labels ** steps; n++) {
    yield Array.from({ length: steps }, (_, t) => Math.floor(n / labels ** t) % labels);
  }
}

const value = fc.float({ min: -8, max: 8, noNaN: true });

describe("bestPath", () => {
  it("finds a path that no other path beats", () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 16, maxLength: 16 }),
        fc.array(value, { minLength: 12, maxLength: 12 }),
        (s, w) => {
          const crf = { labels: 3, transition: Float32Array.from(w.slice(0, 9)), begin: Float32Array.from(w.slice(9)) };
          const scores = Float32Array.from(s);
          const found = scoreOf(crf, scores, 4, [...bestPath(crf, scores, 4, 4)]);
          for (const path of allPaths(3, 4)) expect(found).toBeGreaterThanOrEqual(scoreOf(crf, scores, 4, path) - 1e-3);
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  it("never takes a forbidden transition", () => {
    const transition = Float32Array.from([0, 0, -1e4, 0, 0, 0, 0, 0, 0]);
    const crf = { labels: 3, transition, begin: Float32Array.from([0, 0, -1e4]) };
    const path = bestPath(crf, Float32Array.from([0, 0, 9, 0, 0, 9, 0, 0, 9]), 3, 3);
    expect([...path]).toEqual([1, 2, 2]);
  });
});

describe("runProbabilities", () => {
  const runs = [
    [0, 1],
    [0, 4],
    [1, 3],
    [2, 4],
    [3, 4],
  ] as const;

  it.each(runs)("says how much of all paths' weight holds the run %i to %i", (first, end) => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 16, maxLength: 16 }),
        fc.array(value, { minLength: 12, maxLength: 12 }),
        (s, w) => {
          const crf = { labels: 3, transition: Float32Array.from(w.slice(0, 9)), begin: Float32Array.from(w.slice(9)) };
          const scores = Float32Array.from(s);
          const holds = (path: readonly number[]) =>
            path.slice(first, end).every((label, i) => label === (i === 0 ? 1 : 2)) && path[end] !== 2;
          let [all, with_] = [0, 0];
          for (const path of allPaths(3, 4)) {
            const weight = Math.exp(scoreOf(crf, scores, 4, path));
            all += weight;
            if (holds(path)) with_ += weight;
          }
          const got = runProbabilities(crf, scores, 4, 4)([first, end], 1, 2);
          expect(Math.abs(got - with_ / all)).toBeLessThan(1e-4);
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe("runsOf", () => {
  it.each([
    [
      "B I O B",
      [1, 2, 0, 1],
      [
        [0, 2],
        [3, 4],
      ],
    ],
    [
      "two begins in a row are two runs",
      [1, 1, 2],
      [
        [0, 1],
        [1, 3],
      ],
    ],
    ["an inside label without a begin is no run", [2, 2, 0], []],
    ["nothing", [], []],
  ])("%s", (_, path, runs) => {
    expect(runsOf(Uint8Array.from(path as number[]), 1, 2)).toEqual(runs);
  });
});
