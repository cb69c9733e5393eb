/**
 * npx tsx bench/search.ts [statements]: searching a made-up record (1,500,000 statements if not said), kept in the system's folder for
 * temporary files. Every figure is of queries that differ, each asked once.
 */

import type { StatementSearch } from "../src/schema/index.ts";
import {
  countStatements, findQuotation, moreLike, searchArticles, searchStatements, speakerSummaries, variantsOf,
} from "../src/search/index.ts"; // biome-ignore format: one list
import type { Database } from "../src/store/database.ts";
import { connect } from "../src/store/sqlite.ts";
import { changed, type Random, random, SPEAKERS, searchRecord, VOCABULARY } from "./search-record.ts";

const SIZE = Number(process.argv[2] ?? 1_500_000);

/** Elapsed time, and that of the processor: what other programs on the machine do to the first is not in the second. */
function measure(name: string, times: number, run: (i: number) => unknown): void {
  const [elapsed, busy]: [number[], number[]] = [[], []];
  for (let i = 0; i < times; i++) {
    const [began, before] = [performance.now(), process.cpuUsage()];
    run(i);
    elapsed.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    busy.push((user + system) / 1000);
  }
  const figures = [elapsed, busy].map((took) => {
    const sorted = took.sort((a, b) => a - b);
    const at = (share: number): string =>
      sorted[Math.min(times - 1, Math.floor(times * share))]!.toFixed(1).padStart(7);
    return `${at(0.5)} ${at(0.95)} ${at(1)}`;
  });
  console.log(`${name.padEnd(56)} ${figures.join("   | ")}`);
}

/** A word that is among the commonest from..to. */
const wordOf = (r: Random, from: number, to: number): string => VOCABULARY[from + Math.floor(r() * (to - from))]!;
const speakerOf = (r: Random): string => SPEAKERS[Math.floor(r() ** 3 * 2000)]!;

function searches(db: Database): void {
  const r = random(11);
  const two = (): string => `${wordOf(r, 20, 1500)} ${wordOf(r, 20, 1500)}`;
  const search = (name: string, times: number, make: () => StatementSearch): void =>
    measure(name, times, () => searchStatements(db, make()));
  const [speaker, saidSince] = [() => speakerOf(r), "2020-01-01"];
  search("two words, top 20 with snippets", 200, () => ({ query: two() }));
  search("two words, a speaker and a date", 200, () => ({ query: two(), speaker: speaker(), saidSince }));
  search("one word, a speaker and a date", 200, () => ({ query: wordOf(r, 20, 1500), speaker: speaker(), saidSince }));
  search("two words, demands on record, without negated ones", 100, () => ({
    query: two(),
    type: "demand",
    negated: false,
  }));
  search("one word of the 20 commonest", 20, () => ({ query: wordOf(r, 0, 20) }));
  search("a phrase of two words", 100, () => ({ query: `"${two()}"` }));
  search("the beginning of a word (3 letters)", 50, () => ({ query: `${wordOf(r, 50, 5000).slice(0, 3)}*` }));
  search("two words or one, without another", 50, () => ({
    query: `(${two()} OR ${wordOf(r, 100, 3000)}) -${wordOf(r, 0, 50)}`,
  }));
  search("two words, newest first", 100, () => ({ query: two(), sort: "newest" }));
  search("no words: newest of a speaker", 100, () => ({ speaker: speaker() }));
  search("no words: newest threats since a day", 50, () => ({ type: "threat", saidSince }));
  search("no words: newest of all", 20, () => ({}));
  const counted = (from: number, to: number) => (): unknown =>
    countStatements(db, { query: wordOf(r, from, to) }, "speaker");
  measure("counts by speaker, a common word (of the 20th to 100th)", 50, counted(20, 100));
  measure("counts by speaker, one of the 20 commonest words", 20, counted(0, 20));
  measure("counts by month, a common word (of the 20th to 100th)", 50, () =>
    countStatements(db, { query: wordOf(r, 20, 100) }, "month"),
  );
  measure("counts by type of all", 3, () => countStatements(db, {}, "type"));
  measure("articles, two words, top 20 with passages", 100, () => searchArticles(db, { query: two() }));
  measure("a speaker's profile", 50, () => speakerSummaries(db, speaker()));
  measure("a name that nobody has", 5, (i) => searchStatements(db, { speaker: `Bxlobo Qvidama${i}` }));
}

/** Recall: the statement itself is among the ten candidates. */
function quotations(db: Database): void {
  const r = random(13);
  for (const [length, count] of [
    [25, 3],
    [12, 2],
    [8, 2],
    [6, 1],
  ] as const) {
    const asked = Array.from({ length: 200 }, () => quotationOf(db, length, count, r));
    let found = 0;
    measure(`quotation: ${length} words, ${count} changed`, asked.length, (i) => {
      const { id, words } = asked[i]!;
      if (findQuotation(db, words, { duplicates: true }).some(({ statement }) => statement.number === id)) found++;
    });
    console.log(`  found: ${((100 * found) / asked.length).toFixed(1)} %`);
  }
}

/** Words in a row of a statement that has enough of them, some changed. */
function quotationOf(db: Database, length: number, count: number, r: Random): { id: number; words: string } {
  for (;;) {
    const id = 1 + Math.floor(r() * SIZE);
    const words = db.get<{ content: string }>("SELECT content FROM statement WHERE id = ?", id)!.content.split(" ");
    if (words.length < length) continue;
    const from = Math.floor(r() * (words.length - length + 1));
    return { id, words: changed(words.slice(from, from + length), count, r).join(" ") };
  }
}

const path = searchRecord(SIZE);
console.log(`${"".padEnd(56)} ${"elapsed: p50, p95, most".padStart(23)} ms | of the processor`);
measure("open, first search", 10, () => {
  const opened = connect(path, { readOnly: true });
  searchStatements(opened, { query: VOCABULARY[900]!, limit: 1 });
  opened.close();
});
const db = connect(path, { readOnly: true });
searches(db);
quotations(db);
const some = random(17);
const numbers = Array.from({ length: 100 }, () => 1 + Math.floor(some() * SIZE));
measure("more like a statement", 100, (i) => moreLike(db, numbers[i]!));
measure("variants of a statement", 100, (i) => variantsOf(db, numbers[i]!));
db.close();
