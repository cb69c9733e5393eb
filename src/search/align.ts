/**
 * The words of a quotation and of a text in, which of them correspond out: an alignment in order, in which the text may have
 * words before, behind and in between (a long gap costs little more than a short one, so that quotations with words left
 * out are found), and each word of the quotation that is not there costs.
 */

/** Indexes of words that correspond, in order. */
export type Pair = readonly [quoted: number, text: number];

const SAME = 30;
const SWAP = -9;
const MISSING = -10;
/** More than one word is worth: a word alone far from the others is chance. */
const GAP = -32;
const GAP_ON = -1;

const DIAGONAL = 0;
const SKIP_QUOTED = 1;
const SKIP_TEXT = 2;
const GAP_BEGINS = 4;

/** Cells of the table. A larger text is cut to the part that has the most of the words. */
const MOST_CELLS = 200_000;

export function align(quoted: readonly string[], text: readonly string[]): Pair[] {
  const most = Math.floor(MOST_CELLS / Math.max(1, quoted.length));
  if (text.length <= most) return aligned(quoted, text);
  const from = densest(quoted, text, most);
  return aligned(quoted, text.slice(from, from + most)).map(([q, t]) => [q, t + from]);
}

/** Where the window of `size` words begins that has the most words of the quotation. */
function densest(quoted: readonly string[], text: readonly string[], size: number): number {
  const wanted = new Set(quoted);
  const narrow = Math.min(size, quoted.length * 2);
  let best = { from: 0, count: -1 };
  for (let i = 0, count = 0; i < text.length; i++) {
    if (wanted.has(text[i]!)) count++;
    if (i >= narrow && wanted.has(text[i - narrow]!)) count--;
    if (count > best.count) best = { from: i - narrow + 1, count };
  }
  return Math.max(0, Math.min(best.from - Math.floor((size - narrow) / 2), text.length - size));
}

function aligned(quoted: readonly string[], text: readonly string[]): Pair[] {
  const width = quoted.length + 1;
  const moves = new Uint8Array((text.length + 1) * width);
  let above = Int32Array.from({ length: width }, (_, j) => j * MISSING);
  const gap = new Int32Array(width).fill(-1e9);
  let end = { at: 0, points: above[quoted.length]! };
  for (let j = 1; j < width; j++) moves[j] = SKIP_QUOTED;
  for (let i = 1; i <= text.length; i++) {
    const row = new Int32Array(width);
    fillRow(quoted, text[i - 1]!, above, row, gap, moves.subarray(i * width, (i + 1) * width));
    if (row[quoted.length]! > end.points) end = { at: i, points: row[quoted.length]! };
    above = row;
  }
  return traced(quoted, text, moves, end.at);
}

function fillRow(
  quoted: readonly string[],
  word: string,
  above: Int32Array,
  row: Int32Array,
  gap: Int32Array,
  moves: Uint8Array,
): void {
  for (let j = 1; j < row.length; j++) {
    const begun = above[j]! + GAP;
    const begins = begun >= gap[j]! + GAP_ON;
    gap[j] = begins ? begun : gap[j]! + GAP_ON;
    const diagonal = above[j - 1]! + (quoted[j - 1] === word ? SAME : SWAP);
    const missing = row[j - 1]! + MISSING;
    const most = Math.max(diagonal, missing, gap[j]!);
    row[j] = most;
    const move = most === diagonal ? DIAGONAL : most === missing ? SKIP_QUOTED : SKIP_TEXT;
    moves[j] = move | (begins ? GAP_BEGINS : 0);
  }
}

function traced(quoted: readonly string[], text: readonly string[], moves: Uint8Array, end: number): Pair[] {
  const width = quoted.length + 1;
  const pairs: Pair[] = [];
  let [i, j] = [end, quoted.length];
  while (j > 0) {
    const move = moves[i * width + j]! & 3;
    if (move === SKIP_QUOTED) j--;
    else if (move === DIAGONAL) {
      i--;
      j--;
      if (quoted[j] === text[i]) pairs.push([j, i]);
    } else {
      while ((moves[i * width + j]! & GAP_BEGINS) === 0) i--;
      i--;
    }
  }
  return pairs.reverse();
}
