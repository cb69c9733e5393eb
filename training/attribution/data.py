"""Reads the token files that export.ts writes and turns them into training windows.

A window is a run of whole consecutive paragraphs (about `size` tokens, a separator token between two), so that the
encoder sees the neighbouring paragraphs; the packing starts at a random paragraph in each epoch.
Labels: cue BIO per token for stage 1; per cue, source and content BIO over the cue's paragraph for stage 2.
"""
import gzip
import json
import random
from dataclasses import dataclass, field

PAD, UNK = 0, 1
SHAPES, QUOTES, POS = 12, 16, 17
MAX_REACH = 128  # stage 2 looks at most so many tokens to either side of the cue


@dataclass
class Article:
    id: str
    start: list
    end: list
    keys: list  # per token: the vocabulary keys to try, in order
    suffix: list
    shape: list
    quote: list
    pos: list
    paragraphs: list  # [first, end) token indexes
    gold: list  # (source spans, cue span, content spans) as token ranges
    syntax: list = field(default_factory=list)


def read(path):
    with gzip.open(path, "rt") as f:
        for line in f:
            d = json.loads(line)
            yield Article(d["id"], d["start"], d["end"], d["keys"], d["suffix"], d["shape"], d["quote"], d["pos"],
                          d["paragraphs"], [(a["source"], a["cue"], a["content"]) for a in d["attributions"]])


def build_vocabulary(articles, glove_words, top=40000, keep=3, own=3, suffix_min=10):
    """-> (words: keys with a GloVe row, frequent: keys that also get a trained vector, suffixes)"""
    counts, suffixes = {}, {}
    for a in articles:
        for keys in a.keys:
            counts[keys[0]] = counts.get(keys[0], 0) + 1
        for s in a.suffix:
            suffixes[s] = suffixes.get(s, 0) + 1
    index = {w: i for i, w in enumerate(glove_words)}
    words = list(dict.fromkeys(list(glove_words[:top]) + [w for w, n in sorted(counts.items()) if n >= keep and w in index]))
    known = set(words)
    extra = [w for w, n in sorted(counts.items()) if n >= own and w not in known]
    frequent = [w for w, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= own]
    return words + extra, frequent, [s for s, n in sorted(suffixes.items()) if n >= suffix_min], index


class Vocabulary:
    """Maps tokens to ids: word id (GloVe row), trained id, suffix id. 0 is padding and separator, 1 unknown."""

    def __init__(self, words, frequent, suffixes):
        self.words, self.frequent, self.suffixes = words, frequent, suffixes
        self.word = {w: i + 2 for i, w in enumerate(words)}
        self.own = {w: i + 2 for i, w in enumerate(frequent)}
        self.suffix = {s: i + 2 for i, s in enumerate(suffixes)}

    def ids(self, article):
        word = [next((self.word[k] for k in keys if k in self.word), UNK) for keys in article.keys]
        own = [next((self.own[k] for k in keys if k in self.own), UNK) for keys in article.keys]
        suffix = [self.suffix.get(s, UNK) for s in article.suffix]
        return list(zip(word, own, suffix, article.shape, article.quote, article.pos))


def pack(paragraphs, size, first=0):
    """Groups of consecutive paragraphs of at most `size` tokens together (a longer paragraph stands alone)."""
    groups, current, length = [], [], 0
    for i, (a, b) in enumerate(paragraphs):
        n = b - a
        if current and (length + n > size or i == first):
            groups.append(current)
            current, length = [], 0
        current.append((a, b))
        length += n + 1
    if current:
        groups.append(current)
    return groups


def windows(article, rows, size=200, first=0):
    """Each window: rows (feature ids per position, separators between paragraphs), token index per position (-1 for a
    separator), and for each gold attribution inside it its position ranges."""
    out = []
    for group in pack(article.paragraphs, size, first):
        seq, index, where, spans = [], [], {}, []
        for a, b in group:
            seq.append((0, 0, 0, 0, 0, 0))
            index.append(-1)
            spans.append((len(seq), len(seq) + b - a))
            for t in range(a, b):
                where[t] = len(seq)
                seq.append(rows[t])
                index.append(t)
        out.append((article, seq, index, where, spans))
    return out


def gold_of(window):
    """[(cue (s, e), paragraph (a, b), source spans, content spans)] in positions of the window; spans outside the cue's
    paragraph are left out (1 % of the corpus)."""
    article, _, _, where, spans = window
    out = []
    for source, cue, content in article.gold:
        if not cue or cue[0][0] not in where:
            continue
        s, e = where[cue[0][0]], where[cue[0][1] - 1] + 1
        para = next(p for p in spans if p[0] <= s < p[1])

        def inside(ranges):
            r = [(where[x], where[y - 1] + 1) for x, y in ranges if x in where and y - 1 in where]
            return [x for x in r if para[0] <= x[0] and x[1] <= para[1]]
        out.append(((s, e), para, inside(source), inside(content)))
    return out


def reach(cue, para):
    return max(para[0], cue[0] - MAX_REACH), min(para[1], cue[1] + MAX_REACH)


def batches(all_windows, tokens=6400, shuffle=True, rng=random):
    order = sorted(all_windows, key=lambda w: len(w[1]) + (rng.random() * 20 if shuffle else 0))
    out, current = [], []
    for w in order:
        if current and (len(current) + 1) * len(w[1]) > tokens:
            out.append(current)
            current = []
        current.append(w)
    if current:
        out.append(current)
    if shuffle:
        rng.shuffle(out)
    return out
