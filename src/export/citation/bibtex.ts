/** A reference as BibTeX (UTF-8, read by BibTeX and biblatex): every character that TeX would run is escaped. */
import { partsOf } from "../dates.ts";
import type { Reference } from "./reference.ts";

/** As commands, because BibTeX counts even escaped braces. */
const COMMANDS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text for a field in braces. */
function bibtexText(text: string): string {
  return text.replace(/[\\{}~^$&#_%]/g, (c) => COMMANDS[c] ?? `\\${c}`);
}

/** An address is taken as it is: only what would end the field is percent-escaped. */
const address = (url: string) => url.replace(/[{}\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const day = (value: string | undefined) => {
  const parts = partsOf(value);
  return parts && [parts.year, parts.month, parts.day].filter((part) => part !== undefined).join("-");
};

export function bibtexEntry(reference: Reference, accessed: string | undefined): string {
  const { key, title, authors, publisher, published, url, language, quote, note } = reference;
  const text = (value: string | undefined) => (value === undefined || value === "" ? undefined : bibtexText(value));
  const parts = partsOf(published);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", authors.map((name) => `{${bibtexText(name)}}`).join(" and ") || undefined],
    ["title", `{${bibtexText(title)}}`], // braces keep its capitals
    ["journal", text(publisher)],
    ["year", parts?.year],
    ["month", parts?.month && String(Number(parts.month))],
    ["date", day(published)],
    ["url", url && address(url)],
    ["urldate", day(accessed)],
    ["language", text(language)],
    ["abstract", text(quote)],
    ["note", text(note)],
  ];
  const given = fields.filter(([, value]) => value !== undefined).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@article{${key},\n${given.join("")}}\n\n`;
}
