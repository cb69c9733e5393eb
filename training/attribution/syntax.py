"""Silver syntax for the auxiliary target: dependency label and head offset of each token, from spaCy's en_core_web_sm (MIT).

    python syntax.py OUT.json TEXTS.jsonl[.gz]:TOKENS.jsonl.gz ...
"""
import gzip
import json
import sys

import spacy
from spacy.tokens import Doc

EDGES = [-8, -4, -3, -2, -1, 0, 1, 2, 3, 4, 8]


def bucket(offset):
    return next((i for i, e in enumerate(EDGES) if offset <= e), len(EDGES))


def main():
    nlp = spacy.load(sys.argv[1])
    labels, out = {}, {}
    for pair in sys.argv[3:]:
        texts, tokens = pair.split(":")
        opener = gzip.open if texts.endswith(".gz") else open
        text = {d["id"]: d["text"] for d in map(json.loads, opener(texts, "rt"))}
        for line in gzip.open(tokens, "rt"):
            d = json.loads(line)
            dep, head = [], []
            docs = []
            for a, b in d["paragraphs"]:
                words = [text[d["id"]][d["start"][i] : d["end"][i]] for i in range(a, b)]
                spaces = [i + 1 < b and d["end"][i] < d["start"][i + 1] for i in range(a, b)]
                docs.append(Doc(nlp.vocab, words=words, spaces=spaces))
            for doc in nlp.pipe(docs, disable=["ner", "lemmatizer"], batch_size=64):
                for t in doc:
                    dep.append(labels.setdefault(t.dep_, len(labels)))
                    head.append(bucket(t.head.i - t.i))
            out[d["id"]] = [dep, head]
    json.dump(out, open(sys.argv[2], "w"))
    print(len(labels), sorted(labels))


if __name__ == "__main__":
    main()
