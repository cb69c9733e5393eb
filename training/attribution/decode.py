"""Network output -> attributions of an article, as token ranges and as character spans."""
import torch

from data import gold_of, reach, windows


def spans_of(path, begin, inside):
    out, start = [], None
    for i, x in enumerate(path + [0]):
        if start is not None and x != inside:
            out.append((start, i))
            start = None
        if x == begin:
            start = i
    return out


def cue_spans(path):
    return spans_of(path, 1, 2)


def pad(seqs):
    t = max(len(s) for s in seqs)
    return torch.tensor([s + [(0,) * 6] * (t - len(s)) for s in seqs]), torch.tensor([len(s) for s in seqs])


def cues_of(net, h, lengths, batch, bias):
    """Cues that the CRF finds, and further ones that it would find if `bias` were added to the label B, where no cue is found
    without; as (row, s, e, a, b). Cues never cross paragraphs."""
    scores = net.cue(h)
    valid = torch.arange(h.shape[1]).unsqueeze(0) < lengths.unsqueeze(1)
    plain = net.cue_crf.decode(scores, valid)
    eager = plain
    if bias:
        scores = scores.clone()
        scores[:, :, 1] += bias
        eager = net.cue_crf.decode(scores, valid)
    out = []
    for row, w in enumerate(batch):
        n = len(w[1])
        sure = cue_spans(plain[row, :n].tolist())
        taken = {i for s, e in sure for i in range(s, e)}
        more = [(s, e) for s, e in cue_spans(eager[row, :n].tolist()) if bias and not taken.intersection(range(s, e))]
        for s, e in sure + more:
            para = next((p for p in w[4] if p[0] <= s < p[1]), None)
            if para:
                e = min(e, para[1])
                out.append((row, s, e) + reach((s, e), para))
    return out


@torch.no_grad()
def predict(net, articles, rows, bias=1.0, batch_size=24, size=200):
    """-> {article id: [(accept score, cue, sources, contents)]} in token indexes."""
    net.eval()
    todo = [w for a in articles for w in windows(a, rows[a.id], size)]
    todo.sort(key=lambda w: len(w[1]))
    out = {a.id: [] for a in articles}
    for i in range(0, len(todo), batch_size):
        batch = todo[i : i + batch_size]
        ids, lengths = pad([w[1] for w in batch])
        _, h = net.encode(batch, ids, lengths)
        cues = cues_of(net, h, lengths, batch, bias)
        if not cues:
            continue
        for group, roles, accept, valid in net.of_cues(h, cues):
            for k, i in enumerate(group):  # the cue itself holds no role
                _, s, e, a, _ = cues[i]
                roles[k, s - a : e - a, 1:] -= 1e4
            paths = net.role_crf.decode(roles, valid)
            for k, i in enumerate(group):
                row, s, e, a, b = cues[i]
                path, index = paths[k, : b - a].tolist(), batch[row][2]

                def back(spans):
                    return [(index[a + x], index[a + y - 1] + 1) for x, y in spans]
                out[batch[row][0].id].append((float(accept[k]), (index[s], index[e - 1] + 1),
                                              back(spans_of(path, 1, 2)), back(spans_of(path, 3, 4))))
    return out


def to_characters(article, found, threshold=0.0):
    """The accepted attributions as score.py reads them."""
    def chars(spans):
        return [[article.start[a], article.end[b - 1]] for a, b in spans]
    return {"id": article.id, "attributions": [
        {"source": chars(s), "cue": chars([cue]), "content": chars(c)}
        for accept, cue, s, c in sorted(found, key=lambda x: x[1]) if accept >= threshold and (s or c)]}


__all__ = ["predict", "to_characters", "gold_of"]
