/** Words in, how the text writes them out: which it writes small somewhere, which with a capital inside a sentence. */
import { FAMILY_ARTICLE } from "./names.ts";
import type { Words } from "./words.ts";

export interface Spelling {
  /** Both in lower case. */
  readonly small: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
}

const made = new WeakMap<Words, Spelling>();

/** Read once a text. */
export function spellingOf(words: Words): Spelling {
  let found = made.get(words);
  if (!found) made.set(words, (found = read(words)));
  return found;
}

function read(words: Words): Spelling {
  const small = new Set<string>();
  const capital = new Set<string>();
  for (let i = 1; i < words.count; i++) {
    const word = words.at(i);
    if (!word.letters) continue;
    if (FAMILY_ARTICLE.test(word.text)) capital.add(word.lower);
    else if (!word.cap) small.add(word.text);
    else if (words.at(i - 1).letters && words.sentenceOf(i - 1) === words.sentenceOf(i)) capital.add(word.lower);
  }
  return { small, capital };
}
