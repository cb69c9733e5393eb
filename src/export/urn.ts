/** Names for things that have no address of their own: urn:onrecord:article:ID, and a statement's behind it. */
export const urn = (...parts: readonly string[]) => ["urn:onrecord", ...parts.map(escapedPart)].join(":");

/** A surrogate without its other half cannot be escaped. */
function escapedPart(part: string): string {
  return encodeURIComponent(
    part.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd"),
  );
}

/** An address on the web, as it is; undefined for anything else. */
export function webUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(url) ? url : undefined;
}
