/** Parquet: what hyparquet reads back is what the readings say, each column in its type, whatever the number of row groups. */
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { csvHeader, parquetPacker, parquetRows, toParquet } from "../../src/export/index.ts";
import type { Reading } from "../../src/schema/index.ts";
import { forReadings } from "./arbitrary.ts";
import { reading } from "./make.ts";
import { pier } from "./pier.ts";

const bufferOf = (bytes: Uint8Array) =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
const rowsIn = (bytes: Uint8Array) => parquetReadObjects({ file: bufferOf(bytes) });
const written = async (...all: Reading[]) => rowsIn(await toParquet(all));

describe("Parquet", () => {
  it("has CSV's columns first, then days and offsets", async () => {
    const { schema } = parquetMetadata(bufferOf(await toParquet([pier])));
    const names = schema.slice(1).map(({ name }) => name);
    const csv = csvHeader().trim().split(",");
    expect(names.slice(0, csv.length)).toEqual(csv);
    expect(names.slice(csv.length)).toEqual([
      "published_day", "said_from", "said_to", "source_start", "source_end", "cue_start", "cue_end", "content_start", "content_end",
    ]); // biome-ignore format: one list
  });

  it("has typed cells", async () => {
    const rows = await written(pier);
    expect(rows).toHaveLength(pier.statements.length);
    expect(rows[2]).toMatchObject({
      n: 3,
      content: "“We will sign if the wall is paid for,” […] “Until then, no one signs. A door, not yet a road.”",
      negated: false,
      confidence: 0.9,
      probability: null,
      published: "2026-03-11T17:40:00Z",
      published_day: new Date("2026-03-11"),
      content_start: pier.statements[2]!.content[0]!.start,
      content_end: pier.statements[2]!.content[1]!.end,
    });
    expect(rows[4]).toMatchObject({ said_from: new Date("2024-01-01"), said_to: new Date("2024-12-31") });
    expect(rows[8]).toMatchObject({
      probability: 0.25,
      said_from: null,
      source_span: expect.stringMatching(/^\d+-\d+$/),
    });
  });

  it("puts no apostrophe before a formula", async () => {
    const [row] = await written(reading({ text: "=1+1", statements: [{ content: ["=1+1"] }] }));
    expect(row).toMatchObject({ content: "=1+1" });
  });

  it("may have no rows", async () => {
    expect(await written()).toEqual([]);
    expect(await written(reading({ text: "Nothing." }))).toEqual([]);
  });

  it("is written in groups, of which none is held back", async () => {
    const packer = await parquetPacker();
    const part = parquetRows(
      reading({ text: "yes", statements: Array.from({ length: 4000 }, () => ({ content: ["yes"] })) }),
    );
    const parts = Array.from({ length: 6 }, () => packer.add(part));
    expect(parts.map((bytes) => bytes.length > 1000)).toEqual([false, false, true, false, false, true]);
    const all = Buffer.concat([...parts, packer.end()]);
    expect(parquetMetadata(bufferOf(all)).row_groups.map(({ num_rows }) => num_rows)).toEqual([12000n, 12000n]);
    expect(await rowsIn(all)).toHaveLength(24000);
  });

  it("gives back the words and values of any reading", () =>
    forReadings(async (r) => {
      const rows = await written(r);
      const { text } = r.article;
      for (const [i, s] of r.statements.entries()) {
        expect(rows[i]).toMatchObject({
          article: r.article.id,
          statement: s.id,
          kind: s.kind,
          speaker: s.speaker?.name ?? null,
          said_at: s.saidAt?.value ?? null,
          answered: s.answered ?? null,
          confidence: s.confidence,
          cue_start: s.cue[0]?.start ?? null,
          cue_end: s.cue.at(-1)?.end ?? null,
        });
        if (s.source.length === 1) expect(rows[i]!.source).toBe(text.slice(s.source[0]!.start, s.source[0]!.end));
      }
      expect(rows).toHaveLength(r.statements.length);
    }, 60));
});
