/** The engines by name. The accurate one is installed on its own (npm run engine:accurate); without it its tests are skipped. */
import { existsSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type AccurateEngine, type EngineName, readArticle, type Transformer } from "../src/index.ts";

const TEXT = "“We lost,” Ada Quill said on Monday. She demanded that Sol Marsh resign unless the pier reopens.";
const installed = existsSync(new URL("../engines/accurate/node_modules/onnxruntime-node", import.meta.url));
if (!installed) console.warn("skipped: the accurate engine is not installed (npm run engine:accurate)");

test("an engine that is not there is told", async () => {
  await expect(readArticle(TEXT, { engine: "fastest" as EngineName })).rejects.toThrow(
    "There is no engine “fastest”; there are: default, accurate.",
  );
  if (!installed) await expect(readArticle(TEXT, { engine: "accurate" })).rejects.toThrow("is not installed");
});

describe.skipIf(!installed)("the accurate engine", () => {
  let transformer: Transformer;
  beforeAll(async () => {
    const engine = "../engines/accurate/index.js";
    const { loadEngine } = (await import(engine)) as { loadEngine(): Promise<AccurateEngine> };
    transformer = (await loadEngine()).transformer;
  });

  /** Ids by Hugging Face's tokenizers 0.23 for Python, which training used. */
  test.each([
    ["Zelenskyy’s", [27838, 7770, 5874, 2100, 1521, 1055]],
    ["naïve", [15743]],
    ["Çelik", [8292, 18393]],
    ["İstanbul", [9960]],
    ["北京", [1781, 1755]],
    ["e-mail", [1041, 1011, 5653]],
    ["$5", [1002, 1019]],
    ["don't", [2123, 1005, 1056]],
    ["U.S.", [1057, 1012, 1055, 1012]],
    ["a\u0301b", [11113]],
    ["½", [1092]],
    ["🙂", [100]],
    ["\u200b", [100]],
    ["x".repeat(101), [100]],
  ])("cuts %s as training did", (token, ids) => {
    expect(transformer.piecesOf(token)).toEqual(ids);
  });

  test("reads, and the same text gives the same", async () => {
    const [a, b] = [await readArticle(TEXT, { engine: "accurate" }), await readArticle(TEXT, { engine: "accurate" })];
    expect(a).toEqual(b);
    expect(a.statements.map((s) => s.content.map(({ start, end }) => TEXT.slice(start, end)))).toEqual([
      ["“We lost,”"],
      ["that Sol Marsh resign unless the pier reopens"],
    ]);
    expect(a.statements[0]!.decisions.find(({ field }) => field === "spans")?.by).toMatch(/^attribution-accurate-/);
  }, 60_000);

  test("reads nothing in marks without words, and any paragraph length", async () => {
    expect((await readArticle("“ ".repeat(3000), { engine: "accurate" })).statements).toEqual([]);
    const long = await readArticle("Ada Quill said the pier was lost. ".repeat(200), { engine: "accurate" });
    expect(long.statements.length).toBeGreaterThan(100);
  }, 120_000);
});
