/** Processes that add to one record and are killed in the middle, round after round; what was acknowledged is then looked for in the record. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Driver from "better-sqlite3";
import { article, asPage, asRecord, random } from "./articles.ts";

export interface Killing {
  /** The command's main script, as JavaScript. */
  readonly main: string;
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
  /** New articles that each process is given in a round. */
  readonly share: number;
  /** The kill comes in this many ms after the start (`fresh`: after the file is there), from … to. */
  readonly within: readonly [number, number];
  /** A new record for each round: kills hit its very creation. */
  readonly fresh?: boolean;
  readonly told?: (line: string) => void;
}

export interface Tally {
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged, and not in the record. */
  readonly lost: readonly string[];
  /** In the record, and not whole: other statements than acknowledged, or a fault that the doctor finds. */
  readonly half: readonly string[];
  /** Twice in the record, or added again after it was acknowledged. */
  readonly doubled: readonly string[];
  /** A process that was not killed and failed, or a record that does not open again. */
  readonly failed: readonly string[];
}

interface Acknowledged {
  readonly name: string;
  readonly outcome: string;
  readonly article: number;
  readonly statements: number;
}

const WRITERS = 3;

interface Share {
  readonly path: string;
  /** Numbers of the articles. */
  readonly first: number;
  readonly end: number;
}

/** A folder with a page and a file of records: the two ways in whose acknowledgements differ most. */
function makeShare(folder: string, first: number, count: number): Share {
  mkdirSync(folder, { recursive: true });
  const pages = Math.ceil(count / 3);
  for (let n = first; n < first + pages; n++) writeFileSync(join(folder, `${n}.html`), asPage(article(n)));
  const records = Array.from({ length: count - pages }, (_, i) => asRecord(first + pages + i));
  writeFileSync(join(folder, "corpus.jsonl"), `${records.join("\n")}\n`);
  return { path: folder, first, end: first + count };
}

interface Writer {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

function write(main: string, record: string, inputs: readonly string[], jobs: number): Writer {
  const args = [main, "add", ...inputs, "--record", record, "--json", "--jobs", String(jobs)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout!.setEncoding("utf8").on("data", (chunk) => (stdout += chunk));
  child.stderr!.setEncoding("utf8").on("data", (chunk) => (stderr += chunk));
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended };
}

/** Whole lines only: the kill may have cut the last one. */
function acknowledgedIn(stdout: string): Acknowledged[] {
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Acknowledged);
}

/** Kills writers of one record, again and again, and checks the record after each kill. */
export async function killing(options: Killing): Promise<Tally> {
  const { main, folder, kills, seed, share, within, fresh = false, told = () => {} } = options;
  const next = random(seed);
  const tally = { lost: [] as string[], half: [] as string[], doubled: [] as string[], failed: [] as string[] };
  const known = new Map<string, Acknowledged>();
  let killed = 0;
  let acknowledged = 0;
  let last: Share[] = [];
  let made = seed * 1_000_000;
  const recordOf = (round: number): string => join(folder, fresh ? `news-${round}.db` : "news.db");
  for (let round = 0; killed < kills; round++) {
    const record = recordOf(round);
    if (fresh) known.clear();
    const shares = Array.from({ length: WRITERS }, (_, i) => {
      made += share;
      return makeShare(join(folder, `round-${round}`, String(i)), made, share);
    });
    const writers = shares.map(({ path }, i) => {
      const before = fresh ? [] : last.slice(i, i + 1).map((one) => one.path);
      return write(main, record, [...before, path], next() < 0.25 ? 2 : 1);
    });
    const [from, to] = within;
    for (let waited = 0; fresh && waited < 10_000 && !existsSync(record); waited++) await sleep(1);
    await sleep(from + next() * (to - from));
    const victims = next() < 0.3 ? [writers[Math.floor(next() * WRITERS)]!] : writers;
    for (const { child } of victims) if (child.exitCode === null && child.kill("SIGKILL")) killed++;
    const ends = await Promise.all(writers.map(({ ended }) => ended));
    ends.forEach(({ code, stdout, stderr }, i) => {
      if (code !== null && code !== 0) tally.failed.push(`round ${round}, writer ${i}: exit code ${code}: ${stderr}`);
      for (const one of acknowledgedIn(stdout)) {
        const before = known.get(one.name);
        if (before && one.outcome === "added") tally.doubled.push(`round ${round}: ${one.name} added again`);
        if (!before) acknowledged++;
        known.set(one.name, one);
      }
    });
    checkRecord(main, record, round, known, tally);
    if (fresh) finish(main, record, round, shares, known, tally);
    for (const { path } of last) rmSync(path, { recursive: true, force: true });
    last = shares;
    if (round % 10 === 9)
      told(`round ${round + 1}: ${killed} kills, ${acknowledged} acknowledged, ${faults(tally)} faults`);
    if (fresh) rmSync(record, { force: true });
  }
  if (!fresh) finish(main, recordOf(0), -1, last, known, tally);
  return { kills: killed, acknowledged, ...tally };
}

