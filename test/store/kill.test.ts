/** A small part of bench/kill.ts: what was acknowledged survives a SIGKILL. */
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { killing } from "../../bench/killing.ts";
import { script } from "../cli/support.ts";
import { recordPath } from "./fixtures.ts";

const whole = { lost: [], half: [], doubled: [], failed: [] };

describe.skipIf(process.platform === "win32")("three writers that are killed", { timeout: 300_000 }, () => {
  it("while the record grows", async () => {
    const folder = join(dirname(recordPath()), "growing");
    const found = await killing({ main: script("real"), folder, kills: 5, seed: 7, share: 5, within: [1200, 3000] });
    expect(found).toMatchObject(whole);
    expect(found.kills).toBeGreaterThanOrEqual(5);
  });

  it("while it is made", async () => {
    const folder = join(dirname(recordPath()), "early");
    const found = await killing({
      main: script("real"),
      folder,
      kills: 3,
      seed: 9,
      share: 1,
      within: [0, 40],
      fresh: true,
    });
    expect(found).toMatchObject(whole);
  });
});
