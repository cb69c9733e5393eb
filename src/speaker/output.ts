/** Drafts in, the parties of each attribution and the list of speakers out, as other rooms take them. */
import type { Decision, Parties, Party, Speaker, SpeakerReading, StatementSpeaker } from "../schema/index.ts";
import type { Found } from "./addressee.ts";
import type { Coreference } from "./coreference.ts";
import { type Entity, settled } from "./entities.ts";
import { type Level, levelOf } from "./level.ts";
import type { Draft, Reading } from "./reading.ts";
import { nameOf, type Resolved } from "./sources.ts";
import { isOurs, publisherWords } from "./via.ts";

type IdOf = (entity: Entity | undefined) => string | undefined;

/** Gives ids to the parties that take part in a statement, and writes everything out. */
export function output(reading: Reading): SpeakerReading {
  const ids = new Map<Entity, string>();
  const idOf: IdOf = (one) => {
    if (!one) return undefined;
    const entity = settled(one);
    let id = ids.get(entity);
    if (!id) ids.set(entity, (id = `s${ids.size + 1}`));
    return id;
  };
  const levels = new Map<string, Level>();
  const parties = new Map<string, Parties>();
  for (const draft of reading.drafts) parties.set(draft.frame.attribution.id, partiesOf(reading, draft, idOf, levels));
  return { speakers: speakersOf(reading.reference, ids), parties };
}

function partiesOf(reading: Reading, draft: Draft, idOf: IdOf, levels: Map<string, Level>): Parties {
  const { attribution } = draft.frame;
  const parent = attribution.parent !== undefined ? levels.get(attribution.parent) : undefined;
  const rule = levelOf({ resolved: draft.resolved, parent, meta: reading.meta, reference: reading.reference });
  levels.set(attribution.id, rule.level);
  const decisions: Decision[] = [];
  const { resolved } = draft;
  if (resolved) decisions.push({ field: "speaker", by: resolved.by, why: resolved.why });
  const party = (field: string, found: Found | undefined): Party | undefined => {
    if (!found) return undefined;
    decisions.push({ field, by: found.by, why: found.why });
    const speaker = field === "where" ? undefined : idOf(found.entity);
    return {
      name: partyName(reading, draft, field, found),
      ...(found.span && { span: found.span }),
      ...(speaker && { speaker }),
      confidence: found.confidence,
    };
  };
  const [addressee, via, where] = [
    party("addressee", draft.addressee),
    party("via", draft.via),
    party("where", draft.where),
  ];
  decisions.push({ field: "level", by: `speaker/level-${rule.name}`, why: rule.why });
  return {
    ...(resolved && { speaker: speakerOf(draft, resolved, idOf) }),
    ...(addressee && { addressee }),
    ...(via && { via }),
    ...(where && { where }),
    level: rule.level,
    decisions,
  };
}

/** The words of the text. */
function written(reading: Reading, found: Found): string {
  return found.span ? reading.reference.words.doc.text.slice(found.span.start, found.span.end) : "";
}

/** "the Whistle" is the publisher by its full name; a spokeswoman without a name is somebody's. */
function partyName(reading: Reading, draft: Draft, field: string, found: Found): string {
  const { meta } = reading;
  if (
    field !== "where" &&
    meta.publisher &&
    (publisherWords(found.name, meta) || isOurs(written(reading, found), meta))
  )
    return meta.publisher;
  if (found.by === "speaker/through" && /^spokes\w+$/.test(found.name) && draft.resolved)
    return `${found.name} for ${draft.resolved.name}`;
  return found.name;
}

function speakerOf(draft: Draft, resolved: Resolved, idOf: IdOf): StatementSpeaker {
  const span = draft.frame.attribution.source[0];
  const ambiguous = resolved.candidates.length > 1;
  const speaker = ambiguous && resolved.confidence <= 0.5 ? undefined : idOf(resolved.entity);
  const shared = resolved.candidates.map((entity) => ({
    name: nameOf(entity),
    speaker: idOf(entity)!,
    confidence: Math.min(0.5, 1 / (resolved.candidates.length + 1)),
  }));
  return {
    name: resolved.name,
    ...(span && { span }),
    ...(speaker && { speaker }),
    type: resolved.type,
    confidence: resolved.confidence,
    ...(shared.length > 0 && { candidates: shared }),
  };
}

/** Only parties that take part in a statement are listed. */
function speakersOf(reference: Coreference, ids: ReadonlyMap<Entity, string>): Speaker[] {
  const { words } = reference;
  const spans = new Map<Entity, { start: number; end: number }[]>();
  for (const mention of reference.mentions) {
    const entity = mention.entity && settled(mention.entity);
    if (!entity || !ids.has(entity)) continue;
    const span = { start: words.start(mention.first), end: words.end(mention.end - 1) };
    const list = spans.get(entity);
    if (list) list.push(span);
    else spans.set(entity, [span]);
  }
  return [...ids].map(([entity, id]) => ({
    id,
    name: nameOf(entity),
    type: entity.members.length > 0 ? "group" : entity.type,
    aliases: entity.named ? [...entity.aliases].filter((alias) => alias !== entity.name) : [],
    roles: [...new Set(entity.roles.map((role) => words.doc.text.slice(role.span.start, role.span.end).trim()))],
    mentions: spans.get(entity) ?? [],
  }));
}
