"""Learns how much each feature of a pronoun and a candidate counts, beside the points that src/speaker/antecedents.ts gives.

    python train.py development.jsonl validation.jsonl ../../lexicon/pronoun-weights.txt

The files come from export.ts. A snippet's right name is to have more than the other: logistic(points * difference of the points + weights *
difference of the features), features divided by their deviation. Prints F1 by ten-fold cross-validation, on the training part itself, and on the
validation part (never trained on), each with a name always chosen. Weights are written in points, so that they add to the others.
"""
import argparse
import json

import numpy as np
import torch

NOT_SEEN = -8.0  # points of a name that is no candidate


def load(path):
    return [json.loads(line) for line in open(path)]


def matrix(snippets, names):
    x, points, y = [], [], []
    for s in snippets:
        d = np.zeros(len(names))
        for sign, side in ((1, s["a"]), (-1, s["b"])):
            for k, v in side.get("features", {}).items():
                if k in names:
                    d[names[k]] += sign * v
        x.append(d)
        points.append(max(NOT_SEEN, s["a"].get("score", NOT_SEEN)) - max(NOT_SEEN, s["b"].get("score", NOT_SEEN)))
        y.append(1 if s["a"]["coref"] else 0 if s["b"]["coref"] else -1)
    return np.array(x), np.array(points), np.array(y)


def fit(x, points, y, opt):
    keep = y >= 0
    x, points, y = (torch.tensor(v[keep], dtype=torch.float64) for v in (x, points, y))
    w = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=200, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        z = opt.points * points + x @ w
        value = torch.nn.functional.binary_cross_entropy_with_logits(z, y) + opt.l2 * (w**2).sum()
        value.backward()
        return value
    optimizer.step(loss)
    return w.detach().numpy()


def f1(z, snippets):
    chosen = [s["a"]["coref"] if v > 0 else s["b"]["coref"] for v, s in zip(z, snippets)]
    p, r = sum(chosen) / len(chosen), sum(chosen) / sum(s["a"]["coref"] + s["b"]["coref"] for s in snippets)
    return round(200 * p * r / (p + r), 1)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("development")
    ap.add_argument("validation")
    ap.add_argument("out")
    ap.add_argument("--points", type=float, default=0.3)
    ap.add_argument("--l2", type=float, default=0.01)
    ap.add_argument("--share", type=float, default=0.3, help="of the weights that is written: GAP is Wikipedia, and all of it costs speakers in news")
    ap.add_argument("--least", type=int, default=20, help="snippets in which a feature must tell the names apart")
    opt = ap.parse_args()
    dev, val = load(opt.development), load(opt.validation)
    count = {}
    for s in dev:
        a, b = s["a"].get("features", {}), s["b"].get("features", {})
        for k in set(a) | set(b):
            count[k] = count.get(k, 0) + (a.get(k, 0) != b.get(k, 0))
    names = {k: i for i, k in enumerate(sorted(k for k, n in count.items() if n >= opt.least))}
    (x, points, y), (xv, pv, _) = matrix(dev, names), matrix(val, names)
    deviation = x.std(0)
    x, xv = x / deviation, xv / deviation
    folds = np.random.RandomState(0).randint(0, 10, len(y))
    z = np.zeros(len(y))
    for k in range(10):
        z[folds == k] = opt.points * points[folds == k] + x[folds == k] @ fit(x[folds != k], points[folds != k], y[folds != k], opt)
    w = fit(x, points, y, opt)
    print(f"{len(names)} features; F1 points alone {f1(points, dev)}, cross-validated {f1(z, dev)}, "
          f"trained {f1(opt.points * points + x @ w, dev)}, validation {f1(opt.points * pv + xv @ w, val)} (points alone {f1(pv, val)})")
    with open(opt.out, "w") as f:
        f.write("# How much a feature of a pronoun (he, she) and a candidate counts, in the points of src/speaker/antecedents.ts.\n"
                "# Origin: learned by training/pronouns/train.py from the GAP development part (Webster et al. 2018, Apache-2.0; numbers only, no text).\n"
                "# Licence: Apache-2.0. Columns: feature (src/speaker/antecedent-features.ts), weight.\n")
        for k, i in names.items():
            weight = opt.share * w[i] / deviation[i] / opt.points
            if abs(weight) >= 0.005:
                f.write(f"{k}\t{weight:.3f}\n")


if __name__ == "__main__":
    main()
