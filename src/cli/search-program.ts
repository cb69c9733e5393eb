/** The commands that find things in a record: their options, and nothing that runs. */
import { Command, Option } from "commander";
import { FORMAT_NAMES } from "./format-names.ts";
import { isoDate, share, wholeNumber } from "./options.ts";
import type { Context } from "./program.ts";
import { colour, debug, record } from "./shared-options.ts";

const several = (flags: string, text: string) => new Option(flags, `${text}; several: any of them`);
const day = (flags: string, text: string) =>
  new Option(flags, `${text} (ISO 8601: a year, a month or a day)`).argParser(isoDate);

/** Which statements; all must hold. */
const filters = (command: Command) =>
  command
    .addOption(several("--speaker <names...>", "who said it: words of a name"))
    .addOption(several("--party <names...>", "whose it is: words of a name or of a role"))
    .addOption(several("--addressee <names...>", "to whom"))
    .addOption(several("--publisher <names...>", "the outlet"))
    .addOption(several("--type <types...>", "assertion, demand, offer, threat …"))
    .addOption(several("--kind <kinds...>", "direct, indirect, mixed"))
    .addOption(several("--act <acts...>", "speech, attitude"))
    .addOption(several("--level <levels...>", "named, background, document, via-agency, unattributed"))
    .addOption(several("--issue <names...>", "an issue of the record"))
    .addOption(several("--article <ids...>", "number, id or address of an article"))
    .addOption(day("--since <date>", "published on that day or later"))
    .addOption(day("--until <date>", "published on that day or before"))
    .addOption(day("--said-since <date>", "said on that day or later"))
    .addOption(day("--said-until <date>", "said on that day or before"))
    .option("--conditional", "with a condition (--no-conditional: without)")
    .addOption(new Option("--no-conditional").hideHelp())
    .option("--negated", "negated (--no-negated: not)")
    .addOption(new Option("--no-negated").hideHelp())
    .addOption(new Option("--min-confidence <x>", "leave out statements below it, 0 to 1").argParser(share))
    .option("--duplicates", "also what stands in copies of an article");

const QUERY = `
Query: words (all of them), "exact phrases", AND, OR, NOT (or -word), (parentheses), beginnings (ceasef*), and fields: speaker:Quill type:demand.
Accents do not matter: walesa finds Wałęsa.`;

function searchCommand(context: Context): Command {
  return filters(new Command("search"))
    .summary("find statements in a record")
    .description(
      "Find statements by their words and by who said them, when, where and how. Without words: all that fit, the newest first.",
    )
    .argument("[query...]", "see below")
    .addOption(record())
    .addOption(
      new Option("--sort <how>", "relevance if there are words, else newest").choices([
        "relevance",
        "newest",
        "oldest",
      ]),
    )
    .addOption(new Option("-n, --limit <n>", "how many").argParser(wholeNumber(1)).default(20))
    .option("--after <next>", "the page after the one that printed this")
    .addOption(
      new Option(
        "--count <by>",
        "count them: speaker, addressee, publisher, type, kind, act, level, month or year",
      ).choices(["speaker", "addressee", "publisher", "type", "kind", "act", "level", "month", "year"]),
    )
    .option("--articles", "find articles, by their whole text")
    .option("--quote", "the query is a quotation: where were these words, or nearly these, said")
    .addOption(new Option("--like <id>", "statements of much the same words as this one").argParser(wholeNumber(1)))
    .option("--json", "as JSON")
    .option("--jsonl", "a JSON object a line")
    .option("--csv", "as CSV")
    .option("--atom", "as an Atom feed, for readers that follow a search")
    .addOption(colour())
    .addOption(debug())
    .addHelpText(
      "after",
      `${QUERY}

Examples:
  onrecord search ceasefire --speaker Quill --since 2026-01-01
  onrecord search '"no deal" OR (harbour -ferry)' --type refusal threat
  onrecord search --count speaker --type demand
  onrecord search --quote "We will never sell the pier"`,
    )
    .action(async (words: string[], _, self: Command) => {
      const { search } = await import("./commands/search.ts");
      context.exit(await search(words.join(" "), self.opts(), context));
    });
}

function speakerCommand(context: Context): Command {
  return new Command("speaker")
    .summary("what a record has of a speaker: names, roles, statements over time")
    .argument("<name...>", "words of the name or an alias, or a speaker's number (#12)")
    .addOption(record())
    .addOption(
      new Option("-n, --limit <n>", "speakers of that name, and statements of each")
        .argParser(wholeNumber(1))
        .default(5),
    )
    .option("--json", "as JSON")
    .addOption(colour())
    .addOption(debug())
    .action(async (name: string[], _, self: Command) => {
      const { speaker } = await import("./commands/speaker.ts");
      context.exit(await speaker(name.join(" "), self.opts(), context));
    });
}

function quoteCommand(context: Context): Command {
  return new Command("quote")
    .summary("one statement as a card or a reference, with its variants")
    .description("Print a statement with all that a reader needs to trust it, and the same utterance in other outlets.")
    .argument("<id>", "number of the statement, as search prints it", wholeNumber(1))
    .addOption(record())
    .addOption(
      new Option("-f, --format <format>", "format of the card")
        .choices(["text", "markdown", "html", "csl-json", "ris", "bibtex", "json"])
        .default("text"),
    )
    .addOption(
      new Option("--accessed <date>", "day on which the page was looked at, for references").argParser(isoDate),
    )
    .addOption(colour())
    .addOption(debug())
    .action(async (id: number, _, self: Command) => {
      const { quote } = await import("./commands/quote.ts");
      context.exit(await quote(id, self.opts(), context));
    });
}

function exportCommand(context: Context): Command {
  return filters(new Command("export"))
    .summary("write a record, or what fits a search, in one of the formats of read")
    .argument("[query...]", "see onrecord search --help")
    .addOption(record())
    .addOption(new Option("-f, --format <format>", "format of the output").choices(FORMAT_NAMES).default("jsonl"))
    .option("-o, --output <file>", "write to a file (brat: a new folder), which is replaced only when all is written")
    .addOption(debug())
    .addHelpText("after", "\nThe formats are described in docs/output.md. Corrections are in what is written.")
    .action(async (words: string[], _, self: Command) => {
      const { exportRecord } = await import("./commands/export.ts");
      context.exit(await exportRecord(words.join(" "), self.opts(), context));
    });
}

export const SEARCH_COMMANDS = [searchCommand, speakerCommand, quoteCommand, exportCommand];
