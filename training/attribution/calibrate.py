"""Accept scores -> confidence: fits logistic(slope * score + offset) to "whole attribution right, half match" on dev, and prints the
reliability table and the figures by threshold.

    python calibrate.py CHECKPOINT DEV_TOKENS.jsonl.gz GOLD.jsonl FOLDER_OF_SCORE_PY
"""
import json
import sys

import torch

from data import Vocabulary, read
from decode import predict, to_characters
from model import Net


def load(path):
    ck = torch.load(path, weights_only=False)
    state, opt = ck["net"], ck["options"]
    syntax = state["syntax.weight"].shape[0] if "syntax.weight" in state else 0
    net = Net(state["glove"], state["own.weight"].shape[0], state["suffix.weight"].shape[0], opt["hidden"], opt["hidden2"], syntax=syntax)
    net.load_state_dict(state)
    return net, Vocabulary(ck["words"], ck["frequent"], ck["suffixes"])


def rightness(score, gold, articles, found):
    """[(accept score, right?)] of all predictions, and the number of gold attributions."""
    pairs, total = [], 0
    for a in articles:
        record = gold[a.id]
        doc = score.Doc(record["text"])
        golden = score.attributions(doc, record)
        total += len(golden)
        ordered = sorted((x for x in found[a.id] if x[2] or x[3]), key=lambda x: x[1])
        pred = score.attributions(doc, to_characters(a, ordered, -1e9))
        right = {i for i, j in score.align(pred, golden) if all(score.dice(pred[i][r], golden[j][r]) >= 0.5 for r in score.ROLES)}
        pairs += [(x[0], i in right) for i, x in enumerate(ordered)]
    return pairs, total


def fit(pairs):
    x = torch.tensor([p[0] for p in pairs])
    y = torch.tensor([float(p[1]) for p in pairs])
    w = torch.tensor([0.5, 0.0], requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=100)

    def closure():
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(w[0] * x + w[1], y)
        loss.backward()
        return loss
    optimizer.step(closure)
    return w.detach().tolist()


def main():
    checkpoint, tokens, gold_path, folder = sys.argv[1:5]
    sys.path.insert(0, folder)
    import score
    net, vocab = load(checkpoint)
    articles = list(read(tokens))
    found = predict(net, articles, {a.id: vocab.ids(a) for a in articles}, bias=float(sys.argv[5]) if len(sys.argv) > 5 else 1.0)
    pairs, total = rightness(score, score.read(gold_path), articles, found)
    for t in (-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5):
        kept = [ok for s, ok in pairs if s >= t]
        p, r = sum(kept) / len(kept), sum(kept) / total
        print(f"threshold {t:5.1f}: kept {len(kept)}, P {100 * p:.1f} R {100 * r:.1f} F {200 * p * r / (p + r):.1f}")
    pairs = [x for x in pairs if x[0] >= 0.4]
    slope, offset = fit(pairs)
    print(json.dumps({"slope": round(slope, 4), "offset": round(offset, 4)}))
    sure = sorted((1 / (1 + 2.718281828 ** -(slope * s + offset)), ok) for s, ok in pairs)
    for lo in range(0, 10):
        inside = [x for x in sure if lo / 10 <= x[0] < (lo + 1) / 10]
        if inside:
            print(f"confidence {lo / 10:.1f}-{(lo + 1) / 10:.1f}: {len(inside):5d} attributions, said {sum(c for c, _ in inside) / len(inside):.2f}, "
                  f"right {sum(ok for _, ok in inside) / len(inside):.2f}")


if __name__ == "__main__":
    main()
