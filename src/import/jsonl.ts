/** JSON Lines -> annotated articles: gold, our own lines, or readings, mixed as they may be. Lines of one article are put together. */
import { OnrecordError } from "../schema/index.ts";
import { takeRecord } from "./records.ts";
import { gathered, type Imported, tryEach } from "./result.ts";

/** @throws OnrecordError `bad-json` */
export function parsedJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OnrecordError("bad-json", `${place} is not JSON: ${(cause as Error).message}`, {
      hint: "A .jsonl file has one JSON object a line, a .json file one value.",
      cause,
    });
  }
}

/** `name` is the file's, for errors. */
export function importJsonl(text: string, name: string): Imported {
  const into = gathered();
  const errors: OnrecordError[] = [];
  for (const [i, line] of text
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    const place = `${name}, line ${i + 1}`;
    if (line.trim() !== "") tryEach(errors, () => takeRecord(parsedJson(line, place), place, into));
  }
  return { articles: into.articles(), errors, messages: [] };
}
