/** When two speakers' names mean the same party. */
import { WORD } from "./characters.ts";

/** What a gold file may give as speaker. */
export type NamedSpeaker =
  | string
  | readonly (string | null)[]
  | { readonly name?: string | null; readonly aliases?: Iterable<string> | null; readonly link?: string | null };

/** `'s` and `'` at the end of a word (Python's `['’]s?\b`). */
const POSSESSIVE = new RegExp(`['’](?:s(?![${WORD}])|(?=[${WORD}]))`, "gu");
const WORDS = new RegExp(`[${WORD}]+`, "gu");

/** Is there a value (Python's truth: "", [] and {} are none)? */
export function given(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}

function listed(speaker: NamedSpeaker | null | undefined): readonly unknown[] {
  if (speaker === null || speaker === undefined) return [];
  if (typeof speaker === "string") return [speaker];
  if (Array.isArray(speaker)) return speaker;
  const { name, link, aliases } = speaker as Exclude<NamedSpeaker, string | readonly (string | null)[]>;
  return [name, (link ?? "").replaceAll("_", " "), ...(aliases ?? [])];
}

/** The names of a speaker, each as its lower-case words without a leading article. */
export function namesOf(speaker: NamedSpeaker | null | undefined): string[][] {
  return listed(speaker)
    .filter((name): name is string => typeof name === "string" && name !== "")
    .map((name) => name.replace(POSSESSIVE, "").toLowerCase())
    .map((name) => name.replace(/^(the|a|an) /, "").match(WORDS) ?? [])
    .filter((words) => words.length > 0);
}

function within(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((word) => whole.includes(word));
}

/** Some name of one is, or contains and ends like, some name of the other: "Minister Ana Quill", "Quill". */
export function sameName(p: NamedSpeaker | null | undefined, g: NamedSpeaker | null | undefined): boolean {
  const golden = namesOf(g);
  return namesOf(p).some((a) =>
    golden.some((b) => a.join(" ") === b.join(" ") || (a.at(-1) === b.at(-1) && (within(a, b) || within(b, a)))),
  );
}
