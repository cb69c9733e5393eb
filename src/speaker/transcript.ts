/** Transcripts: speaker labels ("MS. OYELARAN", "Q", "MS REYES (rising)") in, participants out. */
import type { ArticleMeta, Attribution } from "../schema/index.ts";
import type { Coreference } from "./coreference.ts";
import { addEntity, type Entity } from "./entities.ts";
import type { Gender } from "./vocabulary.ts";

/** What a label means: one participant, several of that surname, or nobody known. */
export interface LabelReading {
  readonly entity: Entity | undefined;
  readonly candidates: readonly Entity[];
  readonly name: string;
  readonly by: string;
}

const LABEL = /^[\p{Lu}\p{N}][\p{Lu}\p{N}\p{M}.,’'&() -]{0,80}$/u;
const QUESTION = /^(?:Q|QUESTION|REPORTER|QUESTIONER|JOURNALIST)\.?$/;
/** Who answers in a "Q. … A. …" record is not named by the label. */
const ANSWER = /^(?:A|ANSWER|Answer|RESPONDENT)\.?$/;
const STAGE_NOTE = /\([^()]{0,60}\)/g;

/** Is this source a label, and not a name in the running text? */
export function isLabel(text: string, attribution: Attribution): boolean {
  const bare = text.replace(STAGE_NOTE, "").trim().replace(/:$/, "");
  return (
    attribution.form === "transcript" ||
    (LABEL.test(bare) &&
      bare.length > 0 &&
      attribution.form === undefined &&
      /^(?:Q|[^a-z]{4,})$/.test(bare) &&
      /[A-Z]{2}|^Q$/.test(bare))
  );
}

/** Reads labels against the list of participants: the title's names, then every name in the text. */
export function createLabelReader(
  reference: Coreference,
  meta: ArticleMeta,
): (label: string) => LabelReading | undefined {
  const read = new Map<string, LabelReading | undefined>();
  const fromTitle = participants(meta.title ?? "", reference);
  return (label) => {
    const bare = label
      .replace(STAGE_NOTE, "")
      .replace(/[:.\s]+$/, "")
      .trim();
    if (!read.has(bare)) read.set(bare, readLabel(reference, fromTitle, bare));
    return read.get(bare);
  };
}

function readLabel(reference: Coreference, fromTitle: readonly Entity[], label: string): LabelReading | undefined {
  if (label === "") return undefined;
  if (QUESTION.test(label))
    return { entity: nameless(reference, "reporter"), candidates: [], name: "reporter", by: "speaker/label-question" };
  if (ANSWER.test(label))
    return {
      entity: nameless(reference, "respondent"),
      candidates: [],
      name: "respondent",
      by: "speaker/label-answer",
    };
  const { titles, persons } = reference.words.vocabulary;
  const parts = label
    .toLowerCase()
    .split(/[\s,]+/)
    .map((word) => word.replace(/\.$/, ""))
    .filter((word) => word !== "");
  if (parts.length === 0) return undefined;
  let gender: Gender = "-";
  while (
    parts.length > 1 &&
    (titles.has(parts[0]!) || persons.has(parts[0]!) || parts[0] === "press" || parts[0] === "the")
  ) {
    const title = titles.get(parts.shift()!);
    if (title && title.gender !== "-") gender = title.gender;
  }
  const fits = (entity: Entity): boolean =>
    entity.type === "person" && entity.named && parts.every((word) => entity.key.includes(word.replace(/[.’']/g, ""))) &&
    (gender === "-" || entity.gender === "-" || entity.gender === gender); // biome-ignore format: one condition
  for (const list of [fromTitle, reference.registry.entities.filter((entity) => entity.key.length > 1)]) {
    const found = [...new Set(list.filter(fits))];
    if (found.length === 1) return { entity: found[0], candidates: [], name: found[0]!.name, by: "speaker/label" };
    if (found.length > 1)
      return { entity: undefined, candidates: found, name: titleCase(parts.join(" ")), by: "speaker/label-ambiguous" };
  }
  const name = titleCase(parts.join(" "));
  return {
    entity: addEntity(reference.registry, { type: "person", name, key: parts, named: true, gender }),
    candidates: [],
    name,
    by: "speaker/label-alone",
  };
}

/** "… by Press Secretary Temitope Oyelaran and Emergency Director Cal Wozniak": capitalised runs without their titles. */
function participants(title: string, reference: Coreference): Entity[] {
  const { titles, persons } = reference.words.vocabulary;
  const found: Entity[] = [];
  for (const run of title.match(/\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}.’'-]{0,30}){0,8}/gu) ?? []) {
    const names = run.split(" ");
    let from = 0;
    names.forEach((word, i) => {
      const lower = word.toLowerCase().replace(/\.$/, "");
      if (titles.has(lower) || persons.has(lower)) from = i + 1;
    });
    const name = names.slice(from);
    if (name.length < 2 && !(from > 0 && name.length === 1)) continue;
    const key = name.map((word) => word.toLowerCase().replace(/[.’']/g, ""));
    const known = reference.registry.byKey.get(key.join(" "));
    const gender = reference.words.vocabulary.given.get(key[0]!) ?? "-";
    found.push(
      known ??
        addEntity(reference.registry, {
          type: "person",
          name: name.join(" "),
          key,
          named: true,
          gender,
          introduced: true,
        }),
    );
  }
  return found;
}

/** The one participant that such a label means, known by the role alone. */
function nameless(reference: Coreference, name: string): Entity {
  const known = reference.registry.entities.find((entity) => entity.name === name && !entity.named);
  return known ?? addEntity(reference.registry, { type: "person", name, head: name, introduced: true });
}

function titleCase(text: string): string {
  return text.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
