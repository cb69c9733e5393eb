/** The text of a feed (RSS, Atom, RDF, JSON Feed) in; its entries, newest first as the feed has them, out. */
import { OnrecordError } from "../../schema/index.ts";
import { entryOf, languageOf, linkOf, titleOf } from "./entry.ts";
import { parseJsonFeed } from "./json.ts";
import { createNotes, type Notes } from "./notes.ts";
import { fieldOf, fieldsOf, textOf } from "./text.ts";
import type { Feed, FeedKind } from "./types.ts";
import { withoutDuplicates } from "./unique.ts";
import { readXml, type XmlElement, type XmlEnd } from "./xml.ts";

/**
 * Read a feed. What is broken in it costs the entry it stands in, not the feed; `messages` say so.
 * @param base the address that the feed was fetched from
 * @throws OnrecordError `unsupported` (it is no feed), `bad-json`
 */
export function parseFeed(text: string, base?: string): Feed {
  if (/^[\s\uFEFF]{0,100}\{/.test(text)) return parseJsonFeed(text.replace(/^\uFEFF/, ""), base);
  const records: XmlElement[] = [];
  let first: string | undefined;
  const end = readXml(text, {
    base,
    isRoot: (tag) => Object.hasOwn(ROOTS, tag),
    onOpen({ tag }) {
      first ??= tag;
      return true;
    },
    isRecord: (name) => name === "item" || name === "entry",
    onRecord: (record) => records.push(record),
  });
  const notes = createNotes();
  noteEnd(end, notes);
  if (!end.root) throw notAFeed(first);
  return feedOf(end.root, records, base, notes);
}

const ROOTS: Readonly<Record<string, FeedKind>> = { rss: "rss", channel: "rss", feed: "atom", rdf: "rdf" };

function feedOf(root: XmlElement, records: readonly XmlElement[], base: string | undefined, notes: Notes): Feed {
  const kind = ROOTS[root.tag]!;
  const head = fieldsOf(root).flatMap((field) => (field.name === "channel" ? fieldsOf(field) : [field]));
  // A saved feed without its address: what it says of itself is better than no base.
  const from = base ?? linkOf(head, undefined, "self") ?? linkOf(head, undefined);
  const channel = root.content.find((part) => typeof part !== "string" && part.name === "channel");
  const channelBase = typeof channel === "object" ? channel.base : undefined;
  const language = languageOf(textOf(fieldOf(head, "language", "dc:language")) || root.language);
  const context = { isAtom: kind === "atom", base: root.base ?? channelBase ?? from, language, notes };
  const entries = records.map((record) => entryOf(record, { ...context, base: record.base ?? context.base }));
  return {
    kind,
    title: titleOf(fieldOf(head, "title", "dc:title"), context.isAtom),
    url: linkOf(head, context.base),
    language,
    everyMinutes: everyMinutes(head),
    entries: withoutDuplicates(
      entries.filter((entry) => entry !== undefined),
      notes,
    ),
    messages: notes.messages,
  };
}

function notAFeed(tag: string | undefined): OnrecordError {
  const what = tag === undefined ? "it has no element" : `it starts with <${tag.slice(0, 40)}>`;
  return new OnrecordError("unsupported", `This is no feed: ${what}, not <rss>, <feed> or <rdf:RDF>.`, {
    hint: "Give the address of an RSS, Atom or JSON feed; pages often name theirs in a link to “RSS”.",
  });
}

function noteEnd({ cut, tooDeep }: XmlEnd, notes: Notes): void {
  if (tooDeep) notes.add("feed/too-deep", "Elements are nested too deep; the feed was read up to there.");
  else if (cut > 0)
    notes.add(
      "feed/cut-off",
      `${cut === 1 ? "An entry breaks" : `${cut} entries break`} off and ${cut === 1 ? "was" : "were"} left out.`,
    );
}

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10080,
  monthly: 43200,
  yearly: 525600,
};

/** RSS's `ttl` in minutes, or the syndication module's period divided by its frequency. */
function everyMinutes(head: readonly XmlElement[]): number | undefined {
  const ttl = Number(textOf(fieldOf(head, "ttl")));
  if (ttl > 0 && Number.isFinite(ttl)) return ttl;
  const period = PERIODS[textOf(fieldOf(head, "sy:updateperiod")).toLowerCase()];
  const frequency = Number(textOf(fieldOf(head, "sy:updatefrequency")) || 1);
  return period === undefined || !(frequency >= 1) ? undefined : period / frequency;
}
