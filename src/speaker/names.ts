/** Words in, runs of capitalised words that name someone or something out, with the title or role that stands before. */
import { kindOf, type NameKind, textsOf, wholeName } from "./name-kinds.ts";
import type { Gender } from "./vocabulary.ts";
import type { Word, Words } from "./words.ts";

/** One occurrence of a name. Tokens [first, end) are the run with its titles; [nameFirst, end) the name itself. */
export interface NameRun {
  readonly first: number;
  readonly nameFirst: number;
  readonly end: number;
  /** The name's words without titles and nicknames. */
  readonly name: readonly string[];
  readonly nickname?: string;
  readonly kind: NameKind;
  readonly gender: Gender;
  /** By title or role, not only by the given name. */
  readonly genderSure: boolean;
  /** An honorific, a title or a role stands directly before: surely one person. */
  readonly titled: boolean;
  /** Token of the role noun directly before the name ("president" in "Russian president Putin"), or -1. */
  readonly role: number;
}

const CONNECTORS = new Set(
  "de del della di da dos das do von van der den al el bin ibn la le du ter ten y st".split(" "),
);
const NUMBERED = new Set("local channel unit group radio team chapter lodge district ward no. no".split(" "));
/** "al-Rawahi", "d’Estaing": small letters that belong to a surname. */
export const FAMILY_ARTICLE = /^(?:al|el|ad|as|an|ar|ash|at|az|bin|ibn|ben|d|l)[-’']\p{Lu}/u;
const LONGEST = 14;

/** Can this word stand in a name? */
export function nameWord(word: Word): boolean {
  return (word.cap && !word.function) || FAMILY_ARTICLE.test(word.text);
}

/** All names of the doc in order. `common` says whether a capitalised sentence opener is an ordinary word. */
export function findNames(words: Words, common: (word: Word, token: number) => boolean): NameRun[] {
  const found: NameRun[] = [];
  for (const sentence of words.doc.sentences) {
    if (!words.isRead(sentence.firstToken)) continue;
    if (shouted(words, sentence.firstToken, sentence.endToken)) continue;
    for (let i = sentence.firstToken; i < sentence.endToken; ) {
      const end = runEnd(words, i, sentence.endToken);
      if (end > i) {
        if (isLabel(words, i, end)) {
          i = end;
          continue;
        }
        const ordinary = opensSentence(words, i, sentence.firstToken) && common(words.at(i), i);
        if (!(ordinary && end === i + 1)) splitRun(found, words, i, end, ordinary);
      }
      i = Math.max(end, i + 1);
    }
  }
  return found;
}

/** "MS. OYELARAN:" at the head of a paragraph. */
function isLabel(words: Words, first: number, end: number): boolean {
  if (words.at(end).text !== ":" || words.paragraphOf(first - 1) === words.paragraphOf(first)) return false;
  for (let i = first; i < end; i++) if (words.at(i).text !== words.at(i).text.toUpperCase()) return false;
  return true;
}

/** A headline in capitals tells nothing about names. */
function shouted(words: Words, first: number, end: number): boolean {
  let letters = 0;
  for (let i = first; i < end; i++) {
    const word = words.at(i);
    if (!word.letters) continue;
    letters++;
    if (word.text !== word.text.toUpperCase()) return false;
  }
  return letters > 3;
}

/** Nothing but marks between the sentence's begin (or an opening quotation mark or colon) and this token. */
export function opensSentence(words: Words, token: number, first: number): boolean {
  for (let i = token - 1; i >= first; i--) {
    const word = words.at(i);
    if (word.letters || word.number) return false;
    if (/^[:“"‘—–]$/.test(word.text)) return true;
  }
  return true;
}

/** End of the run of name words that begins at `from`, or `from`. */
function runEnd(words: Words, from: number, limit: number): number {
  if (!startsName(words, from, limit)) return from;
  let end = from + 1;
  while (end < limit && end - from < LONGEST) {
    const next = words.at(end);
    if (nameWord(next) || (next.number && NUMBERED.has(words.at(end - 1).lower))) end++;
    else if (joins(words, from, end, limit)) end += 2;
    else if (joinsThe(words, from, end, limit)) end += 3;
    else break;
  }
  return end;
}

function startsName(words: Words, at: number, limit: number): boolean {
  const word = words.at(at);
  if (nameWord(word)) return true;
  return word.cap && word.given && at + 1 < limit && nameWord(words.at(at + 1)) && !words.at(at + 1).title;
}

/** "of" after a body or title, "de" in a surname, "&", a plural possessive before a body. */
function joins(words: Words, from: number, at: number, limit: number): boolean {
  if (at + 1 >= limit || !nameWord(words.at(at + 1))) return false;
  const joint = words.at(at);
  if (joint.text === "&" || joint.text === "/") return true;
  if (CONNECTORS.has(joint.lower) && !joint.cap) return true;
  if (joint.lower === "of" || joint.lower === "for" || joint.lower === "on")
    return headsName(words, from, at, joint.lower);
  return /^['’]$/.test(joint.text) && /s$/i.test(words.at(at - 1).text) && bodyFollows(words, at + 1, limit);
}

/** "Bank of the West", "Council on the Arts". */
function joinsThe(words: Words, from: number, at: number, limit: number): boolean {
  const article = words.at(at + 1);
  return (
    at + 2 < limit && words.at(at).lower === "of" && article.lower === "the" && !article.cap &&
    nameWord(words.at(at + 2)) && headsName(words, from, at, "the")
  ); // biome-ignore format: one condition
}

/** Has the run [from, at) a head that takes "of": Bank, University, House, Secretary? */
function headsName(words: Words, from: number, at: number, joint: string): boolean {
  const last = words.at(at - 1);
  if (last.body) return true;
  return (
    joint === "of" && from === at - 1 && (last.title !== undefined || last.lower === "isle" || last.lower === "duchy")
  );
}

function bodyFollows(words: Words, from: number, limit: number): boolean {
  for (let i = from; i < Math.min(limit, from + 4) && nameWord(words.at(i)); i++) if (words.at(i).body) return true;
  return false;
}

/** A place or body directly before a person is a name of its own: "United States | Hamdullah Mohib". */
function splitRun(found: NameRun[], words: Words, first: number, end: number, opener: boolean): void {
  const cut = wholeName(words, first, end) ? first : personAfter(words, first, end);
  if (cut > first) pushRun(found, words, first, cut, opener);
  pushRun(found, words, cut, end, opener && cut === first);
}

/** Where a person's name of two or three words begins that follows a place or body without a joint, or `first`. */
function personAfter(words: Words, first: number, end: number): number {
  for (let i = end - 2; i > first && i >= end - 3; i--) {
    if (!words.at(i).given || words.at(i).body || words.at(i).title || words.at(end - 1).body) continue;
    const before = words.at(i - 1);
    if (before.title || before.person) return first;
    if (before.body || wholeName(words, first, i) !== undefined) return i;
  }
  return first;
}

/** Splits a run at its roles, and adds what is left as a name. */
function pushRun(found: NameRun[], words: Words, first: number, end: number, opener: boolean): void {
  const { vocabulary } = words;
  const known = wholeName(words, first, end);
  if (known) {
    const name = textsOf(words, first, end);
    found.push({
      first,
      nameFirst: first,
      end,
      name,
      kind: known,
      gender: "-",
      genderSure: false,
      titled: false,
      role: -1,
    });
    return;
  }
  if (onlyRoles(words, first, end)) return;
  let nameFirst = first;
  let role = -1;
  for (let i = first; i < end - 1; i++) {
    const word = words.at(i);
    if (!splitsAt(words, i, end)) continue;
    role = i;
    nameFirst = word.title || words.at(i + 1).lower !== "of" ? i + 1 : i;
  }
  if (role >= 0 && words.at(nameFirst).lower === "of") nameFirst = afterComplement(words, nameFirst, end);
  while (
    nameFirst < end &&
    ((CONNECTORS.has(words.at(nameFirst).lower) && !words.at(nameFirst).cap) ||
      words.at(nameFirst).title?.kind === "honorific")
  )
    nameFirst++;
  while (
    nameFirst < end - 1 &&
    (words.at(nameFirst).demonym || (opener && nameFirst === first && dropsOpener(words, nameFirst, end)))
  )
    nameFirst++;
  if (nameFirst >= end) return;
  if (nameFirst === end - 1 && words.at(nameFirst).demonym && !vocabulary.places.has(words.at(nameFirst).lower)) return;
  addName(found, words, first, nameFirst, end, role);
}

const ROLE_MODIFIERS = new Set(
  "prime deputy vice chief home foreign shadow press state attorney interior first finance defence defense justice health education trade energy acting former lord".split(
    " ",
  ),
);

/** "Prime Minister", "the Speaker": a role with capitals, which is described, not named. "Cook" alone in mid-sentence stays a name. */
function onlyRoles(words: Words, first: number, end: number): boolean {
  const last = words.at(end - 1);
  if (!last.title && !(last.person && !last.person.plural)) return false;
  for (let i = first; i < end - 1; i++) {
    const word = words.at(i);
    if (!word.title && !word.person && !word.demonym && !ROLE_MODIFIERS.has(word.lower)) return false;
    if (word.given && !word.title) return false;
  }
  const before = words.at(first - 1);
  return (
    end - first > 1 ||
    last.title !== undefined ||
    last.person?.kind === "office" ||
    before.determiner ||
    before.possessive
  );
}

/** "Former President …", "Outgoing …": an ordinary word that opens the sentence is no part of a longer name of a person. */
function dropsOpener(words: Words, at: number, end: number): boolean {
  const word = words.at(at);
  if (word.given || words.at(end - 1).body) return false;
  return end - at > 2 || !word.given;
}

/** Is the word at `i` a title or role whose bearer's name follows in the run? */
function splitsAt(words: Words, i: number, end: number): boolean {
  const word = words.at(i);
  const next = words.at(i + 1);
  if (!word.title && (!word.person || word.person.plural)) return false;
  if (word.given && !word.title) return false;
  if (next.body && i + 2 >= end) return false;
  if (words.at(end - 1).body && !given(words, i + 1, end))
    return next.lower === "of" ? given(words, i + 2, end) : false;
  return true;
}

function given(words: Words, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (words.at(i).given && !words.at(i).body) return true;
  return false;
}

/** "Secretary of State Grace Abiodun": the name begins at the first given name, else after one word of complement. */
function afterComplement(words: Words, of: number, end: number): number {
  const from = words.at(of + 1).lower === "the" ? of + 2 : of + 1;
  for (let i = from + 1; i < end; i++) if (words.at(i).given && !words.at(i).body) return i;
  for (let i = end - 1; i > from; i--) if (words.at(i).body) return i + 1;
  return Math.min(from + 1, end);
}

/** Adds the name with what the words before it tell. A nickname in quotation marks joins two runs: Terry “the Tank” Ogilvie. */
function addName(found: NameRun[], words: Words, first: number, nameFirst: number, end: number, role: number): void {
  const title = nameFirst > first ? words.at(nameFirst - 1).title : undefined;
  const before = first - 1;
  const lowerRole = nameFirst === first && isLowerRole(words, before) ? before : -1;
  const roleToken = role >= 0 ? role : lowerRole;
  const titled = title !== undefined || roleToken >= 0;
  const kind = afterPlace(words, found.at(-1), first) ? "place" : kindOf(words, nameFirst, end, titled, before);
  const gender = kind === "person" || titled ? genderOf(words, nameFirst, end, title?.gender, roleToken) : "-";
  const told = title && title.gender !== "-" ? title.gender : words.at(roleToken).person?.gender;
  const genderSure = told !== undefined && told !== "-";
  dropQuotedRun(words, found, nameFirst);
  const last = found.at(-1);
  const nickname = last && nicknameBetween(words, last, nameFirst);
  if (last && nickname) {
    found[found.length - 1] = {
      ...last,
      end,
      name: [...last.name, ...textsOf(words, nameFirst, end)],
      nickname,
      kind: "person",
    };
    return;
  }
  found.push({
    first,
    nameFirst,
    end,
    name: textsOf(words, nameFirst, end),
    kind,
    gender,
    genderSure,
    titled,
    role: roleToken,
  });
}

function isLowerRole(words: Words, token: number): boolean {
  const word = words.at(token);
  return word.person !== undefined && !word.person.plural;
}

/** "in Evanston, Illinois": what follows a place after a comma, and before another, says where it lies. */
function afterPlace(words: Words, last: NameRun | undefined, first: number): boolean {
  if (!last || last.end !== first - 1 || words.at(last.end).text !== "," || last.kind === "person") return false;
  return last.kind === "place" && /^(?:in|at|near|from|of)$/.test(words.at(last.first - 1).lower);
}

/** The run inside the quotation marks of a nickname is no name of its own. */
function dropQuotedRun(words: Words, found: NameRun[], nameFirst: number): void {
  const [outer, inner] = found.slice(-2);
  if (!outer || !inner || inner.end !== nameFirst - 1 || inner.first - outer.end > 2 || inner.first === outer.end)
    return;
  if (nicknameBetween(words, outer, nameFirst) !== undefined) found.pop();
}

function nicknameBetween(words: Words, last: NameRun, next: number): string | undefined {
  const gap = next - last.end;
  if (gap < 2 || gap > 6 || last.kind === "body" || !/^[“"‘'(]$/.test(words.at(last.end).text)) return undefined;
  if (!/^[”"’')]$/.test(words.at(next - 1).text) || words.sentenceOf(last.end) !== words.sentenceOf(next))
    return undefined;
  if (words.at(last.end).text === "(" && gap > 3) return undefined;
  for (let i = last.end + 1; i < next - 1; i++) if (!words.at(i).letters) return undefined;
  return words.doc.text.slice(words.start(last.end + 1), words.end(next - 2));
}

function genderOf(words: Words, nameFirst: number, end: number, title: Gender | undefined, role: number): Gender {
  if (title && title !== "-") return title;
  const noun = words.at(role).person;
  if (noun && noun.gender !== "-") return noun.gender;
  const first = words.at(nameFirst);
  if (end - nameFirst < 2 && !first.given) return "-";
  return words.vocabulary.given.get(first.lower) ?? hyphenGender(words, first.lower);
}

/** "Hyun-woo", "Anne-Sophie": by the first part. */
function hyphenGender(words: Words, name: string): Gender {
  const dash = name.indexOf("-");
  return dash > 0 ? (words.vocabulary.given.get(name.slice(0, dash)) ?? "-") : "-";
}
