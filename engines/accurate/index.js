/** The accurate engine's weights, and ONNX Runtime to run them: what `createPipeline` of onrecord takes as its second argument. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Tokenizer } from "@huggingface/tokenizers";
import { InferenceSession, Tensor } from "onnxruntime-node";

const read = (name) => readFileSync(new URL(name, import.meta.url));
const SIZE = 384;

/** Pieces of one token at most, as in training/attribution/transformer.py. */
const MOST = 8;
const CACHED = 20_000;

/** Padding costs as much as text: chunks of like length go together, at most so many pieces with their padding. */
const PIECES_AT_ONCE = 2048;

/**
 * @param {{ threads?: number }} [options] threads: how many ONNX Runtime uses; default 1
 * @returns {Promise<{ model: Uint8Array, transformer: { size: number, cls: number, separator: number, piecesOf(token: string): number[], encode(chunks: number[][]): Promise<Float32Array[]> } }>}
 */
export async function loadEngine({ threads = 1 } = {}) {
  const session = await InferenceSession.create(fileURLToPath(new URL("model.onnx", import.meta.url)), {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: "all",
    extra: { session: { disable_quant_qdq: "1" } }, // so that the stored bytes become floats once, at loading
  });
  const encode = async (chunks) => {
    const states = new Array(chunks.length);
    for (const group of grouped(chunks)) {
      const length = Math.max(...group.map((i) => chunks[i].length));
      const ids = new BigInt64Array(group.length * length);
      group.forEach((i, row) => {
        chunks[i].forEach((id, at) => {
          ids[row * length + at] = BigInt(id);
        });
      });
      const { states: out } = await session.run({ pieces: new Tensor("int64", ids, [group.length, length]) });
      group.forEach((i, row) => {
        const from = row * length * SIZE;
        states[i] = out.data.slice(from, from + chunks[i].length * SIZE);
      });
    }
    return states;
  };
  return { model: read("heads.bin"), transformer: { size: SIZE, ...createPieces(), encode } };
}

/** Tokens -> ids of WordPiece pieces; a token without any is unknown. */
function createPieces() {
  const [vocabulary, config] = ["tokenizer.json", "tokenizer_config.json"].map((name) => JSON.parse(read(name)));
  const tokenizer = new Tokenizer(vocabulary, config);
  const [cls, separator, unknown] = ["[CLS]", "[SEP]", "[UNK]"].map((token) => tokenizer.token_to_id(token));
  const cache = new Map();
  const piecesOf = (token) => {
    let found = cache.get(token);
    if (!found) {
      const { ids } = tokenizer.encode(token, { add_special_tokens: false });
      found = ids.length > 0 ? ids.slice(0, MOST) : [unknown];
      if (cache.size >= CACHED) cache.clear();
      cache.set(token, found);
    }
    return found;
  };
  return { cls, separator, piecesOf };
}

/** Indexes of the chunks in groups. */
function grouped(chunks) {
  const order = chunks.map((_, i) => i).sort((a, b) => chunks[a].length - chunks[b].length);
  const groups = [];
  let group = [];
  for (const i of order) {
    if (group.length > 0 && (group.length + 1) * chunks[i].length > PIECES_AT_ONCE) {
      groups.push(group);
      group = [];
    }
    group.push(i);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}
