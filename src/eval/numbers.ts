/** Python's rounding and its random numbers, so that printed figures and intervals agree to the digit. */

/**
 * `"%.2f" % x` for x >= 0: a tie goes to the even digit. `toFixed` takes the larger one: 100/32 = 3.125 gives 3.12
 * here, 3.13 there. Exact ties at two decimals are odd multiples of 1/8, nothing else.
 */
export function twoDecimals(x: number): string {
  if (Math.abs((x * 8) % 2) !== 1) return x.toFixed(2);
  const below = Math.floor(x * 100);
  return ((below % 2 === 0 ? below : below + 1) / 100).toFixed(2);
}

/** `round(x, 2)`. */
export function roundTwo(x: number): number {
  return Number(twoDecimals(x));
}

const SIZE = 624;
const SHIFT = 397;

/** Mersenne Twister state after `init_genrand(seed)`. */
function seeded(seed: number): Uint32Array {
  const state = new Uint32Array(SIZE);
  state[0] = seed;
  for (let i = 1; i < SIZE; i++) {
    const previous = state[i - 1]! ^ (state[i - 1]! >>> 30);
    state[i] = Math.imul(1812433253, previous) + i;
  }
  return state;
}

/** `init_by_array([seed])`, which is what `random.Random(seed)` does with a small integer. */
function seededByArray(seed: number): Uint32Array {
  const state = seeded(19650218);
  let i = 1;
  const mixed = (factor: number) => state[i]! ^ Math.imul(state[i - 1]! ^ (state[i - 1]! >>> 30), factor);
  const step = () => {
    i++;
    if (i < SIZE) return;
    state[0] = state[SIZE - 1]!;
    i = 1;
  };
  for (let k = 0; k < SIZE; k++, step()) state[i] = mixed(1664525) + seed;
  for (let k = 0; k < SIZE - 1; k++, step()) state[i] = mixed(1566083941) - i;
  state[0] = 0x80000000;
  return state;
}

function refill(state: Uint32Array): void {
  for (let k = 0; k < SIZE; k++) {
    const y = (state[k]! & 0x80000000) | (state[(k + 1) % SIZE]! & 0x7fffffff);
    state[k] = state[(k + SHIFT) % SIZE]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
  }
}

function tempered(y: number): number {
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return (y ^ (y >>> 18)) >>> 0;
}

/** The function `random.Random(seed).random`: numbers in [0, 1) with 53 bits. */
export function pythonRandom(seed: number): () => number {
  const state = seededByArray(seed);
  let at = SIZE;
  const next = () => {
    if (at === SIZE) {
      refill(state);
      at = 0;
    }
    return tempered(state[at++]!);
  };
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}
