/** A page's JSON-LD in, the item that describes its article out. */

export type JsonObject = { readonly [key: string]: unknown };

const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report|Reportage|PressRelease)$/;

/** The first article among the items of all scripts, those in @graph and lists included. Broken scripts are passed over. */
export function articleItem(scripts: readonly string[]): JsonObject | undefined {
  const items = scripts.flatMap((script) => itemsIn(parse(script), 0));
  const item = items.find((candidate) => typesOf(candidate).some((type) => ARTICLE.test(type)));
  if (!item) return undefined;
  const byId = new Map(items.map((candidate) => [candidate["@id"], candidate]));
  return { ...item, author: resolved(item.author, byId), publisher: resolved(item.publisher, byId) };
}

/** A reference ({"@id": "#ana"}) is what it refers to, where that stands on the page too. */
function resolved(value: unknown, byId: ReadonlyMap<unknown, JsonObject>): unknown {
  if (Array.isArray(value)) return value.slice(0, 50).map((part) => resolved(part, byId));
  return isObject(value) && value.name === undefined ? (byId.get(value["@id"]) ?? value) : value;
}

/** What <meta name="parsely-page"> says, under the names of JSON-LD. */
export function parselyItem(content: string | undefined): JsonObject | undefined {
  const page = content === undefined ? undefined : parse(content);
  if (!isObject(page)) return undefined;
  const { title, author, authors, pub_date, link } = page;
  return { headline: title, author: author ?? authors, datePublished: pub_date, url: link };
}

function parse(script: string): unknown {
  const bare = script.trim().replace(/^<!\[CDATA\[|\]\]>$|^<!--|-->$/g, "");
  try {
    return JSON.parse(bare);
  } catch {
    return parseLoose(bare);
  }
}

/** Raw line breaks inside strings and a comma too many are what breaks most scripts. */
function parseLoose(script: string): unknown {
  try {
    return JSON.parse(script.replace(/[\n\r\t]+/g, " ").replace(/,\s{0,50}([\]}])/g, "$1"));
  } catch {
    return undefined;
  }
}

function itemsIn(value: unknown, depth: number): JsonObject[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((item) => itemsIn(item, depth + 1));
  if (!isObject(value)) return [];
  return [value, ...itemsIn(value["@graph"], depth + 1), ...itemsIn(value.mainEntity, depth + 1)];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typesOf(item: JsonObject): string[] {
  const type = item["@type"];
  return (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === "string");
}

/** How many posts the page's live blog has, if its JSON-LD says that it is one. */
export function livePostCount(scripts: readonly string[]): number | undefined {
  const items = scripts.flatMap((script) => itemsIn(parse(script), 0));
  const blog = items.find((item) => typesOf(item).includes("LiveBlogPosting"));
  if (!blog) return undefined;
  const posts = blog.liveBlogUpdate;
  return Array.isArray(posts) ? posts.length : isObject(posts) ? 1 : 0;
}

/** A string, or the name of an object, or those of a list. */
export function namesIn(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(namesIn);
  return isObject(value) ? namesIn(value.name) : [];
}

/** The text of the article as JSON-LD has it, with the posts of a live blog. */
export function articleBodyOf(item: JsonObject | undefined): string | undefined {
  if (!item) return undefined;
  const posts = Array.isArray(item.liveBlogUpdate) ? item.liveBlogUpdate : [];
  const bodies = [item, ...posts.filter(isObject)]
    .map((part) => part.articleBody)
    .filter((body) => typeof body === "string");
  return bodies.length > 0 ? bodies.join("\n") : undefined;
}
