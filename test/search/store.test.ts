/** What the store writes is what searches find: articles are read, added, changed and corrected, and looked for. */
import { beforeAll, describe, expect, it } from "vitest";
import { readArticle } from "../../src/index.ts";
import { packageResources } from "../../src/resources.ts";
import {
  countStatements,
  findQuotation,
  searchArticles,
  searchStatements,
  variantsOf,
} from "../../src/search/index.ts";
import { assignSpeaker, createCandidates } from "../../src/speaker/index.ts";
import type { Database } from "../../src/store/database.ts";
import {
  addArticles, correctStatement, prepareArticle, prepareReading, rebuildIndexes, speakerDesk,
} from "../../src/store/index.ts"; // biome-ignore format: one list
import { emptyRecord } from "./seed.ts";

const NOW = "2026-03-12T00:00:00Z";
const candidates = createCandidates(packageResources().lexicon);

async function add(db: Database, name: string, text: string, publisher: string, published: string): Promise<void> {
  const reading = await readArticle(text, { published, publisher, id: name });
  const prepared = prepareArticle(reading.article, { name, identity: `id:${name}` });
  const read = prepareReading(reading, "test", candidates(reading));
  addArticles(db, speakerDesk(db, assignSpeaker), [{ ...prepared, read }], NOW);
}

const FIRST =
  "Ana Quill, the mayor of Corran, told reporters on Monday: “We will never sell the Łuna_dam to anyone, whatever they offer us.” " +
  "“If the wall is built, we will pay,” said Ben Oker of the Tide party.";
const SECOND =
  "Mayor Ana Quill said: “We will never ever sell the Luna dam to anyone, whatever they offer us.” Rain fell all day in the valley.";

let db: Database;
const contents = (query: string): string[] => searchStatements(db, { query }).hits.map(({ content }) => content);

beforeAll(async () => {
  db = emptyRecord();
  await add(db, "first", FIRST, "The Tide", "2026-03-11");
  await add(db, "second", SECOND, "Corran Post", "2026-03-10");
});

describe("a record that the store has written", () => {
  it("is found by words, speaker and condition, with the paragraph", () => {
    expect(contents('"luna dam" sell speaker:"ana quill"')).toHaveLength(2);
    const { hits } = searchStatements(db, { query: "pay", conditional: true, context: true });
    expect(hits).toHaveLength(1);
    expect(hits[0]!.speaker?.name).toBe("Ben Oker");
    const { text, start, content } = hits[0]!.context!;
    expect(FIRST).toContain(text);
    expect(content.map((span) => text.slice(span.start - start, span.end - start)).join(" … ")).toBe(hits[0]!.content);
    expect(searchArticles(db, { query: "rain valley" }).hits.map(({ id }) => id)).toEqual(["second"]);
  });

  it("gives a quotation's source and its variants", () => {
    const found = findQuotation(db, "We would never sell the Luna dam to anyone");
    expect(found.map(({ statement }) => statement.article.id)).toEqual(["first", "second"]);
    const { variants, earliest } = variantsOf(db, found[0]!.statement.number);
    expect(variants.map(({ statement }) => statement.number)).toEqual([earliest]);
    expect(variants[0]!.difference).toContainEqual({ kind: "added", words: "ever" });
  });

  it("is found as corrected, and as a newer version has it, and as rebuilt", async () => {
    const [hit] = searchStatements(db, { query: "pay" }).hits;
    correctStatement(db, hit!.number, [{ field: "type", value: "threat", by: "test" }], NOW);
    expect(searchStatements(db, { query: "type:threat" }).hits.map(({ number }) => number)).toEqual([hit!.number]);
    await add(db, "second", SECOND.replace("anyone", "a bank"), "Corran Post", "2026-03-10");
    expect(contents('"to a bank"')).toHaveLength(1);
    expect(contents("anyone")).toHaveLength(1);
    const before = countStatements(db, {}, "speaker");
    rebuildIndexes(db);
    expect(countStatements(db, {}, "speaker")).toEqual(before);
    expect(searchStatements(db, { query: "type:threat" }).total).toBe(1);
    expect(contents("anyone")).toHaveLength(1);
  });
});
