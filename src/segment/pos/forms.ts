/** Word forms seen so far, each with its scores per slot, so that a form's features are looked up once. */
import { featuresOf, SLOT_COUNT } from "./features.ts";
import { type PosModel, TAG_COUNT, weightsAt } from "./model.ts";

const CAPACITY = 1 << 15;
const TABLE = CAPACITY * 2;

/** `idOf` gives the row of a token's form; rows stay valid until `full()` says that the next `clear` is due. */
export interface Forms {
  idOf(text: string, start: number, end: number): number;
  /** No room for another `needed` forms? */
  full(needed: number): boolean;
  clear(): void;
  /** Scores of form `id` in slot `s` begin at (id * SLOT_COUNT + s) * TAG_COUNT. Form 0 stands for "outside the sentence". */
  readonly scores: Int16Array;
  readonly word: Uint32Array;
  readonly ending: Uint32Array;
}

/** An empty store over one model. */
export function createForms(model: PosModel): Forms {
  const scores = new Int16Array(CAPACITY * SLOT_COUNT * TAG_COUNT);
  const word = new Uint32Array(CAPACITY);
  const ending = new Uint32Array(CAPACITY);
  const first = new Uint32Array(TABLE);
  const second = new Uint32Array(TABLE);
  const ids = new Uint16Array(TABLE);
  let count = 0;

  function add(form: string): number {
    const features = featuresOf(form);
    const id = count++;
    word[id] = features.word;
    ending[id] = features.ending;
    features.slots.forEach((hashes, slot) => {
      const at = (id * SLOT_COUNT + slot) * TAG_COUNT;
      scores.fill(0, at, at + TAG_COUNT);
      for (const hash of hashes) addWeights(scores, at, model, weightsAt(model, hash));
    });
    return id;
  }

  function clear(): void {
    ids.fill(0);
    count = 0;
    add("");
    word[0] = 0;
    ending[0] = 0;
  }

  /** Two hashes of 32 bits stand for the form, so that no string is kept (a slice would hold its whole text in memory). */
  function idOf(text: string, start: number, end: number): number {
    let a = 0x811c9dc5;
    let b = end - start;
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b + unit, 0x85ebca6b) ^ (b >>> 13);
    }
    a >>>= 0;
    b >>>= 0;
    let slot = (a ^ (b >>> 7)) & (TABLE - 1);
    for (let id = ids[slot]!; id !== 0; id = ids[(slot = (slot + 1) & (TABLE - 1))]!)
      if (first[slot] === a && second[slot] === b) return id;
    first[slot] = a;
    second[slot] = b;
    return (ids[slot] = add(text.slice(start, end)));
  }

  clear();
  return { idOf, full: (needed) => count + needed > CAPACITY, clear, scores, word, ending };
}

function addWeights(scores: Int16Array, at: number, { weights }: PosModel, from: number): void {
  if (from >= 0) for (let tag = 0; tag < TAG_COUNT; tag++) scores[at + tag]! += weights[from + tag]!;
}
