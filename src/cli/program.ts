/** The command line: its commands and options, and nothing that runs. The commands' code is loaded when one is called. */
import { Command, Option } from "commander";
import type { CheckCall } from "./commands/check.ts";
import { FORMAT_NAMES } from "./format-names.ts";
import { bratTypes, isoDate, share, wholeNumber } from "./options.ts";
import { RECORD_COMMANDS } from "./record-program.ts";
import { SEARCH_COMMANDS } from "./search-program.ts";
import { allowPrivate, colour, debug, engine, inputFormat, metadata, record, textColumn } from "./shared-options.ts";

/** Those that have an option of their own. */
const SHORT_NAMES = FORMAT_NAMES.slice(1, 7);

/** What main gives to every command. */
export interface Context {
  /** Module that holds the API, if not the package's own. */
  readonly api?: string;
  readonly version: string;
  /** Told the exit code of the command. */
  exit(code: number): void;
  /** A command that runs until it is stopped tells here how it stops. */
  onStop?(stop: () => void): void;
}

function readCommand(context: Context): Command {
  const command = new Command("read")
    .summary("read articles: who said what, to whom, when")
    .description(
      "Read articles and print their statements. An input is a file (HTML, Markdown, plain text, PDF, DOCX, EPUB, subtitles), a folder, files by " +
        "a pattern ('news/**/*.html'), a web address, - for standard input, or what holds many articles: .jsonl (one a line), " +
        ".csv and .tsv (one a row), web archives (.warc, .warc.gz, .wacz), feeds and sitemaps. See docs/inputs.md.",
    )
    .argument("<inputs...>", "files, folders, patterns, web addresses, or -")
    .addOption(new Option("-f, --format <format>", "format of the output").choices(FORMAT_NAMES).default("text"));
  for (const name of SHORT_NAMES) command.addOption(new Option(`--${name}`, `short for --format ${name}`));
  command.addOption(new Option("--by <what>", "group the report").choices(["speaker"]));
  return metadata(command)
    .addOption(new Option("--min-confidence <x>", "leave out statements below it, 0 to 1").argParser(share).default(0))
    .addOption(new Option("-j, --jobs <n>", "articles read at the same time").argParser(wholeNumber(1)).default(1))
    .option("-o, --output <file>", "write to a file (brat: a new folder), which is replaced only when all is written")
    .addOption(inputFormat())
    .addOption(textColumn())
    .addOption(allowPrivate())
    .addOption(engine())
    .addOption(colour())
    .addOption(debug())
    .addHelpText("after", READ_HELP)
    .action(async (inputs: string[], _, self: Command) => {
      const { read } = await import("./commands/read.ts");
      context.exit(await read(inputs, self.opts(), context));
    });
}

const READ_HELP = `
Examples:
  onrecord read summit.html
  onrecord read briefing.txt --date 2026-03-12 --publisher "Department of Waterways"
  onrecord read page.html --html -o page-read.html
  onrecord read 'archive/**/*.html' --jsonl --jobs 2 > statements.jsonl
  onrecord read 'archive/**/*.html' -f parquet -o statements.parquet
  curl -s https://news.example/report | onrecord read - --json

Exit code: 0 all inputs read, 1 some failed, 2 the call itself is wrong.`;

function explainCommand(context: Context): Command {
  return metadata(new Command("explain"))
    .summary("which rule or model decided each field of a statement")
    .description("Read one article and tell, for every statement or one of them, what decided each of its fields.")
    .argument("<input>", "a file, a web address, or -")
    .argument("[n]", "number of the statement, as `onrecord read` prints it", wholeNumber(1))
    .option("--json", "as JSON")
    .addOption(inputFormat())
    .addOption(allowPrivate())
    .addOption(engine())
    .addOption(colour())
    .addOption(debug())
    .action(async (input: string, n: number | undefined, _, self: Command) => {
      const { explain } = await import("./commands/explain.ts");
      context.exit(await explain(input, n, self.opts(), context));
    });
}

function speakersCommand(context: Context): Command {
  return metadata(new Command("speakers"))
    .summary("who speaks in several articles, under which names")
    .description(
      "Read articles and tell which of their speakers are one: by name, role, outlet, day and company, each with what speaks for it. " +
        "Those who may be the same and are not surely so are left apart and named beside each other.",
    )
    .argument("<inputs...>", "files, folders, patterns, web addresses, or -")
    .option(
      "--decisions <file>",
      "what you decided, one a line: same or apart, and two speakers as article#speaker, split at tabs",
    )
    .option("--json", "as JSON")
    .addOption(inputFormat())
    .addOption(textColumn())
    .addOption(allowPrivate())
    .addOption(engine())
    .addOption(colour())
    .addOption(debug())
    .action(async (inputs: string[], _, self: Command) => {
      const { speakers } = await import("./commands/speakers.ts");
      context.exit(await speakers(inputs, self.opts(), context));
    });
}

