"""States of the accurate network's BiLSTM for articles, one row a token: what train.py --hints teaches the default network.

    python states.py CHECKPOINT --data DIR --bert FOLDER --texts TEXTS --out states.npz [--part 0.5] [--more TOKENS]

Reads DIR/train.jsonl.gz (the first `part` of its articles) and --more; writes {article id: float16 tokens x 192}, compressed.
"""
import argparse

import numpy as np
import torch

from data import Vocabulary, read, windows
from decode import pad
from train import all_pieces
from transformer import AccurateNet, load_bert

BATCH = 16


@torch.no_grad()
def states_of(net, article, rows):
    todo = windows(article, rows, 200)
    out = None
    for i in range(0, len(todo), BATCH):
        batch = todo[i : i + BATCH]
        ids, lengths = pad([w[1] for w in batch])
        _, h = net.encode(batch, ids, lengths)
        if out is None:
            out = np.zeros((len(article.start), h.shape[2]), np.float16)
        for row, w in enumerate(batch):
            for at, token in enumerate(w[2]):
                if token >= 0:
                    out[token] = h[row, at].numpy()
    return out


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("checkpoint")
    ap.add_argument("--data", required=True)
    ap.add_argument("--bert", required=True)
    ap.add_argument("--texts", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--more")
    ap.add_argument("--part", type=float, default=1.0)
    opt = ap.parse_args()
    ck = torch.load(opt.checkpoint, weights_only=False)
    train = list(read(f"{opt.data}/train.jsonl.gz"))
    articles = train[: round(len(train) * opt.part)] + (list(read(opt.more)) if opt.more else [])
    vocab = Vocabulary(ck["words"], ck["frequent"], ck["suffixes"])
    net = AccurateNet(load_bert(f"{opt.bert}/model.safetensors"), all_pieces(opt, articles), ck["options"]["hidden"], ck["options"]["hidden2"])
    net.load_state_dict(ck["net"], strict=False)
    net.eval()
    found = {}
    for i, article in enumerate(articles):
        found[article.id] = states_of(net, article, vocab.ids(article))
        if i % 50 == 0:
            print(f"{i} of {len(articles)} articles", flush=True)
    np.savez_compressed(opt.out, **found)


if __name__ == "__main__":
    main()
