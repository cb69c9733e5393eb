/** Bytes in, the document format they are out: PDF by its first bytes, DOCX and EPUB by what the zip file holds. */
import { OnrecordError } from "../../schema/index.ts";
import type { DocumentFormat } from "../options.ts";
import { zipDirectory } from "../zip/directory.ts";

/** Other documents that are zip files, by a member that only they have. */
const OTHERS: readonly (readonly [member: string, name: string, hint: string])[] = [
  ["xl/workbook.xml", "an Excel workbook", "Save the sheet as CSV or text."],
  ["ppt/presentation.xml", "a PowerPoint presentation", "Save it as PDF and read that."],
  ["content.xml", "an OpenDocument file", "Save it as DOCX, PDF or text and read that."],
];

/**
 * The document format, or nothing for what is not one of them (a text, or a binary file that is refused by name later).
 * @throws OnrecordError `binary` for another document that is a zip file, `unsupported` for a damaged zip file
 */
export function documentFormat(bytes: Uint8Array, place: string): DocumentFormat | undefined {
  if (isPdf(bytes)) return "pdf";
  if (!startsWith(bytes, [0x50, 0x4b, 3, 4])) return undefined;
  const members = zipDirectory(bytes, place);
  if (members.has("word/document.xml")) return "docx";
  if (members.has("META-INF/container.xml")) return "epub";
  if ([...members.keys()].some((name) => /^word\/document\d{0,3}\.xml$/.test(name))) return "docx";
  const other = OTHERS.find(([member]) => members.has(member));
  const [, name, hint] = other ?? ["", "a zip file", "Unpack it and read the files in it."];
  throw new OnrecordError("binary", `${place} is ${name}, which is not read.`, { hint });
}

/** "%PDF-" at the start, blank bytes before it aside. */
function isPdf(bytes: Uint8Array): boolean {
  let at = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  while (at < 64 && (bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 32 || bytes[at] === 0)) at++;
  return startsWith(bytes.subarray(at, at + 5), [0x25, 0x50, 0x44, 0x46, 0x2d]);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