function checkCommand(context: Context): Command {
  return new Command("check")
    .summary("check every quotation of a draft against a record or files")
    .description(
      "Check the quotations of a draft (a file, a web address or -): were those words said, by that speaker? Each gets one verdict: exact, inserted, " +
        "trimmed, altered, stitched, wrong-speaker, paraphrase-as-quote, not-found or unchecked, with the words of the source and what differs. " +
        "The sources are a record, or the files named with --against, or both if both are named. See docs/check.md.",
    )
    .argument("<draft>", "a file, a web address, or -")
    .addOption(record())
    .option(
      "--against <sources...>",
      "articles and transcripts: files, folders, patterns, web addresses, corpora and archives",
    )
    .option("--strict", "what could not be checked counts as a failure")
    .option(
      "--indirect",
      "also show what is on record nearest to each statement that the draft reports in its own words",
    )
    .option("--json", "as JSON (onrecord schema checked)")
    .option("--html <file>", "write a page to print or send; - for standard output")
    .option("--annotate", "print the draft with a comment behind each quotation ({>>…<<}, CriticMarkup)")
    .addOption(
      new Option("-j, --jobs <n>", "files read at the same time (default: as many as there are processors)").argParser(
        wholeNumber(1),
      ),
    )
    .option(
      "--gazetteer <file>",
      "people and their offices beside those that Onrecord knows (docs/output.md, gazetteer)",
    )
    .addOption(new Option("--date <date>", "publication date of what says none").argParser(isoDate))
    .addOption(textColumn())
    .addOption(allowPrivate())
    .addOption(engine())
    .addOption(colour())
    .addOption(debug())
    .addHelpText(
      "after",
      `
Examples:
  onrecord check draft.md
  onrecord check draft.docx --against 'transcripts/*.pdf' report.html
  onrecord check draft.md --record news.db --html check.html

Exit code: 0 all quotations exact, trimmed or inserted (or not checked), 1 others, 2 the check could not be made.`,
    )
    .action(async (draft: string, _, self: Command) => {
      const { check } = await import("./commands/check.ts");
      const recordNamed = self.getOptionValueSource("record") === "cli";
      context.exit(await check(draft, { ...self.opts<Omit<CheckCall, "recordNamed">>(), recordNamed }, context));
    });
}

function evalCommand(context: Context): Command {
  return new Command("eval")
    .summary("score predicted attributions against gold ones")
    .description(
      "Score predictions against gold: tokens, spans, whole attributions, kinds, speakers. Both may be gold's layout (one article " +
        "a line), what --json, --jsonl, --csv or --annotations wrote, or a folder of brat files; only gold must have the texts " +
        "(docs/output.md, import). Without PRED the articles of GOLD are read first.",
    )
    .argument("<gold>", "gold: a file (.gz allowed) or a brat folder")
    .argument("[pred]", "predictions, in any of these formats")
    .addOption(
      new Option("--brat-types <map>", "what others' brat types stand for, e.g. Holder=source,Verb=cue").argParser(
        bratTypes,
      ),
    )
    .option("--citron", "bring both sides to Citron's conventions first")
    .option("--by <field>", "main figures for each value of a field of the articles, e.g. publisher")
    .addOption(new Option("--boot <n>", "bootstrap intervals from n resamplings").argParser(wholeNumber(1)))
    .option("--layers", "also score speaker, type, date and the other layers")
    .option("--json", "as JSON")
    .addOption(engine())
    .addOption(debug())
    .action(async (gold: string, pred: string | undefined, _, self: Command) => {
      const { evaluateFiles } = await import("./commands/eval.ts");
      context.exit(await evaluateFiles(gold, pred, self.opts(), context));
    });
}

function schemaCommand(context: Context): Command {
  return new Command("schema")
    .summary("print the JSON Schema of the output")
    .description(
      "Print the JSON Schema of what --json (reading; of check: checked) and --jsonl (line, error) write, or of one part of it.",
    )
    .argument("[name]", "reading, article, statement, speaker, linked-speaker, line, error or checked", "reading")
    .addOption(debug())
    .action(async (name: string, _, self: Command) => {
      const { schema } = await import("./commands/schema.ts");
      context.exit(await schema(name, self.opts(), context));
    });
}

const COMMANDS = [
  readCommand,
  ...RECORD_COMMANDS,
  ...SEARCH_COMMANDS,
  explainCommand,
  speakersCommand,
  checkCommand,
  evalCommand,
  schemaCommand,
];

/** The program. Help and errors go where commander sends them; nothing here ends the process. */
export function program(context: Context): Command {
  const made = new Command("onrecord")
    .description("Who said what, to whom and when: every fact with the exact words that it came from.")
    .version(context.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  for (const command of COMMANDS) {
    made.addCommand(command(context).copyInheritedSettings(made).helpOption("-h, --help", "print help"));
  }
  return made;
}
