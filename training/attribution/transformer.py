"""The accurate engine's encoder: a small BERT (weights from a safetensors file), fine-tuned, with what Onrecord knows of each
token (casing, quotation, part of speech) given back and a BiLSTM on top. Its states feed the same heads as the fast network's.
"""
import json
import struct

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from model import BiLstm, Net, drop_shared

CLS, SEP, PIECES = 101, 102, 500  # a chunk holds at most so many pieces, CLS apart


class Layer(nn.Module):
    def __init__(self, size, heads, inner):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm1 = nn.LayerNorm(size, eps=1e-12)
        self.up = nn.Linear(size, inner)
        self.down = nn.Linear(inner, size)
        self.norm2 = nn.LayerNorm(size, eps=1e-12)

    def forward(self, x, mask, p):
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, t, d)
        x = self.norm1(x + F.dropout(self.out(y), p, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), p, self.training))


class Bert(nn.Module):
    """Pieces B T (0 is padding) in, states B T size out."""

    def __init__(self, vocabulary=30522, size=384, layers=6, heads=12, inner=1536, places=512):
        super().__init__()
        self.word = nn.Embedding(vocabulary, size)
        self.place = nn.Embedding(places, size)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, heads, inner) for _ in range(layers))

    def freeze(self, layers):
        """The embeddings and the first layers are not trained."""
        for part in (self.word, self.place, self.norm, *self.layers[:layers]):
            part.requires_grad_(False)

    def forward(self, pieces, p=0.0):
        mask = (pieces > 0)[:, None, None, :]
        x = self.norm(self.word(pieces) + self.place.weight[: pieces.shape[1]])
        x = F.dropout(x, p, self.training)
        for layer in self.layers:
            x = layer(x, mask, p)
        return x


def load_bert(path):
    """A BertModel's safetensors file -> Bert."""
    with open(path, "rb") as f:
        head = json.loads(f.read(struct.unpack("<Q", f.read(8))[0]))
        body = f.read()

    def get(name):
        a, b = head[name]["data_offsets"]
        return torch.tensor(np.frombuffer(body[a:b], np.float32).reshape(head[name]["shape"]))

    n = 1 + max(int(k.split(".")[2]) for k in head if k.startswith("encoder.layer."))
    net = Bert(*head["embeddings.word_embeddings.weight"]["shape"], n)
    state = {"word.weight": get("embeddings.word_embeddings.weight"),
             "place.weight": get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[:1],
             "norm.weight": get("embeddings.LayerNorm.weight"), "norm.bias": get("embeddings.LayerNorm.bias")}
    for i in range(n):
        old, new = f"encoder.layer.{i}.", f"layers.{i}."
        for part in ("weight", "bias"):
            state[new + "qkv." + part] = torch.cat([get(f"{old}attention.self.{x}.{part}") for x in ("query", "key", "value")])
            for to, of in (("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"), ("up", "intermediate.dense"),
                           ("down", "output.dense"), ("norm2", "output.LayerNorm")):
                state[new + to + "." + part] = get(f"{old}{of}.{part}")
    net.load_state_dict(state)
    return net


def chunk_pieces(index, pieces):
    """A window's positions -> chunks of piece ids, and for each position the (chunk, place) of its first piece. A separator is SEP."""
    chunks, at = [[CLS]], []
    for i in index:
        own = [SEP] if i < 0 else pieces[i]
        if len(chunks[-1]) + len(own) > PIECES:
            chunks.append([CLS])
        at.append((len(chunks) - 1, len(chunks[-1])))
        chunks[-1] += own
    return chunks, at


class AccurateNet(Net):
    """As Net, but the token states come from Bert; `pieces` is {article id: piece ids of each token}."""

    def __init__(self, bert, pieces, hidden=96, hidden2=64, mix=96, dropout=0.3):
        super().__init__(torch.zeros(2, 1), 2, 2, hidden, hidden2, mix, dropout=dropout)
        for gone in ("own", "suffix", "encoder1"):
            delattr(self, gone)
        self.bert, self.pieces = bert, pieces
        size = bert.word.embedding_dim
        self.encoder2 = BiLstm(size + 8 + 12 + 12, hidden)

    def encode(self, batch, ids, lengths):
        _, _, _, shape, quote, pos = ids.unbind(2)
        if self.training:
            pos = pos.masked_fill(torch.rand(pos.shape) < 0.1, 0)
        x = torch.cat([self.states(batch, ids.shape[1]), self.shape(shape), self.quote(quote), self.pos(pos)], 2)
        h = self.encoder2(drop_shared(x, self.dropout * 0.75, self.training), lengths)
        return None, drop_shared(h, self.dropout, self.training)

    def states(self, batch, t):
        rows, gather = [], torch.zeros(len(batch), t, 2, dtype=torch.long)
        for i, w in enumerate(batch):
            chunks, at = chunk_pieces(w[2], self.pieces[w[0].id])
            gather[i, : len(at)] = torch.tensor(at) + torch.tensor([len(rows), 0])
            rows += chunks
        n = max(map(len, rows))
        y = self.bert(torch.tensor([r + [0] * (n - len(r)) for r in rows]), 0.1)
        return y[gather[..., 0], gather[..., 1]]


def pieces_of(article, text, tokenizer, most=8):
    """WordPiece ids of each token of an article (at most `most` a token; a token without any is unknown)."""
    tokens = [text[a:b] for a, b in zip(article.start, article.end)]
    return [e.ids[:most] or [100] for e in tokenizer.encode_batch(tokens, add_special_tokens=False)]
