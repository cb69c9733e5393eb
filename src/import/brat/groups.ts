/**
 * Which text-bound annotations make one attribution. An event is one. Relations join cues, contents and conditions to one; a source
 * belongs to every attribution that a relation leads to or from. What nothing links stands for itself.
 */
import type { AnnLines, TextBound } from "./lines.ts";

export type Role = "source" | "cue" | "content" | "condition";

export interface Bound extends TextBound {
  readonly role: Role;
}

export interface Group {
  /** The ids of its lines: T, and E for an event. */
  readonly ids: ReadonlySet<string>;
  readonly members: readonly Bound[];
}

/** Relations that lead from a statement to the one around it. */
export const INSIDE = /^(inside|parent)$/i;

/** Union-find over ids. */
function unions() {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) {
      const above = parent.get(up);
      if (above !== undefined) parent.set(at, above); // halves the way for the next
      at = up;
    }
    return at;
  };
  return {
    root,
    join(a: string, b: string) {
      const [x, y] = [root(a), root(b)];
      if (x !== y) parent.set(y, x);
    },
  };
}

interface Linked {
  readonly pairs: readonly (readonly [Bound, Bound])[];
  /** Sources that belong to something else. */
  readonly attached: ReadonlySet<string>;
}

function linksOf(byId: ReadonlyMap<string, Bound>, { relations }: AnnLines, taken: ReadonlySet<string>): Linked {
  const pairs: [Bound, Bound][] = [];
  const attached = new Set<string>();
  for (const { type, parts } of relations) {
    const [a, b] = parts.map((part) => byId.get(part.id));
    if (!a || !b || INSIDE.test(type) || taken.has(a.id) || taken.has(b.id)) continue;
    const source = [a, b].find(({ role }) => role === "source");
    const other = [a, b].find(({ role }) => role !== "source");
    pairs.push(source && other ? [other, source] : [a, b]);
    if (source && other) attached.add(source.id);
  }
  return { pairs, attached };
}

/** `spans` in order of the file; the groups are in order of their first. */
export function groupsOf(spans: readonly Bound[], lines: AnnLines): Group[] {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const place = new Map(spans.map(({ id }, i) => [id, i]));
  const taken = new Set<string>();
  const sets: Set<string>[] = [];
  for (const { id, parts } of lines.events) {
    const ids = parts.map((part) => part.id).filter((part) => byId.has(part));
    for (const member of ids) taken.add(member);
    if (ids.length > 0) sets.push(new Set([...ids, id]));
  }
  const { pairs, attached } = linksOf(byId, lines, taken);
  const { root, join } = unions();
  for (const [a, b] of pairs) if (!attached.has(a.id) && !attached.has(b.id)) join(a.id, b.id);
  const byRoot = new Map<string, Set<string>>();
  const into = (key: string, id: string) => byRoot.set(key, (byRoot.get(key) ?? new Set<string>()).add(id));
  for (const { id } of spans) if (!taken.has(id) && !attached.has(id)) into(root(id), id);
  for (const [other, source] of pairs) if (attached.has(source.id)) into(root(other.id), source.id);
  const groups = [...sets, ...byRoot.values()].map((ids): Group => {
    const known = [...ids].filter((id) => byId.has(id)).sort((a, b) => place.get(a)! - place.get(b)!);
    return { ids, members: known.map((id) => byId.get(id)!) };
  });
  const first = ({ members }: Group) => place.get(members[0]!.id)!;
  return groups.sort((a, b) => first(a) - first(b));
}
