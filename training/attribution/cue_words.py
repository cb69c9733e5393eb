"""Annotated articles -> lexicon/cue-words.txt: word forms that mostly stand in cues.

    python cue_words.py TRAIN.jsonl.gz > lexicon/cue-words.txt
"""
import gzip
import json
import re
import sys
from collections import Counter

LEAST, SHARE = 3, 0.2
WORD = re.compile(r"[a-z][a-z'-]*")


def main():
    inside, total = Counter(), Counter()
    with gzip.open(sys.argv[1], "rt") as f:
        for line in f:
            d = json.loads(line)
            text = d["text"].lower().replace("’", "'")
            total.update(WORD.findall(text))
            for a in d["attributions"]:
                for s, e in a["cue"]:
                    inside.update(set(WORD.findall(text[s:e])))
    print("# Word forms (lower case, with ') that stand in a cue at least three times and at every fifth occurrence.")
    print("# Origin: counted in PolNeAR's train part by training/attribution/cue_words.py; single words only, no text. Licence: Apache-2.0 (this list).")
    for word in sorted(w for w, n in inside.items() if n >= LEAST and n >= SHARE * total[w]):
        print(word)


if __name__ == "__main__":
    main()
