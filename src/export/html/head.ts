/** The head of a page that needs nothing else: nothing is loaded from anywhere, and only its own style and script run, whatever the article says. */
import { createHash } from "node:crypto";
import { escaped } from "./escape.ts";

export interface PageHead {
  readonly title: string;
  readonly language?: string;
  readonly style: string;
  readonly script?: string;
}

const sha256 = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function policy({ style, script }: PageHead): string {
  const scripts = script === undefined ? "" : ` script-src ${sha256(script)};`;
  return `default-src 'none'; style-src ${sha256(style)};${scripts} base-uri 'none'; form-action 'none'`;
}

/** From the doctype to the end of the head. */
export function htmlHead(page: PageHead): string {
  return `<!DOCTYPE html>
<html lang="${escaped(page.language ?? "en")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(page)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="onrecord">
<title>${escaped(page.title)}</title>
<style>${page.style}</style>
</head>
`;
}
