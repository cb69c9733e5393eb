/** The teiHeader of an article: its metadata, what made the file, and who speaks (particDesc). */
import type { Reading, Speaker } from "../../schema/index.ts";
import { partsOf } from "../dates.ts";
import { headlineOf } from "../words.ts";
import { element, textElement, xmlText } from "../xml.ts";
import type { TeiNames } from "./names.ts";

const when = (value: string | undefined) => (value !== undefined && partsOf(value) ? { when: value } : {});

function titleOf({ article }: Reading): string {
  return headlineOf(article) ?? article.id;
}

function fileDesc(reading: Reading): string {
  const { article } = reading;
  const { byline, publisher, published, modified, url } = article;
  const author = textElement("author", byline);
  const statement = `<titleStmt>${element("title", {}, xmlText(titleOf(reading)))}${author}</titleStmt>`;
  const publication = `<publicationStmt><p>Made from the article described in sourceDesc.</p></publicationStmt>`;
  const source = element(
    "bibl",
    {},
    textElement("idno", article.id, { type: "onrecord" }) +
      textElement("title", titleOf(reading)) +
      author +
      textElement("publisher", publisher) +
      textElement("date", published, { type: "published", ...when(published) }) +
      textElement("date", modified, { type: "modified", ...when(modified) }) +
      textElement("idno", url, { type: "url" }),
  );
  return `<fileDesc>${statement}${publication}<sourceDesc>${source}</sourceDesc></fileDesc>`;
}

function encodingDesc({ onrecord }: Reading): string {
  const version = /^[\d]+(\.[\d]+)*[a-z]*[\d]*$/.test(onrecord) ? onrecord : "0";
  const application = element("application", { ident: "onrecord", version }, "<label>Onrecord</label>");
  return `<encodingDesc><appInfo>${application}</appInfo></encodingDesc>`;
}

/** Element and name element of each type of speaker. */
const ELEMENTS: Readonly<Record<Speaker["type"], readonly [string, string]>> = {
  person: ["person", "persName"],
  organisation: ["org", "orgName"],
  document: ["org", "name"],
  group: ["personGrp", "name"],
  unknown: ["person", "name"],
};

function participant(speaker: Speaker, names: TeiNames): string {
  const [outer, name] = ELEMENTS[speaker.type];
  const id = { "xml:id": names.speaker(speaker.id) };
  const type = outer === "org" ? { type: speaker.type } : { role: speaker.type };
  const called = [speaker.name, ...speaker.aliases].filter((alias) => alias !== "");
  const roles = speaker.roles.map((role) =>
    outer === "person" ? textElement("occupation", role) : textElement("note", role, { type: "role" }),
  );
  const words = called.map((alias, i) => textElement(name, alias, i === 0 ? {} : { type: "alias" }));
  return element(outer, { ...id, ...type }, words.join("") + roles.join(""));
}

function profileDesc({ article, speakers }: Reading, names: TeiNames): string {
  const language = article.language ? `<langUsage>${element("language", { ident: article.language })}</langUsage>` : "";
  const all = speakers.map((speaker) => participant(speaker, names)).join("\n");
  const people = speakers.length > 0 ? `<particDesc><listPerson>\n${all}\n</listPerson></particDesc>` : "";
  return language + people === "" ? "" : `<profileDesc>${language}${people}</profileDesc>`;
}

export function teiHeader(reading: Reading, names: TeiNames): string {
  return `<teiHeader>\n${fileDesc(reading)}\n${encodingDesc(reading)}\n${profileDesc(reading, names)}\n</teiHeader>`;
}
