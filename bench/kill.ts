/**
 * Kills `onrecord add` in the middle (SIGKILL), three at once on one record: `npm run build && npx tsx bench/kill.ts [KILLS] [SEED]`
 * (200 and 1 if not given; a quarter of them at the very creation of a record). Prints what was acknowledged, and what of it is lost,
 * half there or there twice.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killing, type Tally } from "./killing.ts";

const KILLS = Number(process.argv[2] ?? 200);
const SEED = Number(process.argv[3] ?? 1);
const main = join(import.meta.dirname, "../dist/main.js");
const folder = mkdtempSync(join(tmpdir(), "onrecord-kill-"));
const told = (line: string): void => console.error(line);

const early = Math.ceil(KILLS / 4);
const creation = await killing({
  main,
  folder: join(folder, "early"),
  kills: early,
  seed: SEED + 1,
  share: 2,
  within: [0, 40],
  fresh: true,
  told,
});
const growing = await killing({
  main,
  folder: join(folder, "growing"),
  kills: KILLS - early,
  seed: SEED,
  share: 16,
  within: [600, 4000],
  told,
});
rmSync(folder, { recursive: true });

report("while it is made", creation);
report("while it grows", growing);

function report(when: string, { kills, acknowledged, ...found }: Tally): void {
  const { lost, half, doubled, failed } = found;
  console.log(
    `A record ${when}: ${kills} kills, ${acknowledged} articles acknowledged, ${lost.length} lost, ${half.length} half, ${doubled.length} doubled, ${failed.length} runs failed`,
  );
  for (const one of Object.values(found).flat().slice(0, 40)) console.log(`  ${one}`);
  if (Object.values(found).some(({ length }) => length > 0)) process.exitCode = 1;
}
