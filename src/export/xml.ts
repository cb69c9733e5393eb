/** Text made safe for XML 1.0: escaped, and every character that XML forbids replaced by one �, so that a count of characters stays right. */

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;", // a bare one would be read as a line feed
};

/** XML 1.0 has no way to write these, not even as a reference. */
const FORBIDDEN =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** For element content. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"\r]/g, (c) => ENTITIES[c]!);
}

/** For a value in double quotes: line breaks and tabs are kept too. */
function xmlValue(text: string): string {
  return xmlText(text).replace(/[\n\t]/g, (c) => `&#${c.charCodeAt(0)};`);
}

export type Attributes = Readonly<Record<string, string | undefined>>;

function openTag(name: string, attributes: Attributes): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return `<${name}${given.map(([key, value]) => ` ${key}="${xmlValue(value!)}"`).join("")}`;
}

/** An element; `content` is XML already. Without content it is closed at once. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const open = openTag(name, attributes);
  return content === undefined ? `${open}/>` : `${open}>${content}</${name}>`;
}

/** An element with text, or nothing where there is no text. */
export function textElement(name: string, text: string | undefined, attributes: Attributes = {}): string {
  return text === undefined || text === "" ? "" : element(name, attributes, xmlText(text));
}
