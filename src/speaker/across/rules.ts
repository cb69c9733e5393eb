/** The rules that say whether two speakers of different articles are one; the first that speaks decides. */
import type { SpeakerProfile } from "../../schema/index.ts";
import { contentWords } from "./profile.ts";

export interface Verdict {
  /** same: merged. maybe: shown beside each other, not merged. apart: never merged, nor with anyone merged with it. none: nothing is known. */
  readonly verdict: "same" | "maybe" | "apart" | "none";
  readonly why: string;
  readonly confidence: number;
}

export interface LinkRule {
  readonly name: string;
  readonly why: string;
  readonly judge: (a: SpeakerProfile, b: SpeakerProfile) => Verdict | undefined;
}

const same = (why: string, confidence: number): Verdict => ({ verdict: "same", why, confidence });
const maybe = (why: string, confidence: number): Verdict => ({ verdict: "maybe", why, confidence });
const apart = (why: string): Verdict => ({ verdict: "apart", why, confidence: 0.9 });

const none: Verdict = { verdict: "none", why: "nothing says so", confidence: 0 };

const full = ({ names }: SpeakerProfile): readonly (readonly string[])[] => names.filter((words) => words.length > 1);
const quoted = (words: readonly string[]): string => `“${words.join(" ")}”`;

/** "j" and "john", "joe" and "joseph" are not at odds; "john" and "jane" are. */
function givenNamesAgree(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return a === b || (short.length === 1 && long.startsWith(short)) || (short.length > 2 && long.startsWith(short));
}

/** Full names of the same words, but for middle names and initials. */
function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  return (
    a[0] === b[0] &&
    a.at(-1) === b.at(-1) &&
    (a.every((word) => b.includes(word) || word.length === 1) ||
      b.every((word) => a.includes(word) || word.length === 1))
  );
}

/** As sure as "maybe" can be: enough to merge if there is nobody else of that surname. */
export const ALONE = 0.7;

function sharedRoles(a: SpeakerProfile, b: SpeakerProfile): string[] {
  return [...new Set(a.roles.flatMap((x) => b.roles.flatMap((y) => [...x].filter((word) => y.has(word)))))];
}

/** What speaks for two people of a name being one, in words; empty if nothing does. */
function support(a: SpeakerProfile, b: SpeakerProfile): string[] {
  const found: string[] = [];
  const shared = sharedRoles(a, b);
  if (shared.length > 0) found.push(`both are called “${shared.sort().join(", ")}”`);
  const company = [...a.company].filter((name) => b.company.has(name));
  if (company.length > 0) found.push(`both speak beside ${quoted([company[0]!])}`);
  if (a.publisher !== undefined && a.publisher === b.publisher && daysApart(a, b) <= 14)
    found.push(`the same outlet, within two weeks`);
  return found;
}

function daysApart(a: SpeakerProfile, b: SpeakerProfile): number {
  if (a.day === undefined || b.day === undefined) return Number.POSITIVE_INFINITY;
  return Math.abs(Date.parse(a.day) - Date.parse(b.day)) / 86_400_000;
}

export const LINK_RULES: readonly LinkRule[] = [
  {
    name: "one-article",
    why: "an article's own reading has kept them apart",
    judge: (a, b) => (a.article === b.article ? apart("the article tells them apart") : undefined),
  },
  {
    name: "kind",
    why: "a person is no organisation; groups, documents and the unknown are of their own article",
    judge: (a, b) =>
      a.speaker.type !== b.speaker.type || (a.speaker.type !== "person" && a.speaker.type !== "organisation")
        ? apart("of different kinds")
        : undefined,
  },
  {
    name: "gazetteer",
    why: "the gazetteer knows both as one person, or as two",
    judge(a, b) {
      if (a.known === undefined || b.known === undefined) return undefined;
      return a.known === b.known
        ? same(`the gazetteer knows both as ${a.known}`, 0.93)
        : apart("the gazetteer knows them as two");
    },
  },
  {
    name: "body-name",
    why: "organisations are what they are called",
    judge(a, b) {
      if (a.speaker.type !== "organisation") return undefined;
      const shared = a.names.find((x) => b.names.some((y) => x.join(" ") === y.join(" ")));
      if (!shared) return apart("of different names");
      return shared.length > 1 || support(a, b).length > 0
        ? same(`both are called ${quoted(shared)}`, 0.95)
        : maybe(`both are called ${quoted(shared)}`, 0.7);
    },
  },
  {
    name: "full-name",
    why: "one given name and surname; two of a name whose roles share nothing stay apart, and two of a common one of whom no more is known",
    judge(a, b) {
      const shared = full(a).find((x) => full(b).some((y) => sameFullName(x, y)));
      if (!shared) return undefined;
      const reasons = support(a, b);
      if (reasons.length > 0) return same(`the same full name; ${reasons[0]}`, 0.97);
      if (a.roles.length > 0 && b.roles.length > 0)
        return maybe("the same full name, but roles that share nothing", 0.6);
      if (a.common) return maybe("the same full name, but a common one, and no more", 0.6);
      return same("the same full name; nothing speaks against it", 0.8);
    },
  },
  {
    name: "given-name",
    why: "one surname, different given names",
    judge(a, b) {
      const [x, y] = [full(a), full(b)];
      if (x.length === 0 || y.length === 0) return undefined;
      const near = x.some((one) => y.some((two) => one.at(-1) === two.at(-1) && givenNamesAgree(one[0]!, two[0]!)));
      if (!near) return apart("of different names");
      const reasons = support(a, b);
      return reasons.length > 0
        ? same(`names that agree; ${reasons[0]}`, 0.85)
        : maybe("names that agree, and no more", 0.6);
    },
  },
  {
    name: "surname",
    why: "a surname alone needs a role that speaks for it, or company and nobody else of that surname",
    judge(a, b) {
      const shared = a.names.find((x) => b.names.some((y) => x.at(-1) === y.at(-1)));
      if (!shared) return undefined;
      const [first] = support(a, b);
      if (first === undefined) return maybe("the same surname, and no more", 0.5);
      return sharedRoles(a, b).length > 0
        ? same(`the same surname; ${first}`, 0.85)
        : maybe(`the same surname; ${first}`, ALONE);
    },
  },
  {
    name: "role",
    why: "only described: the one who is called so elsewhere within two months",
    judge(a, b) {
      const [bare, other] = a.names.length === 0 ? [a, b] : [b, a];
      if (bare.names.length > 0) return apart("of different names");
      if (other.names.length === 0) return none;
      if (bare.known !== undefined && other.known !== undefined) return none;
      const words = contentWords(bare.speaker.name);
      const held = words.size > 1 && other.roles.some((role) => [...words].every((word) => role.has(word)));
      if (!held || daysApart(a, b) > 60) return none;
      const why = `called “${bare.speaker.name}” there too`;
      return same(why, 0.7);
    },
  },
];

/** The verdict of the first rule that speaks, with its id. */
export function judge(a: SpeakerProfile, b: SpeakerProfile): Verdict & { readonly by: string } {
  for (const rule of LINK_RULES) {
    const verdict = rule.judge(a, b);
    if (verdict) return { ...verdict, by: `speaker/across-${rule.name}` };
  }
  return { ...none, by: "speaker/across-none" };
}
