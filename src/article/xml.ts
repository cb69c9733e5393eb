/** A small XML file in (metadata of a document), its elements in order out: names without prefix, attributes, own text. */
import { Parser } from "htmlparser2";

export interface XmlElement {
  /** Without its namespace prefix: "creator" for dc:creator. */
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly text: string;
}

/** More than any file of metadata has. */
const MOST = 100_000;

/** The elements of an XML text, in the order of their start tags. Entities of its own are not expanded. */
export function xmlElements(source: string): XmlElement[] {
  const elements: (XmlElement & { text: string })[] = [];
  const open: (XmlElement & { text: string })[] = [];
  const parser = new Parser(
    {
      onopentag(name, attrs) {
        const element = { name: name.slice(name.indexOf(":") + 1), attrs, text: "" };
        if (elements.length < MOST) elements.push(element);
        open.push(element);
      },
      ontext(text) {
        const inner = open.at(-1);
        if (inner) inner.text += text;
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  return elements;
}

/** The trimmed text of the first element of a name that has one. */
export function textIn(elements: readonly XmlElement[], name: string): string | undefined {
  return elements.find((element) => element.name === name && element.text.trim() !== "")?.text.trim();
}
