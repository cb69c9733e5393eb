/** What a page says about itself in, who wrote it out: JSON-LD, then meta, then microdata and the names that are marked as authors'. */
import type { Heads } from "./heads.ts";
import { type JsonObject, namesIn } from "./json-ld.ts";
import { textOf } from "./tree.ts";

const METAS = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"];

/** Two to five words, the first with a capital: what only a class calls an author must look like one. */
const PERSON = /^\p{Lu}[\p{L}.’'-]{0,30}(?: [\p{L}.’'-]{1,30}){1,4}$/u;

/** The byline without its "By"; the outlet's own name only where nobody else is named. */
export function bylineOf(
  heads: Heads,
  item: JsonObject | undefined,
  publisher: string | undefined,
): string | undefined {
  const given = [
    namesIn(item?.author),
    namesIn(item?.creator),
    ...METAS.map((key) => heads.metas.get(key) ?? []),
    (heads.props.get("author") ?? []).slice(0, 3),
    heads.authors.slice(0, 3).map((element) => textOf(element, 200)),
    heads.named.map((element) => textOf(element, 200)).filter((name) => PERSON.test(bareName(name))),
  ].map((names) => [...new Set(names.map(bareName).filter(isName))]);
  const outlet = publisher?.toLowerCase();
  const people = given.find((names) => names.some((name) => name.toLowerCase() !== outlet));
  const found = people ?? given.find((names) => names.length > 0);
  return found && found.length > 0 ? found.slice(0, 10).join(", ") : undefined;
}

/** The byline that a line of the page gives: "By Ana Quill and Sol Marsh in Port Ansel". */
export function bylineIn(lines: readonly string[]): string | undefined {
  const line = lines.find(
    (text) => /^(?:by|words by|written by|story by|report by) \p{Lu}/iu.test(text) && text.length < 120,
  );
  if (!line) return undefined;
  return bareName(line).replace(
    /(?:,? (?:in|at) \p{Lu}.*|[,|–-] ?(?:\p{L}[\p{L}’'-]* ){0,4}(?:correspondent|editor|reporter|writer|columnist|staff)\b.*)$/iu,
    "",
  );
}

/** "By Ana Quill" -> "Ana Quill". */
function bareName(name: string): string {
  return name
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:(?:words|written|story|report|posted) )?by:? /i, "");
}

/** Not an address, an account or a number, nor a paragraph about somebody. */
function isName(name: string): boolean {
  return name !== "" && name.length < 100 && !/^https?:|^@|^\d+$/.test(name);
}
