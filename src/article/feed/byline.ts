/** Who wrote an entry, as RSS, Dublin Core and Atom give it; e-mail addresses are left out. */
import { fieldsOf, plainText, textOf } from "./text.ts";
import type { XmlElement } from "./xml.ts";

const FIELDS: readonly (readonly string[])[] = [["dc:creator"], ["author", "atom:author"], ["itunes:author"]];
const LONGEST = 300;

/** Names of the first kind of field that has any. */
export function bylineOf(fields: readonly XmlElement[]): string | undefined {
  for (const names of FIELDS) {
    const people = fields.filter(({ name }) => names.includes(name)).map(personOf);
    const byline = joinNames(people);
    if (byline) return byline;
  }
  return undefined;
}

export function joinNames(names: readonly (string | undefined)[]): string | undefined {
  return [...new Set(names.filter((name) => name))].join(", ").slice(0, LONGEST) || undefined;
}

function personOf(element: XmlElement): string | undefined {
  const name = fieldsOf(element).find(({ tag }) => tag === "name");
  return nameIn(plainText(textOf(name ?? element)));
}

/** "ada@x.example (Ada Berg)" -> Ada Berg; "Ada Berg <ada@x.example>" -> Ada Berg; "ada@x.example" -> nothing. */
function nameIn(text: string): string | undefined {
  if (!text.includes("@")) return text || undefined;
  const open = text.indexOf("(");
  if (open >= 0 && text.endsWith(")") && text.lastIndexOf("@", open) >= 0) return text.slice(open + 1, -1).trim();
  const words = text.split(" ").filter((word) => !word.includes("@"));
  return words.join(" ").trim() || undefined;
}
