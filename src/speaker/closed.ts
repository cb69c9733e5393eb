/** Closed classes of English that this room needs: pronouns with what they can stand for, determiners, prepositions. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

export interface Pronoun {
  readonly gender: "m" | "f" | "n" | "-";
  readonly number: "one" | "many";
  readonly case: "subject" | "object" | "possessive" | "reflexive";
}

/** Third-person pronouns that point at an antecedent. "her" counts as possessive; the resolver looks at what follows. */
export const THIRD_PERSON: ReadonlyMap<string, Pronoun> = new Map([
  ["he", { gender: "m", number: "one", case: "subject" }],
  ["him", { gender: "m", number: "one", case: "object" }],
  ["his", { gender: "m", number: "one", case: "possessive" }],
  ["himself", { gender: "m", number: "one", case: "reflexive" }],
  ["she", { gender: "f", number: "one", case: "subject" }],
  ["her", { gender: "f", number: "one", case: "possessive" }],
  ["hers", { gender: "f", number: "one", case: "possessive" }],
  ["herself", { gender: "f", number: "one", case: "reflexive" }],
  ["it", { gender: "n", number: "one", case: "subject" }],
  ["its", { gender: "n", number: "one", case: "possessive" }],
  ["itself", { gender: "n", number: "one", case: "reflexive" }],
  ["they", { gender: "-", number: "many", case: "subject" }],
  ["them", { gender: "-", number: "many", case: "object" }],
  ["their", { gender: "-", number: "many", case: "possessive" }],
  ["theirs", { gender: "-", number: "many", case: "possessive" }],
  ["themselves", { gender: "-", number: "many", case: "reflexive" }],
]);

export const FIRST_PERSON = set("i me my mine myself we us our ours ourselves");
export const SECOND_PERSON = set("you your yours yourself yourselves");
export const RELATIVE = set("who whom whose which that");
export const POSSESSIVE_PRONOUNS = set("his her its their my our your whose");
export const PRONOUNS: ReadonlySet<string> = new Set([...THIRD_PERSON.keys(), ...FIRST_PERSON, ...SECOND_PERSON]);

export const ARTICLES = set("the a an");
export const DEFINITE = set("the this that these those");
export const DETERMINERS = set(
  "the a an this that these those some any every each both no another one two three four five six seven eight nine ten several many few all his her its their my our your",
);
export const PREPOSITIONS = set(
  "of to in on at by with from for about against between among over under into onto through during before after since until within without near behind outside inside across along around toward towards via upon like as despite including alongside beside besides amid per than",
);
export const CONJUNCTIONS = set(
  "and or but nor yet so while whereas although though because if unless when whenever where",
);

/** Words that, capitalised, begin a sentence and are no part of a name. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...PRONOUNS,
  ...RELATIVE,
  ...DETERMINERS,
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...set(`is are was were be been being am has have had do does did will would can could shall should may might must not n't
    't 's 're 've 'll 'd 'm ’s ’re ’ve ’ll ’d ’m how why what there here then now also still only just even however meanwhile moreover
    instead later earlier again already once yesterday today tomorrow yes no well oh please asked pressed according
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec neither either none nobody everyone everybody someone
    somebody anyone anybody nothing something everything other others such same most more much own ever never
    perhaps maybe indeed thus hence therefore otherwise elsewhere nearly almost about quite very too let thanks thank
    good great new last next first second third since as next`),
]);
