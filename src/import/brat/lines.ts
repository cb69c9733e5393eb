/** The lines of a brat .ann file, each as what it says; a line that says nothing we know is an error of its own. */
import type { OnrecordError } from "../../schema/index.ts";
import { badRecord, tryEach } from "../result.ts";

export interface TextBound {
  readonly id: string;
  readonly type: string;
  /** In characters of the text. */
  readonly fragments: readonly (readonly [number, number])[];
  readonly words: string;
  readonly place: string;
}

/** E and R lines: what it links, each with its role. An event's first is its trigger. */
export interface Link {
  readonly id: string;
  readonly type: string;
  readonly parts: readonly { readonly role: string; readonly id: string }[];
}

export interface Attribute {
  readonly name: string;
  readonly of: string;
  readonly value: string | undefined;
  readonly place: string;
}

export interface Note {
  readonly of: string;
  readonly text: string;
  readonly place: string;
}

export interface AnnLines {
  readonly spans: readonly TextBound[];
  readonly events: readonly Link[];
  readonly relations: readonly Link[];
  readonly attributes: readonly Attribute[];
  readonly notes: readonly Note[];
}

function textBound(id: string, value: string, words: string, place: string): TextBound {
  const [type = "", ...rest] = value.split(" ");
  const fragments = rest
    .join(" ")
    .split(";")
    .map((part) => {
      const [, start, end] = /^(\d{1,10}) (\d{1,10})$/.exec(part) ?? [];
      if (start === undefined || Number(start) >= Number(end)) {
        throw badRecord(place, `“${part}” are no offsets such as 5 12`);
      }
      return [Number(start), Number(end)] as const;
    });
  return { id, type, fragments, words, place };
}

function parts(value: string, place: string): Link["parts"] {
  return value
    .split(" ")
    .filter((part) => part !== "")
    .map((part) => {
      const [role, id] = part.split(":");
      if (!role || !id) throw badRecord(place, `“${part}” is no role and id such as Arg1:T3`);
      return { role, id };
    });
}

/** All lines; `*` (equivalences) and N (links to other databases) say nothing of spans and are passed over. */
export function annLines(ann: string, name: string, errors: OnrecordError[]): AnnLines {
  const out = {
    spans: [] as TextBound[],
    events: [] as Link[],
    relations: [] as Link[],
    attributes: [] as Attribute[],
    notes: [] as Note[],
  };
  const take = (line: string, place: string) => {
    const [id = "", value = "", ...more] = line.split("\t");
    const words = more.join("\t");
    const [type = "", ...rest] = value.split(" ");
    if (/^T./.test(id)) out.spans.push(textBound(id, value, words, place));
    else if (/^E./.test(id)) {
      const all = parts(value, place);
      out.events.push({ id, type: all[0]?.role ?? "", parts: all });
    } else if (/^R./.test(id)) out.relations.push({ id, type, parts: parts(rest.join(" "), place) });
    else if (/^[AM]./.test(id)) out.attributes.push({ name: type, of: rest[0] ?? "", value: rest[1], place });
    else if (id.startsWith("#")) out.notes.push({ of: rest[0] ?? "", text: words, place });
    else if (!/^(\*|N.)/.test(id)) throw badRecord(place, "it is no line of brat standoff");
  };
  for (const [i, line] of ann
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    const place = `${name}, line ${i + 1}`;
    if (line.trim() !== "") tryEach(errors, () => take(line, place));
  }
  return out;
}
