/** An address as feeds write it in, an absolute http(s) address out. */

const LONGEST = 4096;

/** Nothing for what is no web address. "&amp;" left in an address was escaped twice; "feed:" is how some lists write http. */
export function resolveUrl(raw: string | undefined, base?: string): string | undefined {
  const address = raw?.trim() ?? "";
  if (address === "" || address.length > LONGEST) return undefined;
  const given = address
    .replaceAll("&amp;", "&")
    .replace(/^feed:\/\//i, "http://")
    .replace(/^feed:/i, "");
  if (!URL.canParse(given, base)) return undefined;
  const url = new URL(given, base);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
}
