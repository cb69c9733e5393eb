/** Writes docs/cli.md from the program's own help. Run: npx tsx scripts/cli-docs.ts (a test compares it). */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { program } from "../src/cli/program.ts";

const INTRO = `<!-- Made by scripts/cli-docs.ts from the program's help; change it there. -->

# The command line

\`\`\`
onrecord read FILE…           who said what, to whom, when
onrecord explain FILE N       what decided each field of statement N
onrecord speakers FILE…       who speaks in several articles, under which names
onrecord check DRAFT          was every quotation of a draft really said, by that speaker

onrecord add FILE…            bring articles into a record
onrecord watch FEED…          bring in what is new in feeds, as it appears
onrecord search WORDS         find statements, articles, quotations in a record; count them
onrecord speaker NAME         what a record has of a speaker
onrecord quote ID             one statement as a card or a reference, with its variants
onrecord export               write a record, or what fits a search
onrecord import FILE…         bring in what people annotated
onrecord correct ID FIELD=…   put a statement right (same, apart: speakers; issue: topics)
onrecord reread               read again what an older version has read
onrecord doctor, backup       check a record; copy it

onrecord eval GOLD [PRED]     figures for the reading of annotated articles
onrecord schema [NAME]        JSON Schema of the output
\`\`\`

The formats that \`read\` and \`export\` write are described in [output.md](output.md), inputs in [inputs.md](inputs.md), the record in [record.md](record.md).

## Inputs

| input | is read as |
|---|---|
| \`report.html\`, \`notes.md\`, \`briefing.txt\` | one article; the format is told from the name and the content, or by \`--input-format\` |
| \`'news/**/*.html'\` | every file that matches, in alphabetical order folder by folder |
| \`articles.jsonl\`, \`articles.jsonl.gz\` | one article a line: an object with \`text\` or \`html\`, and \`id\`, \`title\`, \`publisher\`, \`date\`, \`url\`, \`byline\` as far as known. Read line by line, whatever the size of the file |
| \`https://…\` | a page, a PDF, or the articles of a feed, a sitemap or a list of feeds; each fetched once: robots.txt is followed, private addresses are refused, size and time are limited |
| \`feed.rss\`, \`sitemap.xml\`, \`feeds.opml\` | the articles that they name |
| \`-\` | standard input: one article, or one a line with \`--input-format jsonl\` |

[inputs.md](inputs.md) has all of them. A file may have up to 100 MB. What an article says of itself (its title, its date) gives way to \`--title\`, \`--publisher\` and \`--date\`; only a line
of a \`.jsonl\` file knows better.

## Failures and exit codes

An input that cannot be read is told on stderr in one line, with a second on what to do, and the rest is read. In JSON Lines a record
\`{"error": {"code", "message", "hint", "input"}}\` stands in its place.

| code | meaning |
|---|---|
| 0 | everything was read |
| 1 | some input could not be read |
| 2 | the call itself is wrong: nothing was written |
| 130, 143 | stopped by Ctrl-C or by a termination signal; a file given with \`--output\` is left as it was. \`watch\` ends with 0 then, when what is under way is stored |

A reader that closes the pipe early (\`onrecord read … | head\`) is no failure.

## Terminal

Colours are used on a terminal only. \`--no-color\` or a \`NO_COLOR\` that is not empty turns them off; else \`FORCE_COLOR\` turns them on in a pipe too (off if
it is 0 or false). The report fits the terminal's width (else \`COLUMNS\`, else 80), but never takes more than 100 columns. Progress over many inputs
goes to stderr: a bar on a terminal, else a line every ten seconds.
`;

/** What `--help` prints for a command, 80 columns wide. */
function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({
    writeOut: (part) => (text += part),
    getOutHelpWidth: () => 80,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return text.trimEnd();
}

/** The whole of docs/cli.md. */
export function cliDocs(): string {
  const made = program({ version: "", exit: () => {} });
  const sections = made.commands.map(
    (command) => `## onrecord ${command.name()}\n\n\`\`\`\n${helpOf(command)}\n\`\`\`\n`,
  );
  return [INTRO, ...sections].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("../docs/cli.md", import.meta.url), cliDocs());
}
