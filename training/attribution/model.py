"""The attribution network: a shared BiLSTM encoder; a CRF that finds cues; per cue a small BiLSTM with a CRF that finds
that cue's source and contents, and a score that says whether the cue is one at all.

The per-cue layer's input is a sum of three parts (token, place relative to the cue, cue), so that at run time the token part is
computed once for all cues.
"""
import functools

import torch
import torch.nn as nn

from data import POS, QUOTES, SHAPES

CUE_LABELS = 3  # O B I
ROLE_LABELS = 5  # O B-source I-source B-content I-content
PLACES = 32
GROUP = 48  # cues in one pass of the per-cue layer


def place_of(offset, length):
    """Bucket of a position relative to a cue that starts at 0 and is `length` long: log-like distance, sign kept."""
    if 0 <= offset < length:
        return 0 if offset == 0 else 1
    d = -offset if offset < 0 else offset - length + 1
    b = d if d <= 6 else 7 if d <= 8 else 8 if d <= 12 else 9 if d <= 18 else 10 if d <= 28 else 11 if d <= 45 else 12 if d <= 80 else 13
    return (1 if offset < 0 else 15) + b


class Crf(nn.Module):
    """Linear-chain CRF with forbidden transitions (label pairs that BIO does not allow)."""

    def __init__(self, labels, allowed):
        super().__init__()
        self.n = labels
        self.transition = nn.Parameter(torch.zeros(labels, labels))
        self.begin = nn.Parameter(torch.zeros(labels))
        mask = torch.full((labels, labels), -1e4)
        first = torch.full((labels,), -1e4)
        for a in range(labels):
            for b in range(labels):
                if allowed(a, b):
                    mask[a, b] = 0
            if allowed(None, a):
                first[a] = 0
        self.register_buffer("mask", mask)
        self.register_buffer("first", first)

    def loss(self, scores, gold, valid):
        """Mean over sequences of -log p(gold). scores B T L, gold B T, valid B T (a prefix of each row)."""
        t, b = self.transition + self.mask, self.begin + self.first
        alpha = scores[:, 0] + b
        for i in range(1, scores.shape[1]):
            nxt = torch.logsumexp(alpha.unsqueeze(2) + t, 1) + scores[:, i]
            alpha = torch.where(valid[:, i, None], nxt, alpha)
        z = torch.logsumexp(alpha, 1)
        emit = (scores.gather(2, gold.unsqueeze(2)).squeeze(2) * valid).sum(1)
        trans = (t[gold[:, :-1], gold[:, 1:]] * valid[:, 1:]).sum(1)
        return z - emit - trans - b[gold[:, 0]]

    def decode(self, scores, valid):
        t, b = self.transition + self.mask, self.begin + self.first
        v, back = scores[:, 0] + b, []
        for i in range(1, scores.shape[1]):
            best, arg = (v.unsqueeze(2) + t).max(1)
            v = torch.where(valid[:, i, None], best + scores[:, i], v)
            back.append(torch.where(valid[:, i, None], arg, torch.arange(self.n)))
        path = [v.argmax(1)]
        for arg in reversed(back):
            path.append(arg.gather(1, path[-1].unsqueeze(1)).squeeze(1))
        return torch.stack(path[::-1], 1)


def cue_allowed(a, b):
    return b != 2 or a in (1, 2)


def role_allowed(a, b):
    return b in (0, 1, 3) or (b == 2 and a in (1, 2)) or (b == 4 and a in (3, 4))


class BiLstm(nn.Module):
    """Two LSTMs over dense batches; the backward one reads each sequence reversed inside its own length. (Packed sequences
    take five times as long on a CPU.)"""

    def __init__(self, size, hidden):
        super().__init__()
        self.ahead = nn.LSTM(size, hidden, batch_first=True)
        self.back = nn.LSTM(size, hidden, batch_first=True)

    def forward(self, x, lengths):
        t = torch.arange(x.shape[1]).unsqueeze(0)
        turn = torch.where(t < lengths.unsqueeze(1), lengths.unsqueeze(1) - 1 - t, t)
        y = self.back(x.gather(1, turn.unsqueeze(2).expand(-1, -1, x.shape[2])))[0]
        y = y.gather(1, turn.unsqueeze(2).expand(-1, -1, y.shape[2]))
        return torch.cat([self.ahead(x)[0], y], 2)


def drop_shared(x, p, training):
    """Variational dropout: one mask per sequence."""
    if not training or p == 0:
        return x
    return x * (torch.rand(x.shape[0], 1, x.shape[2]) > p).float() / (1 - p)


