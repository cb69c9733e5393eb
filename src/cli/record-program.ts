/** The commands on a record: their options, and nothing that runs. */
import { Command, Option } from "commander";
import { bratTypes, wholeNumber } from "./options.ts";
import type { Context } from "./program.ts";
import { allowPrivate, debug, engine, inputFormat, metadata, record, textColumn } from "./shared-options.ts";

const jobs = (what: string) =>
  new Option("-j, --jobs <n>", `${what} at the same time (default: as many as there are processors)`).argParser(
    wholeNumber(1),
  );

/** A speaker's number, with or without the # that it is printed with. */
const speakerNumber = (value: string): number => wholeNumber(1)(value.replace(/^#/, ""));

function addCommand(context: Context): Command {
  return metadata(new Command("add"))
    .summary("bring articles into a record")
    .description(
      "Read articles and keep them in a record, with what they say. Each input ends as added, unchanged, updated (a new version of a known one), " +
        "duplicate (a copy of another) or failed, and is told when it is safely stored. Run again, it adds nothing twice.",
    )
    .argument(
      "<inputs...>",
      "files, folders, patterns, addresses of pages, feeds and sitemaps, or -; see docs/inputs.md",
    )
    .addOption(record())
    .addOption(jobs("articles read"))
    .option("--json", "a JSON object a line for each input")
    .addOption(inputFormat())
    .addOption(textColumn())
    .addOption(allowPrivate())
    .addOption(engine())
    .addOption(debug())
    .addHelpText(
      "after",
      `
Examples:
  onrecord add summit.html
  onrecord add archive/ corpus.csv 'news-*.warc.gz' --record news.db
  onrecord add https://news.example/report https://gazette.example/feed.xml
  onrecord add https://news.example/sitemap.xml --jobs 2

Exit code: 0 all inputs brought in, 1 some failed, 2 the call itself is wrong.`,
    )
    .action(async (inputs: string[], _, self: Command) => {
      const { add } = await import("./commands/add.ts");
      context.exit(await add(inputs, self.opts(), context));
    });
}

function importCommand(context: Context): Command {
  return new Command("import")
    .summary("bring annotated articles into a record, as they were annotated")
    .description(
      "Take annotations, ours or others', into a record: what --json, --jsonl, --csv, --annotations and gold files hold, or brat's .txt and .ann " +
        "(docs/output.md, Import). They are searched and exported like what we read, and never read again.",
    )
    .argument("<files...>", "files, or folders of brat's")
    .requiredOption("--by <name>", "who annotated them")
    .addOption(
      new Option("--brat-types <mapping>", "what others' brat types stand for, e.g. Holder=source,Verb=cue").argParser(
        bratTypes,
      ),
    )
    .addOption(record())
    .option("--json", "a JSON object a line for each article")
    .addOption(debug())
    .action(async (files: string[], _, self: Command) => {
      const { importInto } = await import("./commands/import.ts");
      context.exit(await importInto(files, self.opts(), context));
    });
}

function watchCommand(context: Context): Command {
  return new Command("watch")
    .summary("bring what is new in feeds into a record, as it appears")
    .description(
      "Poll feeds (RSS, Atom, RDF, JSON Feed, news sitemaps), each at its own pace, and add their new and updated articles to a record. What a server " +
        "gave is asked for again only if it has changed. The record keeps the feeds: named once, they need not be named again.",
    )
    .argument("[feeds...]", "addresses, OPML files, files with one address a line (default: those the record knows)")
    .addOption(record())
    .option("--once", "poll each feed once, now, and end")
    .option("--list", "print the feeds that the record knows, and end")
    .option("--forget <feeds...>", "watch these no longer, and end")
    .addOption(jobs("articles read"))
    .option("--json", "a JSON object a line for each article and each poll")
    .option(
      "--gazetteer <file>",
      "people and their offices beside those that Onrecord knows (docs/output.md, gazetteer)",
    )
    .addOption(engine())
    .addOption(allowPrivate())
    .addOption(debug())
    .addHelpText(
      "after",
      `
Examples:
  onrecord watch https://gazette.example/feed.xml subscriptions.opml
  onrecord watch --once --json

Ctrl-C ends it when what is under way is stored; a second one ends it at once.
Exit code: 0 all is well or it was stopped, 1 no feed could be read, or with --once a feed or an article failed, 2 the call itself is wrong.`,
    )
    .action(async (feeds: string[], _, self: Command) => {
      const { watch } = await import("./commands/watch.ts");
      context.exit(await watch(feeds, self.opts(), context));
    });
}

function correctCommand(context: Context): Command {
  return new Command("correct")
    .summary("put right what a statement of a record says")
    .description(
      "Correct fields of a statement: speaker, speakerType, addressee, type, kind, level, saidAt, negated, hypothetical, historical. What the engine read " +
        "is kept; the correction stands over it, with who made it and when, and outlasts new versions and readings.",
    )
    .argument("<id>", "id of the statement, as search prints it", wholeNumber(1))
    .argument("<field=value...>", 'e.g. speaker="Ada Quill" type=demand')
    .requiredOption("--by <name>", "who decides")
    .option("--note <text>", "why")
    .addOption(record())
    .addOption(debug())
    .action(async (id: number, fields: string[], _, self: Command) => {
      const { correct } = await import("./commands/correct.ts");
      context.exit(await correct(id, fields, self.opts(), context));
    });
}

function sameCommand(context: Context): Command {
  return new Command("same")
    .summary("decide that two speakers of a record are one")
    .argument("<speaker>", "number of the speaker that stays, as speaker prints it", speakerNumber)
    .argument("<other>", "number of the one that goes over to it", speakerNumber)
    .requiredOption("--by <name>", "who decides")
    .option("--note <text>", "why")
    .addOption(record())
    .addOption(debug())
    .action(async (keep: number, other: number, _, self: Command) => {
      const { same } = await import("./commands/decide.ts");
      context.exit(await same(keep, other, self.opts(), context));
    });
}

function apartCommand(context: Context): Command {
  return new Command("apart")
    .summary("decide that the speaker of one article is another than the rest")
    .argument("<speaker>", "number of the speaker", speakerNumber)
    .argument("<article>", "number of the article in which it is somebody else", wholeNumber(1))
    .requiredOption("--by <name>", "who decides")
    .option("--note <text>", "why")
    .addOption(record())
    .addOption(debug())
    .action(async (speaker: number, article: number, _, self: Command) => {
      const { apart } = await import("./commands/decide.ts");
      context.exit(await apart(speaker, article, self.opts(), context));
    });
}

function issueCommand(context: Context): Command {
  return new Command("issue")
    .summary("name a topic by the query that finds it, for search --issue")
    .description("Without a query: print the issues of the record, or one of them, with how many statements each has.")
    .argument("[name]", "the issue")
    .argument("[query...]", "the query that finds its statements; see onrecord search --help")
    .option("--remove", "forget the issue (its statements stay)")
    .addOption(record())
    .addOption(debug())
    .action(async (name: string | undefined, query: string[], _, self: Command) => {
      const { issue } = await import("./commands/issue.ts");
      context.exit(await issue(name, query.join(" "), self.opts(), context));
    });
}

function rereadCommand(context: Context): Command {
  return new Command("reread")
    .summary("read a record's articles again with this version's engine")
    .description(
      "Read again what another version or engine has read, and tell what changed. Statements whose words stay the same keep their ids and corrections.",
    )
    .addOption(record())
    .addOption(jobs("articles read"))
    .option("--json", "a JSON object a line for each article")
    .addOption(engine())
    .addOption(debug())
    .action(async (_, self: Command) => {
      const { reread } = await import("./commands/reread.ts");
      context.exit(await reread(self.opts(), context));
    });
}

function doctorCommand(context: Context): Command {
  return new Command("doctor")
    .summary("check that a record is whole")
    .description(
      "Check the database, the indexes, and that every statement's words are those of its text. --repair makes the indexes anew from what is kept.",
    )
    .addOption(record())
    .option("--repair", "mend what can be mended")
    .option("--json", "as JSON")
    .addOption(debug())
    .addHelpText("after", "\nExit code: 0 the record is whole, 1 it is not, 2 the call itself is wrong.")
    .action(async (_, self: Command) => {
      const { doctor } = await import("./commands/doctor.ts");
      context.exit(await doctor(self.opts(), context));
    });
}

function backupCommand(context: Context): Command {
  return new Command("backup")
    .summary("copy a record, while it is in use")
    .argument("<file>", "where the copy goes; it must not be there yet")
    .addOption(record())
    .addOption(debug())
    .action(async (file: string, _, self: Command) => {
      const { backup } = await import("./commands/backup.ts");
      context.exit(await backup(file, self.opts(), context));
    });
}

export const RECORD_COMMANDS = [
  addCommand,
  watchCommand,
  importCommand,
  correctCommand,
  sameCommand,
  apartCommand,
  issueCommand,
  rereadCommand,
  doctorCommand,
  backupCommand,
];
