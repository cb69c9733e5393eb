/**
 * XML text in, one small tree for each record (`item`, `entry`, `url`) out, in the order of the text; what stands outside
 * of records is kept as the root's tree. Broken markup is read as far as it goes, entities of the document are never expanded.
 */
import { Parser } from "htmlparser2";
import { resolveUrl } from "./address.ts";
import { prefixOf } from "./names.ts";

export interface XmlElement {
  /** With the prefix of names.ts, in lower case: "title", "content:encoded". */
  readonly name: string;
  /** Without prefix. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What relative addresses in it are relative to, by xml:base. */
  readonly base: string | undefined;
  /** By xml:lang. */
  readonly language: string | undefined;
  readonly content: (string | XmlElement)[];
  /** Closed by a tag of its own; else what follows its start tag may not belong to it. */
  closed: boolean;
}

export interface XmlEnd {
  readonly root: XmlElement | undefined;
  /** Records that were begun and not ended. */
  readonly cut: number;
  /** Given up, because elements were nested too deep. */
  readonly tooDeep: boolean;
}

export interface XmlReader {
  write(chunk: string): void;
  end(): XmlEnd;
}

export interface XmlRules {
  readonly base?: string | undefined;
  /** Which elements may be the root (default all): servers print warnings before the feed. */
  readonly isRoot?: (tag: string) => boolean;
  readonly isRecord?: (name: string) => boolean;
  readonly onRecord?: (record: XmlElement) => void;
  /** Return false to stop reading. */
  readonly onOpen?: (element: XmlElement) => boolean;
}

/** htmlparser2 looks through all open elements at every end tag: a bound on them keeps the cost linear. */
const DEEPEST = 256;

interface State {
  readonly rules: XmlRules;
  /** Open elements, the innermost last. */
  readonly open: XmlElement[];
  /** The default namespace's prefix of each open element. */
  readonly defaults: (string | undefined)[];
  readonly prefixes: Map<string, string>;
  /** Open records, the innermost last; `undefined` for one that has been handed out already. */
  readonly records: (XmlElement | undefined)[];
  root: XmlElement | undefined;
  cut: number;
  ended: boolean;
  stopped: boolean;
  tooDeep: boolean;
}

/** A reader that takes the text in pieces. */
export function createXmlReader(rules: XmlRules): XmlReader {
  const state: State = {
    rules,
    open: [],
    defaults: [],
    prefixes: new Map([["xml", "xml"]]),
    records: [],
    root: undefined,
    cut: 0,
    ended: false,
    stopped: false,
    tooDeep: false,
  };
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (!openElement(state, tag, attributes)) parser.pause();
      },
      ontext: (text) => addText(state, text),
      onclosetag: (_tag, implied) => closeElement(state, implied),
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  return {
    write(chunk) {
      if (!state.stopped) parser.write(chunk);
    },
    end() {
      state.ended = true;
      if (!state.stopped) parser.end();
      state.cut += state.records.filter((record) => record !== undefined).length;
      return { root: state.root, cut: state.cut, tooDeep: state.tooDeep };
    },
  };
}

/** Read a whole text. */
export function readXml(text: string, rules: XmlRules): XmlEnd {
  const reader = createXmlReader(rules);
  reader.write(text);
  return reader.end();
}

function openElement(state: State, tag: string, attributes: Record<string, string>): boolean {
  if (state.open.length >= DEEPEST) {
    state.tooDeep = true;
    state.stopped = true;
    return false;
  }
  const element = elementOf(state, tag, attributes);
  if (!state.root && (state.rules.isRoot?.(element.tag) ?? true)) state.root = element;
  if (state.rules.isRecord?.(element.name)) beginRecord(state, element);
  else state.open.at(-1)?.content.push(element);
  state.open.push(element);
  state.stopped = state.rules.onOpen?.(element) === false;
  return !state.stopped;
}

function elementOf(state: State, written: string, attributes: Record<string, string>): XmlElement {
  const parent = state.open.at(-1);
  state.defaults.push(declare(state, attributes));
  const colon = written.indexOf(":");
  const tag = colon < 0 ? written : written.slice(colon + 1);
  const base = attributes["xml:base"];
  return {
    name: nameOf(state, tag, colon < 0 ? undefined : written.slice(0, colon)),
    tag,
    attributes,
    base: (base === undefined ? undefined : resolveUrl(base, parent?.base ?? state.rules.base)) ?? parent?.base,
    language: attributes["xml:lang"] ?? parent?.language,
    content: [],
    closed: false,
  };
}

function nameOf(state: State, tag: string, written: string | undefined): string {
  const prefix = written === undefined ? state.defaults.at(-1) : (state.prefixes.get(written) ?? written);
  // In an Atom feed, Atom's own elements go without a prefix, however it writes them.
  const home = (state.root?.tag ?? tag) === "feed" ? "atom" : "";
  return !prefix || prefix === home ? tag : `${prefix}:${tag}`;
}

/** Note the namespaces that an element declares; its default one is returned. */
function declare(state: State, attributes: Readonly<Record<string, string>>): string | undefined {
  for (const name in attributes) {
    if (!name.startsWith("xmlns:")) continue;
    const prefix = prefixOf(attributes[name]!);
    if (prefix !== undefined) state.prefixes.set(name.slice(6), prefix);
  }
  const own = attributes.xmlns;
  return own === undefined ? state.defaults.at(-1) : prefixOf(own);
}

/** A record inside a record: the outer one lacks its end. It is whole if none of its own elements is open. */
function beginRecord(state: State, element: XmlElement): void {
  const outer = state.records.at(-1);
  if (outer) {
    if (state.open.at(-1) === outer) state.rules.onRecord?.(outer);
    else state.cut++;
    state.records[state.records.length - 1] = undefined;
  }
  state.records.push(element);
}

function addText(state: State, text: string): void {
  const parent = state.open.at(-1);
  if (!parent) return;
  // Between records there are only line ends: of a long sitemap they are not kept.
  if (state.records.length === 0 && text.trim() === "") return;
  const last = parent.content.length - 1;
  if (typeof parent.content[last] === "string") parent.content[last] += text;
  else parent.content.push(text);
}

function closeElement(state: State, implied: boolean): void {
  const element = state.open.pop();
  state.defaults.pop();
  if (!element || state.ended) return;
  // The parser calls <link/> implied too; an element without content has nothing that could belong elsewhere.
  element.closed = !implied || element.content.length === 0;
  if (!state.rules.isRecord?.(element.name)) return;
  const record = state.records.pop();
  if (record) state.rules.onRecord?.(record);
}
