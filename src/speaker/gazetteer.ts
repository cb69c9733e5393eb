/** Gazetteer entries in, lookups by name and day out: who of those that a text names held which office then. */
import { type GazetteerEntry, gazetteerEntry, type Lexicon } from "../schema/index.ts";
import { keyOf } from "./entities.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** An office as descriptions name it: "prime minister" of Norway is head "minister", words {prime, minister}, of {norway}. */
export interface Office {
  readonly entry: GazetteerEntry;
  readonly head: string;
  readonly words: ReadonlySet<string>;
  /** Words of the country or body, lower case. */
  readonly of: readonly string[];
}

export interface Gazetteer {
  /** Offices that the bearer of the name (its words, lower case; or a surname alone) held on that day; of any day if none is given. */
  officesOf(key: readonly string[], day: string | undefined): readonly Office[];
  /** Whom a name means (its words, lower case, without accents). */
  namesOf(key: readonly string[]): readonly string[];
  /** Who held the office that a description names ("US president") on that day, if that is one person. */
  holderOf(description: string, day: string): string | undefined;
}

const built = new WeakMap<Lexicon, WeakMap<readonly GazetteerEntry[], Gazetteer>>();
const NONE: readonly GazetteerEntry[] = [];

/** The package's own list and the user's entries, indexed once. */
export function gazetteerOf(lexicon: Lexicon, own: readonly GazetteerEntry[] = NONE): Gazetteer {
  let byOwn = built.get(lexicon);
  if (!byOwn) built.set(lexicon, (byOwn = new WeakMap()));
  let found = byOwn.get(own);
  if (!found)
    byOwn.set(
      own,
      (found = build([...lexicon.rows("office-holders").map(gazetteerEntry), ...own], vocabularyOf(lexicon))),
    );
  return found;
}

const keyOfName = (name: string): string => keyOf(name.split(/\s+/)).join(" ");
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function build(entries: readonly GazetteerEntry[], vocabulary: Vocabulary): Gazetteer {
  const byName = new Map<string, Office[]>();
  const bySurname = new Map<string, Office[]>();
  const byPlainName = new Map<string, Set<string>>();
  for (const { name, aliases } of entries)
    for (const one of [name, ...aliases]) {
      const key = plain(keyOfName(one));
      byPlainName.set(key, (byPlainName.get(key) ?? new Set()).add(name));
    }
  const add = (map: Map<string, Office[]>, key: string, office: Office): void => {
    const list = map.get(key);
    if (!list) map.set(key, [office]);
    else if (!list.includes(office)) list.push(office);
  };
  for (const entry of entries) {
    const words = entry.office?.toLowerCase().split(/\s+/) ?? [];
    const head = words.find((word, i) => word === "secretary" && words[i + 1] === "of") ?? words.at(-1);
    if (head === undefined) continue;
    const office = { entry, head, words: new Set(words), of: entry.of?.toLowerCase().split(/\s+/) ?? [] };
    for (const name of [entry.name, ...entry.aliases]) add(byName, keyOfName(name), office);
    add(bySurname, keyOfName(entry.name).split(" ").at(-1)!, office);
  }
  const held = (office: Office, day: string | undefined): boolean =>
    day === undefined || (day >= (office.entry.from ?? "") && day <= (office.entry.to ?? "9"));
  const all = [...new Set([...byName.values()].flat())];
  const byDescription = new Map<string, readonly Office[]>();
  const described = (description: string): readonly Office[] => {
    let found = byDescription.get(description);
    if (!found) {
      const words = description.toLowerCase().split(/\s+/);
      found = all.filter((office) => isDescribed(vocabulary, words, office));
      byDescription.set(description, found);
    }
    return found;
  };
  return {
    officesOf(key, day) {
      const whole = (byName.get(key.join(" ")) ?? []).filter((office) => held(office, day));
      if (whole.length > 0 || key.length !== 1) return whole;
      const some = (bySurname.get(key[0]!) ?? []).filter((office) => held(office, day));
      return new Set(some.map(({ entry }) => entry.name)).size === 1 ? some : [];
    },
    namesOf: (key) => [...(byPlainName.get(plain(key.join(" "))) ?? [])],
    holderOf(description, day) {
      const names = new Set(
        described(description)
          .filter((office) => held(office, day))
          .map(({ entry }) => entry.name),
      );
      return names.size === 1 ? [...names][0] : undefined;
    },
  };
}

/** "us president", "president of russia", "british prime minister": the office's words and its country, and nothing else. */
function isDescribed(vocabulary: Vocabulary, words: readonly string[], { words: office, of }: Office): boolean {
  const rest = words.filter((word) => !office.has(word) && word !== "of" && word !== "the");
  if (![...office].every((word) => words.includes(word)) || rest.length === 0) return false;
  const country = vocabulary.places.get(of.join(" "));
  const place = vocabulary.places.get(rest.join(" ")) ?? vocabulary.demonyms.get(rest.join(" "));
  return country === undefined ? rest.join(" ") === of.join(" ") : place === country;
}
