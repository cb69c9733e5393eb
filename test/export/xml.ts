/** A strict XML 1.0 parser, small: it throws at whatever is not well-formed. Enough for what we write (no DTD, no CDATA). */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const ALLOWED = /^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const ENTITY = /&(?:#(\d+)|#x([0-9a-fA-F]+)|(amp|lt|gt|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (/&(?!(?:#\d+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`bare & in ${text}`);
  if (text.includes("]]>")) throw new Error(`]]> in ${text}`);
  const out = text
    .replace(/\r\n?/g, "\n")
    .replace(
      ENTITY,
      (_, decimal, hex, name) =>
        NAMED[name] ?? String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    );
  if (!ALLOWED.test(out)) throw new Error(`a character that XML forbids in ${JSON.stringify(out)}`);
  return out;
}

function attributesOf(text: string): Record<string, string> {
  const out: Record<string, string> = {};
  const rest = text.replace(/\s+([A-Za-z_][\w.:-]*)="([^"<]*)"/g, (_, key: string, value: string) => {
    if (key in out) throw new Error(`${key} twice`);
    out[key] = decoded(value.replace(/[\n\t]/g, " "));
    return "";
  });
  if (rest.trim() !== "") throw new Error(`no attributes: ${rest}`);
  return out;
}

export function parseXml(xml: string): Element {
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  const top: Element = { name: "", attributes: {}, children: [] };
  const open = [top];
  let at = 0;
  for (const { 0: tag, 1: close, 2: name, 3: rest, 4: empty, index } of body.matchAll(
    /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[^<>"]*"[^"<]*")*)\s*(\/?)>/g,
  )) {
    const words = body.slice(at, index);
    if (words.includes("<")) throw new Error(`bare < in ${words}`);
    if (words !== "") open.at(-1)!.children.push(decoded(words));
    at = index + tag.length;
    if (close) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const element = { name: name!, attributes: attributesOf(rest!), children: [] };
    open.at(-1)!.children.push(element);
    if (!empty) open.push(element);
  }
  const [root, ...more] = top.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  if (open.length !== 1 || body.slice(at).trim() !== "" || more.length > 0) throw new Error("not one whole element");
  return root as Element;
}

export const isElement = (child: Element | string): child is Element => typeof child !== "string";

/** All elements of a name, in order. */
export function all(element: Element, name: string): Element[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export function textIn(element: Element): string {
  return element.children.map((child) => (isElement(child) ? textIn(child) : child)).join("");
}
