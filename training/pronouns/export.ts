/**
 * GAP snippets in, for each the features of its two names as the product sees them out (JSON Lines): what training/pronouns/train.py reads.
 * Run: npx tsx training/pronouns/export.ts development.jsonl out.jsonl
 */
import { readFileSync, writeFileSync } from "node:fs";
import { packageResources } from "../../src/resources.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";
import { antecedentFeatures } from "../../src/speaker/antecedent-features.ts";
import { THIRD_PERSON } from "../../src/speaker/closed.ts";
import { readReferences } from "../../src/speaker/coreference.ts";
import { vocabularyOf } from "../../src/speaker/vocabulary.ts";

interface Snippet {
  readonly id: string;
  readonly text: string;
  readonly pronoun: [number, number];
  readonly a: { span: [number, number]; coref: boolean };
  readonly b: { span: [number, number]; coref: boolean };
}

const [from, to] = process.argv.slice(2) as [string, string];
const { lexicon, model } = packageResources();
const segment = createSegmenter(lexicon, model("pos.bin"));
const vocabulary = { ...vocabularyOf(lexicon), pronounWeights: new Map<string, number>() };

function exported({ id, text, pronoun, a, b }: Snippet): object | undefined {
  const doc = segment(text, plainBlocks(text));
  const { words, mentions } = readReferences(doc, vocabulary);
  const index = mentions.findIndex((one) => one.kind === "pronoun" && words.start(one.first) === pronoun[0]);
  const mention = mentions[index];
  if (!mention?.scores) return { id, a: { coref: a.coref }, b: { coref: b.coref } };
  const before = mentions.slice(0, index).filter((one) => one.entity);
  const form = THIRD_PERSON.get(words.at(mention.head).lower)!;
  const side = ({ span, coref }: Snippet["a"]): object => {
    const name = mentions.find(
      (one) => one.kind === "name" && words.start(one.first) < span[1] && words.end(one.end - 1) > span[0],
    );
    const scored = mention.scores!.find((one) => one.entity === name?.entity);
    if (!scored) return { coref };
    const features: Record<string, number> = {};
    if (scored.at.first < mention.first)
      antecedentFeatures(
        { words, pronoun: form, mention, at: scored.at, entity: scored.entity, before },
        (key, value) => {
          features[key] = value;
        },
      );
    return { coref, score: scored.score, features };
  };
  return { id, a: side(a), b: side(b) };
}

const lines = readFileSync(from, "utf8").split("\n").filter(Boolean);
writeFileSync(to, lines.map((line) => `${JSON.stringify(exported(JSON.parse(line) as Snippet))}\n`).join(""));
