"""Trains the attribution network.

    python train.py --data DIR --glove glove.npy --glove-words glove.words --out CHECKPOINT [--epochs 14] [--hidden 96] ...

DIR holds train.jsonl.gz and dev.jsonl.gz from export.ts. Seeded; writes CHECKPOINT after every epoch (averaged weights) and prints the
referee's figures on dev. Give --score and --gold for those figures.
"""
import argparse
import gzip
import json
import math
import random
import subprocess
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

from data import Vocabulary, batches, build_vocabulary, gold_of, reach, read, windows
from decode import cues_of, pad, predict, to_characters
from model import Net
from tokenizers import BertWordPieceTokenizer
from transformer import AccurateNet, load_bert, pieces_of

SYNTAX_DEP, SYNTAX_HEAD = 50, 12
HINT = 192  # numbers in a state of the accurate network


def options():
    ap = argparse.ArgumentParser()
    ap.add_argument("--data", required=True)
    ap.add_argument("--glove", required=True)
    ap.add_argument("--glove-words", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--score")
    ap.add_argument("--gold")
    ap.add_argument("--epochs", type=int, default=14)
    ap.add_argument("--hidden", type=int, default=96)
    ap.add_argument("--hidden2", type=int, default=64)
    ap.add_argument("--dropout", type=float, default=0.4)
    ap.add_argument("--lr", type=float, default=2e-3)
    ap.add_argument("--tokens", type=int, default=5000)
    ap.add_argument("--top", type=int, default=40000)
    ap.add_argument("--syntax", help="silver syntax from syntax.py: an auxiliary target of layer 1")
    ap.add_argument("--init", help="checkpoint to start from; its vocabulary is kept")
    ap.add_argument("--more", help="token file of further articles, each read --times times an epoch")
    ap.add_argument("--times", type=int, default=4)
    ap.add_argument("--part", type=int, help="only so many of the train articles, drawn anew each epoch")
    ap.add_argument("--every", type=int, default=2, help="figures on dev after so many epochs")
    ap.add_argument("--bert", help="folder of a small BERT (model.safetensors, vocab.txt): trains the accurate engine")
    ap.add_argument("--bert-lr", type=float, default=1e-4)
    ap.add_argument("--freeze", type=int, default=2, help="with --bert: its embeddings and so many layers stay as they are")
    ap.add_argument("--texts", help="with --bert: files of the articles' texts, comma-separated")
    ap.add_argument("--hints", help="states of the accurate network (states.py): layer 2 learns to say them too")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--seed", type=int, default=1)
    return ap.parse_args()


def targets(batch, gold, t):
    cue = torch.zeros(len(batch), t, dtype=torch.long)
    union = torch.zeros(2, len(batch), t, dtype=torch.long)
    for row, gs in enumerate(gold):
        for (s, e), _, sources, contents in gs:
            cue[row, s:e] = 2
            cue[row, s] = 1
            for k, spans in enumerate((sources, contents)):
                for a, b in spans:
                    union[k, row, a:b] = 2
                    union[k, row, a] = 1
    return cue, union


def role_targets(cue, a, b, sources, contents):
    y = [0] * (b - a)
    for begin, spans in ((1, sources), (3, contents)):
        for s, e in spans:
            s, e = max(s, a), min(e, b)
            for i in range(s, e):
                y[i - a] = begin + 1
            if s < e:
                y[s - a] = begin
    for i in range(max(cue[0], a), min(cue[1], b)):
        y[i - a] = 0
    for i in range(len(y)):  # a proposed cue may cut a span: what follows begins anew
        if y[i] in (2, 4) and (i == 0 or y[i - 1] not in (y[i], y[i] - 1)):
            y[i] -= 1
    return y


def candidates(proposed, gold, rng, most=90):
    """Gold cues, and proposed ones: a proposed cue that overlaps a gold one has its roles; another has none and is to be refused."""
    cues, labels, accept = [], [], []
    for row, gs in enumerate(gold):
        for cue, para, sources, contents in gs:
            a, b = reach(cue, para)
            cues.append((row, *cue, a, b))
            labels.append(role_targets(cue, a, b, sources, contents))
            accept.append(1.0)
    rng.shuffle(proposed)
    for row, s, e, a, b in proposed[:most]:
        match = [g for g in gold[row] if g[0][0] < e and s < g[0][1]]
        if any(g[0] == (s, e) for g in match):
            continue
        cues.append((row, s, e, a, b))
        labels.append(role_targets((s, e), a, b, match[0][2], match[0][3]) if match else [0] * (b - a))
        accept.append(1.0 if match else 0.0)
    return cues, labels, accept


def hint_loss(net, h, batch, hints):
    """Squared distance of the projected states from the accurate network's, where those are known: a token's is the mean over their numbers."""
    t = h.shape[1]
    want, known = torch.zeros(len(batch), t, HINT), torch.zeros(len(batch), t, dtype=torch.bool)
    for row, w in enumerate(batch):
        states = hints.get(w[0].id)
        if states is not None:
            index = torch.tensor(w[2])
            known[row, : len(index)] = index >= 0
            want[row, : len(index)] = states[index.clamp(min=0)].float()
    return F.mse_loss(net.hint(h)[known], want[known], reduction="sum") / HINT / len(batch)


def step(net, batch, syntax, hints, rng):
    ids, lengths = pad([w[1] for w in batch])
    t = ids.shape[1]
    gold = [gold_of(w) for w in batch]
    valid = torch.arange(t).unsqueeze(0) < lengths.unsqueeze(1)
    cue_y, union_y = targets(batch, gold, t)
    h1, h = net.encode(batch, ids, lengths)
    loss = net.cue_crf.loss(net.cue(h), cue_y, valid).sum() / len(batch)
    u = net.union(h)
    for k in range(2):
        loss = loss + 0.3 * F.cross_entropy(u[..., 3 * k : 3 * k + 3][valid], union_y[k][valid], reduction="sum") / len(batch)
    if syntax is not None:
        y = torch.full((2, len(batch), t), -100)
        for row, w in enumerate(batch):
            s = syntax.get(w[0].id)
            if s and len(s[0]) == len(w[0].start):
                for i, k in enumerate(w[2]):
                    if k >= 0:
                        y[0, row, i], y[1, row, i] = s[0][k], s[1][k]
        z = net.syntax(h1)
        loss = loss + 0.15 * (F.cross_entropy(z[..., :SYNTAX_DEP].flatten(0, 1), y[0].flatten(), reduction="sum", ignore_index=-100)
                             + F.cross_entropy(z[..., SYNTAX_DEP:].flatten(0, 1), y[1].flatten(), reduction="sum", ignore_index=-100)) / len(batch)
    if hints:
        loss = loss + 0.3 * hint_loss(net, h, batch, hints)
    with torch.no_grad():
        proposed = cues_of(net, h, lengths, batch, 2.0)
    cues, labels, accept = candidates(proposed, gold, rng)
    if cues:
        for group, roles, acc, ok in net.of_cues(h, cues):
            t = roles.shape[1]
            y = torch.tensor([labels[i] + [0] * (t - len(labels[i])) for i in group])
            loss = loss + net.role_crf.loss(roles, y, ok).sum() / len(batch)
            loss = loss + F.binary_cross_entropy_with_logits(acc, torch.tensor([accept[i] for i in group]), reduction="sum") / len(batch)
    return loss


def figures(net, dev, rows, opt, threshold):
    found = predict(net, dev, rows)
    path = opt.out + ".pred.jsonl"
    with open(path, "w") as f:
        for a in dev:
            f.write(json.dumps(to_characters(a, found[a.id], threshold)) + "\n")
    got = json.loads(subprocess.run([sys.executable, opt.score, opt.gold, path, "--json"], capture_output=True, text=True, check=True).stdout)
    keys = ("SPANS/source/exact", "SPANS/cue/exact", "SPANS/content/exact", "LINKED/WHOLE/half", "LINKED/WHOLE/exact")
    return " ".join(f"{got[k]['f']:.1f}" for k in keys) + f" (P {got[keys[3]]['p']:.1f} R {got[keys[3]]['r']:.1f})"


def all_pieces(opt, articles):
    """{article id: WordPiece ids of each token}, from the texts of --texts."""
    tokenizer = BertWordPieceTokenizer(f"{opt.bert}/vocab.txt", lowercase=True)
    texts = {}
    for path in opt.texts.split(","):
        with (gzip.open if path.endswith(".gz") else open)(path, "rt") as f:
            texts.update((d["id"], d["text"]) for d in map(json.loads, f))
    return {a.id: pieces_of(a, texts[a.id], tokenizer) for a in articles}


def main():
    opt = options()
    torch.manual_seed(opt.seed)
    torch.set_num_threads(opt.threads)
    rng = random.Random(opt.seed)
    train, dev = list(read(f"{opt.data}/train.jsonl.gz")), list(read(f"{opt.data}/dev.jsonl.gz"))
    glove_words = open(opt.glove_words).read().split("\n")
    words, frequent, suffixes, index = build_vocabulary(train, glove_words, opt.top)
    init = torch.load(opt.init, weights_only=False) if opt.init else None
    if init:
        words, frequent, suffixes = init["words"], init["frequent"], init["suffixes"]
    more = []
    if opt.more:
        more = list(read(opt.more))
    vocab = Vocabulary(words, frequent, suffixes)
    table = np.load(opt.glove, mmap_mode="r")
    glove = np.zeros((len(words) + 2, table.shape[1]), np.float32)
    for i, w in enumerate(words):
        if w in index:
            glove[i + 2] = table[index[w]]
    rows = {a.id: vocab.ids(a) for a in train + more + dev}
    syntax = json.load(open(opt.syntax)) if opt.syntax else None
    if opt.bert:
        net = AccurateNet(load_bert(f"{opt.bert}/model.safetensors"), all_pieces(opt, train + more + dev), opt.hidden, opt.hidden2, dropout=opt.dropout)
    else:
        net = Net(torch.tensor(glove), len(frequent) + 2, len(suffixes) + 2, opt.hidden, opt.hidden2, dropout=opt.dropout,
                  syntax=SYNTAX_DEP + SYNTAX_HEAD if syntax else 0)
    hints = {k: torch.from_numpy(v) for k, v in np.load(opt.hints).items()} if opt.hints else None
    if hints:
        net.hint = torch.nn.Linear(2 * opt.hidden, HINT)
    if init:
        print(net.load_state_dict(init["net"], strict=False))
    average = {k: v.clone() for k, v in net.state_dict().items()}
    print(f"{len(words)} words, {len(frequent)} trained, {len(suffixes)} suffixes, {sum(p.numel() for p in net.parameters())} weights", flush=True)
    if opt.bert:
        net.bert.freeze(opt.freeze)
    slow = [p for p in net.bert.parameters() if p.requires_grad] if opt.bert else []
    fast = [p for name, p in net.named_parameters() if not name.startswith("bert.")]
    groups = [{"params": fast, "peak": opt.lr}] + ([{"params": slow, "peak": opt.bert_lr, "weight_decay": 0.01}] if slow else [])
    optimizer = torch.optim.AdamW(groups, lr=opt.lr, betas=(0.9, 0.98), weight_decay=0.0)
    total, done = None, 0
    for epoch in range(opt.epochs):
        began, sum_loss = time.time(), 0.0
        some = rng.sample(train, opt.part) if opt.part else train
        todo = batches([w for a in some + more * opt.times for w in windows(a, rows[a.id], 200, rng.randrange(max(1, len(a.paragraphs))))], opt.tokens, rng=rng)
        total = total or len(todo) * opt.epochs
        net.train()
        for batch in todo:
            for g in optimizer.param_groups:
                g["lr"] = g["peak"] * min(1, (done + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, done / total))))
            loss = step(net, batch, syntax, hints, rng)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            done += 1
            decay = min(0.998, done / (done + 20))
            with torch.no_grad():
                for k, v in net.state_dict().items():
                    if v.dtype.is_floating_point and k != "glove":
                        average[k].mul_(decay).add_(v, alpha=1 - decay)
            sum_loss += float(loss.detach())
            if done % 50 == 0:
                print(f"  {done}/{total} loss {float(loss.detach()):.2f} {time.time() - began:.0f}s", flush=True)
        own = {k: v.clone() for k, v in net.state_dict().items() if k != "glove"}
        net.load_state_dict({k: v for k, v in average.items() if k != "glove"}, strict=False)
        line = f"epoch {epoch + 1} loss {sum_loss / len(todo):.2f} {time.time() - began:.0f}s"
        if opt.score and (epoch % opt.every == opt.every - 1 or epoch == opt.epochs - 1):
            line += " | " + " | ".join(figures(net, dev, rows, opt, x) for x in (-0.5, 0.0))
        print(line, flush=True)
        torch.save({"net": net.state_dict(), "words": words, "frequent": frequent, "suffixes": suffixes, "options": vars(opt)}, opt.out)
        net.load_state_dict(own, strict=False)


if __name__ == "__main__":
    main()
