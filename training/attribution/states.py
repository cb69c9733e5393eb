"""The accurate engine's states of every token, for the default engine to learn from (train.py --teacher).

    python states.py CHECKPOINT BERT_FOLDER TOKENS.jsonl.gz[,…] TEXTS[,…] OUT.npz

Writes one array a article: tokens x state, half precision.
"""
import gzip
import json
import sys

import numpy as np
import torch
from tokenizers import BertWordPieceTokenizer

from data import Vocabulary, read, windows
from decode import pad
from transformer import AccurateNet, load_bert, pieces_of


@torch.no_grad()
def main():
    checkpoint, bert, tokens, texts, out = sys.argv[1:6]
    torch.set_num_threads(2)
    ck = torch.load(checkpoint, weights_only=False)
    articles = [a for path in tokens.split(",") for a in read(path)]
    text = {}
    for path in texts.split(","):
        with (gzip.open if path.endswith(".gz") else open)(path, "rt") as f:
            text.update((d["id"], d["text"]) for d in map(json.loads, f))
    tokenizer = BertWordPieceTokenizer(f"{bert}/vocab.txt", lowercase=True)
    net = AccurateNet(load_bert(f"{bert}/model.safetensors"), {a.id: pieces_of(a, text[a.id], tokenizer) for a in articles},
                      ck["options"]["hidden"], ck["options"]["hidden2"])
    net.load_state_dict(ck["net"], strict=False)
    net.eval()
    vocab = Vocabulary(ck["words"], ck["frequent"], ck["suffixes"])
    states = {a.id: np.zeros((len(a.start), 2 * ck["options"]["hidden"]), np.float16) for a in articles}
    todo = sorted((w for a in articles for w in windows(a, vocab.ids(a), 200)), key=lambda w: len(w[1]))
    for i in range(0, len(todo), 16):
        batch = todo[i : i + 16]
        ids, lengths = pad([w[1] for w in batch])
        _, h = net.encode(batch, ids, lengths)
        for row, w in enumerate(batch):
            at = [k for k, t in enumerate(w[2]) if t >= 0]
            states[w[0].id][[w[2][k] for k in at]] = h[row, at].numpy()
        if i % 1600 == 0:
            print(f"{i} of {len(todo)} windows", flush=True)
    np.savez(out, **states)


if __name__ == "__main__":
    main()