interface Found {
  readonly lost: string[];
  readonly half: string[];
  readonly doubled: string[];
  readonly failed: string[];
}

const faults = ({ lost, half, doubled, failed }: Found): number =>
  lost.length + half.length + doubled.length + failed.length;

function checkRecord(
  main: string,
  record: string,
  round: number,
  known: ReadonlyMap<string, Acknowledged>,
  tally: Found,
) {
  if (!existsSync(record)) {
    if (known.size > 0) tally.lost.push(`round ${round}: the record itself`);
    return;
  }
  const doctor = spawnSync(process.execPath, [main, "doctor", "--record", record], { encoding: "utf8" });
  if (doctor.status !== 0) tally.half.push(`round ${round}: doctor: ${doctor.stdout}${doctor.stderr}`);
  const db = new Driver(record, { readonly: true });
  try {
    const rows = db
      .prepare(
        `SELECT a.id, count(DISTINCT v.id) AS versions, count(s.id) AS statements FROM article a
         LEFT JOIN version v ON v.article = a.id AND v.current = 1 LEFT JOIN statement s ON s.version = v.id GROUP BY a.id`,
      )
      .all() as { id: number; versions: number; statements: number }[];
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const { name, article: id, outcome, statements } of known.values()) {
      const row = found.get(id);
      if (!row) tally.lost.push(`round ${round}: ${name}`);
      else if (row.versions > 1) tally.doubled.push(`round ${round}: ${name} has ${row.versions} current versions`);
      else if (outcome !== "duplicate" && row.statements !== statements)
        tally.half.push(`round ${round}: ${name} has ${row.statements} statements, ${statements} were acknowledged`);
    }
    for (const key of ["url", "hex(text_sha) || coalesce(title, '')"]) {
      const twice = db
        .prepare(`SELECT ${key} AS k FROM version WHERE current = 1 GROUP BY k HAVING count(*) > 1`)
        .all() as { k: string }[];
      for (const { k } of twice) tally.doubled.push(`round ${round}: ${k} is there twice`);
    }
  } catch (error) {
    if (known.size > 0) tally.failed.push(`round ${round}: ${(error as Error).message}`);
  } finally {
    db.close();
  }
}

/** The same again, to its end: all is there, and what was acknowledged was so already. */
function finish(
  main: string,
  record: string,
  round: number,
  shares: readonly Share[],
  known: Map<string, Acknowledged>,
  tally: Found,
): void {
  const inputs = shares.map(({ path }) => path);
  const run = spawnSync(process.execPath, [main, "add", ...inputs, "--record", record, "--json"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) tally.failed.push(`round ${round}, to its end: exit code ${run.status}: ${run.stderr}`);
  for (const one of acknowledgedIn(run.stdout)) {
    if (known.has(one.name) && one.outcome !== "unchanged" && one.outcome !== "duplicate")
      tally.doubled.push(`round ${round}: ${one.name} is ${one.outcome} after it was acknowledged`);
    known.set(one.name, one);
  }
  checkRecord(main, record, round, known, tally);
  const db = new Driver(record, { readonly: true });
  const identities = new Set(
    (db.prepare("SELECT identity FROM article").all() as { identity: string }[]).map((row) => row.identity),
  );
  db.close();
  for (const { first, end } of shares)
    for (let n = first; n < end; n++) {
      const address = article(n).url.replace(/^https:\/\//, "url:");
      if (!identities.has(address)) tally.lost.push(`round ${round}: ${address} is not there in the end`);
    }
}
