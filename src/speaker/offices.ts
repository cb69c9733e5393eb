/** Descriptions by office ("the US president") and the gazetteer in, the party that the text names and that held the office out. */
import type { Described, Link } from "./descriptions.ts";
import type { Gazetteer, Office } from "./gazetteer.ts";
import type { Mention } from "./mentions.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Notes which of the named parties held an office on the day of the report. */
export function noteOffices(described: Described, gazetteer: Gazetteer, day: string | undefined): void {
  for (const entity of described.registry.entities) {
    if (!entity.named || (entity.type !== "person" && entity.type !== "unknown")) continue;
    for (const office of gazetteer.officesOf(entity.key, day)) {
      const list = described.byOffice.get(office.head);
      if (list) list.push({ entity, office });
      else described.byOffice.set(office.head, [{ entity, office }]);
    }
  }
}

/** "the US president", where the text names who held that office then: the only one of whom the gazetteer says so. */
export function byOffice(
  vocabulary: Vocabulary,
  described: Described,
  mention: Mention,
  more: readonly string[],
): Link | undefined {
  const d = mention.description!;
  if (d.plural || d.possessor >= 0) return undefined;
  const named = [
    ...d.modifiers,
    ...more.filter((word) => !vocabulary.demonyms.has(word) || vocabulary.places.has(word)),
  ];
  const fits = (described.byOffice.get(d.head) ?? []).filter(
    ({ office }) => isOf(vocabulary, named, office) && sameOffice(vocabulary, d.modifiers, d.head, office),
  );
  const [first] = fits;
  if (!first || fits.some(({ entity }) => entity !== first.entity)) return undefined;
  return { entity: first.entity, sure: 0.85, by: "speaker/gazetteer" };
}

/** Do the words name the office's country or body? */
function isOf({ places, demonyms }: Vocabulary, named: readonly string[], { of }: Office): boolean {
  const country = places.get(of.join(" "));
  for (const word of named) {
    if (country !== undefined && (places.get(word) ?? demonyms.get(word)) === country) return true;
    if (of.includes(word) && !/^(?:of|the|united|european|international|world|bank)$/.test(word)) return true;
  }
  return false;
}

/** Besides the country, do the modifiers say what the office says: "prime minister" and "foreign minister" differ, "former president" is another. */
function sameOffice(
  { places, demonyms }: Vocabulary,
  modifiers: readonly string[],
  head: string,
  { words, of }: Office,
): boolean {
  const own = modifiers.filter((word) => !places.has(word) && !demonyms.has(word) && !of.includes(word));
  return (
    own.every((word) => words.has(word)) &&
    [...words].every((word) => word === head || word === "of" || own.includes(word))
  );
}
