/**
 * WordPiece as BERT's uncased models do it (Devlin et al. 2019): a token of ours -> ids of a fixed vocabulary. Lower case, accents taken off, marks
 * stand alone, then the longest pieces that the vocabulary knows, from left to right.
 */

export interface WordPiece {
  readonly cls: number;
  readonly separator: number;
  /** At least one id, at most MOST. */
  pieces(token: string): readonly number[];
}

const MOST = 8; // as in training/attribution/transformer.py
const LONGEST_WORD = 100; // a longer run of letters is unknown, as in BERT's tokenizer
const NOTHING = /[\u0000\ufffd\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const ALONE = /[\p{P}$+<=>^`|~]|[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/u;
const CACHED = 20_000;

/** @param vocabulary vocab.txt: one piece a line, its id the number of the line from 0 on */
export function createWordPiece(vocabulary: string): WordPiece {
  const ids = new Map(vocabulary.split("\n").map((piece, id): [string, number] => [piece.trimEnd(), id]));
  const unknown = ids.get("[UNK]") ?? 0;
  const cache = new Map<string, readonly number[]>();
  return {
    cls: ids.get("[CLS]") ?? unknown,
    separator: ids.get("[SEP]") ?? unknown,
    pieces(token) {
      let found = cache.get(token);
      if (!found) {
        const made = wordsOf(token).flatMap((word) => split(word, ids) ?? [unknown]);
        found = made.length > 0 ? made.slice(0, MOST) : [unknown];
        if (cache.size >= CACHED) cache.clear();
        cache.set(token, found);
      }
      return found;
    },
  };
}

/** A token without accents, cut before and after each mark. */
function wordsOf(token: string): string[] {
  const words: string[] = [];
  let word = "";
  for (const letter of token
    .replace(NOTHING, "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")) {
    if (/\s/.test(letter) || ALONE.test(letter)) {
      if (word) words.push(word);
      word = "";
      if (!/\s/.test(letter)) words.push(letter);
    } else word += letter;
  }
  if (word) words.push(word);
  return words;
}

function split(word: string, ids: ReadonlyMap<string, number>): number[] | undefined {
  const letters = [...word];
  if (letters.length > LONGEST_WORD) return undefined;
  const found: number[] = [];
  for (let start = 0; start < letters.length; ) {
    let end = letters.length;
    let id: number | undefined;
    for (; end > start; end--) {
      id = ids.get((start > 0 ? "##" : "") + letters.slice(start, end).join(""));
      if (id !== undefined) break;
    }
    if (id === undefined) return undefined;
    found.push(id);
    start = end;
  }
  return found;
}
