/** Word lists in, lookups out: what a word can mean for naming people, bodies and documents. */
import type { Lexicon } from "../schema/index.ts";

export type Gender = "m" | "f" | "-";

export interface PersonNoun {
  readonly singular: string;
  readonly plural: boolean;
  readonly gender: Gender;
  /** office: as a rule one holder at a time ("mayor"). */
  readonly kind: "office" | "role" | "relation";
}

export interface Title {
  readonly gender: Gender;
  readonly kind: "honorific" | "office" | "rank";
}

/** Given names in lower case, with the gender of nearly all of their bearers. */
export interface GivenNames {
  has(name: string): boolean;
  get(name: string): Gender | undefined;
  /** How common it is, as a power of ten: 6 where a million bear it in the list's counts; 0 if not known. */
  frequency(name: string): number;
}

export interface Vocabulary {
  readonly titles: ReadonlyMap<string, Title>;
  readonly persons: ReadonlyMap<string, PersonNoun>;
  readonly groups: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  /** Words of a metonym in lower case -> its name. */
  readonly metonyms: ReadonlyMap<string, string>;
  /** Country (under any of its names) or capital in lower case -> the country's first name in the list. */
  readonly places: ReadonlyMap<string, string>;
  /** "russian" -> "Russia". */
  readonly demonyms: ReadonlyMap<string, string>;
  readonly given: GivenNames;
  /** Outlet in lower case -> agency, outlet or network. */
  readonly outlets: ReadonlyMap<string, string>;
  readonly outletWords: ReadonlySet<string>;
  /** "conference" -> event. */
  readonly occasions: ReadonlyMap<string, string>;
  /** Feature of a pronoun and a candidate -> its weight. */
  readonly pronounWeights: ReadonlyMap<string, number>;
}

const built = new WeakMap<Lexicon, Vocabulary>();

/** Reads the word lists once a lexicon. */
export function vocabularyOf(lexicon: Lexicon): Vocabulary {
  let found = built.get(lexicon);
  if (!found) built.set(lexicon, (found = build(lexicon)));
  return found;
}

function build(lexicon: Lexicon): Vocabulary {
  const titles = new Map<string, Title>();
  for (const [word, gender, kind] of lexicon.rows("titles")) titles.set(word!, { gender, kind } as Title);
  return {
    titles,
    persons: personNouns(lexicon),
    groups: firstColumn(lexicon, "group-nouns"),
    bodies: firstColumn(lexicon, "org-nouns"),
    documents: firstColumn(lexicon, "document-nouns"),
    metonyms: new Map(lexicon.rows("metonyms").map(([words, name]) => [words!, name!])),
    occasions: new Map(lexicon.rows("occasions").map(([noun, kind]) => [noun!, kind!])),
    given: givenNames(lexicon),
    pronounWeights: new Map(lexicon.rows("pronoun-weights").map(([name, weight]) => [name!, Number(weight)])),
    ...countries(lexicon),
    ...outlets(lexicon),
  };
}

function givenNames(lexicon: Lexicon): GivenNames {
  const lines = lexicon.sorted("given-names");
  const column = (name: string, k: number): string | undefined => {
    const index = lines.find(name);
    return index < 0 ? undefined : lines.line(index).split("\t")[k];
  };
  return {
    has: (name) => lines.find(name) >= 0,
    get: (name) => column(name, 1) as Gender | undefined,
    frequency: (name) => Number(column(name, 2) ?? 0),
  };
}

function firstColumn(lexicon: Lexicon, file: string): Set<string> {
  return new Set(lexicon.rows(file).map((row) => row[0]!));
}

function personNouns(lexicon: Lexicon): Map<string, PersonNoun> {
  const found = new Map<string, PersonNoun>();
  for (const [singular, plural, gender, kind] of lexicon.rows("person-nouns")) {
    const noun = { singular: singular!, gender: gender as Gender, kind: kind as PersonNoun["kind"] };
    if (!found.has(plural!)) found.set(plural!, { ...noun, plural: true });
    found.set(singular!, { ...noun, plural: false });
  }
  return found;
}

function countries(lexicon: Lexicon): Pick<Vocabulary, "places" | "demonyms"> {
  const places = new Map<string, string>();
  const demonyms = new Map<string, string>();
  for (const [name = "", people = "", capital] of lexicon.rows("countries")) {
    const nation = people.split(",")[0]!.toLowerCase();
    if (!demonyms.has(nation)) demonyms.set(nation, name);
    const country = demonyms.get(nation)!;
    places.set(name.toLowerCase(), country);
    if (capital && !places.has(capital.toLowerCase())) places.set(capital.toLowerCase(), country);
    for (const word of people.split(","))
      if (!demonyms.has(word.toLowerCase())) demonyms.set(word.toLowerCase(), country);
  }
  for (const [name = ""] of lexicon.rows("regions"))
    if (!places.has(name.toLowerCase())) places.set(name.toLowerCase(), name);
  return { places, demonyms };
}

function outlets(lexicon: Lexicon): Pick<Vocabulary, "outlets" | "outletWords"> {
  const found = new Map<string, string>();
  const words = new Set<string>();
  for (const [name = "", kind = ""] of lexicon.rows("outlets")) {
    if (kind === "word") words.add(name);
    else found.set(name.toLowerCase(), kind);
  }
  return { outlets: found, outletWords: words };
}
