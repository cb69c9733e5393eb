/** A reading as TEI P5: the text with anchors and `<said>`, statements in standOff that point at the anchors, speakers in the header. */
import type { Reading } from "../../schema/index.ts";
import { teiHeader } from "./header.ts";
import { namesOf } from "./names.ts";
import { standOff } from "./standoff.ts";
import { teiText } from "./text.ts";

const NAMESPACE = "http://www.tei-c.org/ns/1.0";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** One TEI element, as it stands in a corpus. */
export function teiArticle(reading: Reading, place: number): string {
  const names = namesOf(reading, place);
  const header = teiHeader(reading, names);
  return `<TEI xmlns="${NAMESPACE}">\n${header}\n${standOff(reading, names)}${teiText(reading, names)}\n</TEI>\n`;
}

/** Everything before the first article of many. */
export function teiCorpusHead(): string {
  const statement =
    "<titleStmt><title>Statements</title></titleStmt><publicationStmt><p>Made by Onrecord.</p></publicationStmt>";
  const header = `<fileDesc>${statement}<sourceDesc><p>See each article.</p></sourceDesc></fileDesc>`;
  return `${DECLARATION}<teiCorpus xmlns="${NAMESPACE}">\n<teiHeader>${header}</teiHeader>\n`;
}

export function teiCorpusEnd(): string {
  return "</teiCorpus>\n";
}

/** One article as a file of its own. */
export function toTei(reading: Reading): string {
  return DECLARATION + teiArticle(reading, 0);
}