class Net(nn.Module):
    def __init__(self, glove, n_own, n_suffix, hidden=96, hidden2=64, mix=96, own=32, suffix=16, dropout=0.4, syntax=0):
        super().__init__()
        self.register_buffer("glove", glove)
        self.own = nn.Embedding(n_own, own)
        self.suffix = nn.Embedding(n_suffix, suffix)
        self.shape = nn.Embedding(SHAPES, 8)
        self.quote = nn.Embedding(QUOTES, 12)
        self.pos = nn.Embedding(POS, 12)
        for e in (self.own, self.suffix, self.shape, self.quote, self.pos):
            nn.init.normal_(e.weight, std=0.2)
        self.dropout = dropout
        size = glove.shape[1] + own + suffix + 8 + 12 + 12
        self.encoder1 = BiLstm(size, hidden)
        self.encoder2 = BiLstm(2 * hidden, hidden)
        self.cue = nn.Linear(2 * hidden, CUE_LABELS)
        self.union = nn.Linear(2 * hidden, 6)
        self.syntax = nn.Linear(2 * hidden, syntax) if syntax else None
        self.cue_crf = Crf(CUE_LABELS, cue_allowed)
        self.of_token = nn.Linear(2 * hidden, mix)
        self.of_cue = nn.Linear(2 * hidden, mix, bias=False)
        self.place = nn.Embedding(PLACES, mix)
        nn.init.normal_(self.place.weight, std=0.2)
        self.roles = BiLstm(mix, hidden2)
        self.role = nn.Linear(2 * hidden2, ROLE_LABELS)
        self.accept = nn.Linear(2 * hidden2 * 2 + 2 * hidden, 1)
        self.role_crf = Crf(ROLE_LABELS, role_allowed)

    def encode(self, batch, ids, lengths):
        """The windows of a batch, their ids B T 6 -> (layer 1, layer 2) states."""
        del batch
        word, own, suffix, shape, quote, pos = ids.unbind(2)
        if self.training:  # word dropout: a word is unknown, its suffix and shape stay
            gone = torch.rand(word.shape) < 0.05
            word = word.masked_fill(gone & (word > 1), 1)
            own = own.masked_fill((gone | (torch.rand(word.shape) < 0.25)) & (own > 1), 1)
            pos = pos.masked_fill(torch.rand(word.shape) < 0.1, 0)
        x = torch.cat([self.glove[word], self.own(own), self.suffix(suffix), self.shape(shape), self.quote(quote), self.pos(pos)], 2)
        x = drop_shared(x, self.dropout * 0.75, self.training)
        h1 = self.encoder1(x, lengths)
        h = drop_shared(h1, self.dropout, self.training)
        h2 = self.encoder2(h, lengths)
        return h1, drop_shared(h2, self.dropout, self.training)

    def of_cues(self, h, cues):
        """cues: [(row, s, e, a, b)] -> per group of cues of like length: (indexes into cues, role scores N T 5, accept N, valid N T).
        Position 0 is a."""
        tokens = self.of_token(h)
        order = sorted(range(len(cues)), key=lambda i: cues[i][4] - cues[i][3])
        for at in range(0, len(order), GROUP):
            group = order[at : at + GROUP]
            yield (group, *self.of_group(h, tokens, [cues[i] for i in group]))

    def of_group(self, h, tokens, cues):
        row, s, e, a, b = torch.tensor(cues).T
        lengths = b - a
        steps = torch.arange(int(lengths.max())).unsqueeze(0)
        valid = steps < lengths.unsqueeze(1)
        at = torch.minimum(a.unsqueeze(1) + steps, b.unsqueeze(1) - 1)
        places = place_table()[(at - s.unsqueeze(1)) + 512, (e - s).unsqueeze(1).clamp(max=63)]
        c = (h[row, s] + h[row, e - 1]) / 2  # the cue: mean of its first and its last state
        x = tokens[row.unsqueeze(1), at] + self.place(places) + self.of_cue(c).unsqueeze(1)
        g = drop_shared(self.roles(x, lengths), self.dropout * 0.75, self.training)
        pooled = g.masked_fill(~valid.unsqueeze(2), -1e4).max(1).values
        at_cue = g[torch.arange(len(cues)), s - a]
        accept = self.accept(torch.cat([pooled, at_cue, c], 1)).squeeze(1)
        return self.role(g), accept, valid


@functools.cache
def place_table():
    return torch.tensor([[place_of(offset, length) for length in range(64)] for offset in range(-512, 512)])
