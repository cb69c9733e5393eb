/** Options that several commands have. */
import { type Command, Option } from "commander";
import { isoDate } from "./options.ts";

export const debug = () => new Option("--debug", "show the stack trace of errors");
export const colour = () => new Option("--no-color", "no colours (as does NO_COLOR; FORCE_COLOR forces them)");
export const engine = () =>
  new Option(
    "--engine <name>",
    "language engine: accurate has more exact spans, is much slower and is installed on its own",
  ).choices(["default", "accurate"]);
export const inputFormat = () =>
  new Option("--input-format <format>", "what the input is, instead of telling it from name and content").choices([
    "html",
    "markdown",
    "text",
    "jsonl",
  ]);

export const textColumn = () =>
  new Option("--text-column <name>", "column of a table (.csv, .tsv) that holds the text, if its name is unusual");

export const allowPrivate = () => new Option("--allow-private", "reach private addresses too: for your own servers");

export const metadata = (command: Command) =>
  command
    .addOption(new Option("--date <date>", "publication date, against which “on Friday” is read").argParser(isoDate))
    .option("--publisher <name>", "the outlet")
    .option("--title <title>", "the headline (one article only)")
    .option(
      "--gazetteer <file>",
      "people and their offices beside those that Onrecord knows (docs/output.md, gazetteer)",
    );

export const record = () =>
  new Option("--record <file>", "the record: one file, made by the first add").env("ONRECORD").default("onrecord.db");
