/** Gazetteer: people and the offices that they hold, as lexicon/office-holders.txt and users' own files list them. */
import { OnrecordError } from "./message.ts";

export interface GazetteerEntry {
  readonly name: string;
  /** Other names of the same person. */
  readonly aliases: readonly string[];
  /** "prime minister"; absent if the entry only lists names. */
  readonly office?: string;
  /** Of which country or body. */
  readonly of?: string;
  /** First and last day in office, ISO 8601; absent: open. */
  readonly from?: string;
  readonly to?: string;
}

const COLUMNS = ["name", "aliases", "office", "of", "from", "to"] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function isDay(value: string): boolean {
  return DAY.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);
}

/** The cells of a line, in the order of the columns; nothing is checked. */
export function gazetteerEntry(cells: readonly string[]): GazetteerEntry {
  const [name = "", aliases = "", office, of, from, to] = cells;
  return {
    name,
    aliases: aliases
      .split(",")
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ""),
    ...(office && { office }),
    ...(of && { of }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

/**
 * Reads a gazetteer: UTF-8, one entry a line, columns split at tabs (name, aliases split at commas, office, of, from, to; all but the name may be
 * empty or left out); empty lines and lines that start with # are left out. `place` names the file in errors.
 * @throws OnrecordError `bad-record` with the line's number if a line has no name, too many columns or a date that is none
 */
export function parseGazetteer(text: string, place = "The gazetteer"): GazetteerEntry[] {
  const entries: GazetteerEntry[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === "" || line.startsWith("#")) return;
    const bad = (why: string): OnrecordError =>
      new OnrecordError("bad-record", `${place}, line ${i + 1}: ${why}.`, {
        hint: `Columns, split at tabs: ${COLUMNS.join(", ")}; days as 2026-03-09.`,
      });
    const cells = line.split("\t").map((cell) => cell.trim());
    if (cells.length > COLUMNS.length) throw bad(`${cells.length} columns, at most ${COLUMNS.length} were expected`);
    const [name = "", , , , from = "", to = ""] = cells;
    if (name === "") throw bad("the name is missing");
    for (const day of [from, to]) if (day !== "" && !isDay(day)) throw bad(`“${day}” is no day`);
    if (from !== "" && to !== "" && to < from) throw bad(`the last day ${to} is before the first, ${from}`);
    entries.push(gazetteerEntry(cells));
  });
  return entries;
}
