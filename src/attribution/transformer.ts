/** Windows of a doc -> one state a position, by a transformer that is given from outside (in Node: ONNX Runtime). */
import type { Doc } from "../schema/index.ts";
import { tokensOf, type Window } from "./windows.ts";

/** What runs the transformer, and cuts tokens into its pieces. */
export interface Transformer {
  /** Numbers in a state. */
  readonly size: number;
  /** Ids of the pieces that open a chunk and that stand between paragraphs. */
  readonly cls: number;
  readonly separator: number;
  /** Piece ids of a token, one at least. */
  piecesOf(token: string): readonly number[];
  /** Piece ids of each chunk -> its states, `size` numbers a piece, one after the other. */
  encode(chunks: readonly (readonly number[])[]): Promise<readonly Float32Array[]>;
}

/** Reads the windows' states: for each window `size` numbers a position, the state of its first piece. */
export type StateReader = (doc: Doc, windows: readonly Window[]) => Promise<Float32Array[]>;

const CHUNK = 500; // as PIECES in training/attribution/transformer.py

/** Piece ids of a window in chunks; for each position its chunk and the place of its first piece there. */
interface Chunked {
  readonly chunks: number[][];
  readonly chunk: Uint32Array;
  readonly place: Uint32Array;
}

export function createStateReader(transformer: Transformer): StateReader {
  const { size } = transformer;
  return async (doc, windows) => {
    const chunked = windows.map((window) => chunksOf(doc, window, transformer));
    const states = await transformer.encode(chunked.flatMap(({ chunks }) => chunks));
    let first = 0;
    return chunked.map(({ chunks, chunk, place }) => {
      const out = new Float32Array(chunk.length * size);
      chunk.forEach((k, i) => {
        const at = place[i]! * size;
        out.set(states[first + k]!.subarray(at, at + size), i * size);
      });
      first += chunks.length;
      return out;
    });
  };
}

function chunksOf(doc: Doc, window: Window, { cls, separator, piecesOf }: Transformer): Chunked {
  const { start, end } = doc.tokens;
  const chunks = [[cls]];
  const chunk = new Uint32Array(window.length);
  const place = new Uint32Array(window.length);
  const add = (position: number, own: readonly number[]): void => {
    if (chunks.at(-1)!.length + own.length > CHUNK) chunks.push([cls]);
    const last = chunks.at(-1)!;
    chunk[position] = chunks.length - 1;
    place[position] = last.length;
    last.push(...own);
  };
  tokensOf(window).forEach((token, i) => {
    add(i, token < 0 ? [separator] : piecesOf(doc.text.slice(start[token], end[token])));
  });
  return { chunks, chunk, place };
}
