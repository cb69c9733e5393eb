/** The end of one line and the start of the next in, how they join out: "re-" "build" -> rebuild, "pre-" "and" -> pre- and. */

/** What becomes of a line break: a space, nothing (the hyphen stays), or nothing and the hyphen goes too. */
export type Joint = "space" | "keep" | "drop";

/** The words of a text as it stands, by which a doubtful hyphen is judged: "cooperate", "co-operate". */
export type Vocabulary = ReadonlySet<string>;

/** First parts that keep their hyphen before nearly every word. */
const COMPOUND =
  /^(?:self|ex|well|half|cross|vice|mid|cease|long|short|high|low|hard|far|near|quasi|two|three|four|five|six|seven|eight|nine|ten|first|second|third|year|full)$/i;
/** "pre- and post-storm": the second part follows later. */
const LINK = /^(?:and|or|nor|to|but|und|et|oder)$/;

/** How to join a line that ends `…left` to a line that starts `right…`. Both are given from the nearest space on. */
export function jointOf(left: string, right: string, vocabulary: Vocabulary): Joint {
  if (/\u00ad$/.test(left)) return "drop";
  const before = /([\p{L}\p{N}'’-]{1,60})[-\u2010]$/u.exec(left)?.[1];
  if (before === undefined) return "space";
  const word = /^[\p{L}'’]{1,60}/u.exec(right)?.[0];
  if (word === undefined || LINK.test(word)) return word === undefined && /^\d/.test(right) ? "keep" : "space";
  if (!/^\p{Ll}/u.test(word) || /[-\d]/.test(before)) return "keep";
  const [joined, hyphened] = [`${before}${word}`, `${before}-${word}`].map((one) => one.toLowerCase());
  if (vocabulary.has(joined!)) return "drop";
  if (vocabulary.has(hyphened!)) return "keep";
  return COMPOUND.test(before) ? "keep" : "drop";
}

/** The words of lines, those that a line break may have cut left out. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) {
    const found = line.toLowerCase().match(/[\p{L}'’]+(?:-[\p{L}'’]+)*(?![-\u2010\u00ad])/gu) ?? [];
    for (const word of found) words.add(word);
  }
  return words;
}
