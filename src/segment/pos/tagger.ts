/** Tokens of a sentence -> a universal part of speech each, from left to right, by an averaged perceptron. */
import type { Sentence } from "../../schema/index.ts";
import { classAt, isWordClass } from "../chars.ts";
import type { TokenColumns } from "../tokens/columns.ts";
import { COMBINED_COUNT, combinedFeatures, SLOT_COUNT, type Surroundings } from "./features.ts";
import { createForms, type Forms } from "./forms.ts";
import { type PosModel, TAG_COUNT, weightsAt } from "./model.ts";

/** Code of the tag before the first token. */
export const OUTSIDE: number = TAG_COUNT;
/** Longer sentences are tagged in pieces, so that the forms of one always fit into the store. */
const PIECE_MAX = 4096;
const OPENS = /["'“‘«„(:[]/;

/** Fills `pos` for the tokens of the sentences. */
export type Tagger = (pos: Uint8Array, text: string, columns: TokenColumns, sentences: readonly Sentence[]) => void;

/** A tagger over one model; it keeps the forms that it has seen, of a bounded number. */
export function createTagger(model: PosModel): Tagger {
  const forms = createForms(model);
  const piece = createPieceTagger(model, forms);
  return (pos, text, columns, sentences) => {
    for (const { firstToken, endToken } of sentences)
      for (let from = firstToken; from < endToken; from += PIECE_MAX)
        piece(pos, text, columns, from, Math.min(endToken, from + PIECE_MAX));
  };
}

/** Is the capital of token `i` no sign of a name? First word of the sentence, or after an opening mark or a colon. */
export function isFirst(text: string, columns: TokenColumns, i: number, from: number, seenWord: boolean): boolean {
  return !seenWord || (i > from && OPENS.test(text[columns.start[i - 1]!]!));
}

function createPieceTagger(model: PosModel, forms: Forms) {
  const { weights } = model;
  const { scores } = forms;
  const ids = new Uint16Array(PIECE_MAX + 2);
  const score = new Int32Array(TAG_COUNT);
  const combined = new Uint32Array(COMBINED_COUNT);
  const around: Surroundings = { previous: 0, word: 0, ending: 0, next: 0, tag1: 0, tag2: 0 };

  function addForm(id: number, slot: number): void {
    const at = (id * SLOT_COUNT + slot) * TAG_COUNT;
    for (let tag = 0; tag < TAG_COUNT; tag++) score[tag]! += scores[at + tag]!;
  }

  function addCombined(): void {
    combinedFeatures(combined, around);
    for (let i = 0; i < COMBINED_COUNT; i++) {
      const row = weightsAt(model, combined[i]!);
      if (row >= 0) for (let tag = 0; tag < TAG_COUNT; tag++) score[tag]! += weights[row + tag]!;
    }
  }

  function best(): number {
    let winner = 0;
    for (let tag = 1; tag < TAG_COUNT; tag++) if (score[tag]! > score[winner]!) winner = tag;
    return winner;
  }

  return (pos: Uint8Array, text: string, columns: TokenColumns, from: number, end: number): void => {
    if (forms.full(end - from)) forms.clear();
    for (let i = from; i < end; i++) ids[i - from] = forms.idOf(text, columns.start[i]!, columns.end[i]!);
    ids[end - from] = ids[end - from + 1] = 0;
    around.tag1 = around.tag2 = OUTSIDE;
    let before = 0;
    let previous = 0;
    let seenWord = false;
    for (let i = from; i < end; i++) {
      const id = ids[i - from]!;
      score.fill(0);
      addForm(id, isFirst(text, columns, i, from, seenWord) ? 1 : 0);
      addForm(previous, 2);
      addForm(before, 3);
      addForm(ids[i - from + 1]!, 4);
      addForm(ids[i - from + 2]!, 5);
      around.previous = forms.word[previous]!;
      around.word = forms.word[id]!;
      around.ending = forms.ending[id]!;
      around.next = forms.word[ids[i - from + 1]!]!;
      addCombined();
      pos[i] = best();
      around.tag2 = around.tag1;
      around.tag1 = pos[i]!;
      before = previous;
      previous = id;
      seenWord ||= isWordClass(classAt(text, columns.start[i]!, columns.end[i]!));
    }
  };
}
