/** `onrecord speakers`: articles in, their speakers across articles out. */
import { readFile } from "node:fs/promises";
import type { LinkDecision } from "../../index.ts";
import { loadApi } from "../api.ts";
import { wantsColour, widthOf } from "../colour.ts";
import { UsageError } from "../errors.ts";
import type { Context } from "../program.ts";
import { readAll } from "../read-all.ts";
import { type ReadCall, readOptionsOf } from "./read.ts";

type SpeakersCall = Pick<
  ReadCall,
  | "engine"
  | "inputFormat"
  | "textColumn"
  | "allowPrivate"
  | "title"
  | "publisher"
  | "date"
  | "gazetteer"
  | "color"
  | "debug"
> & {
  readonly json?: boolean;
  readonly decisions?: string;
};

const REF = /^(.+)#(s\d+)$/;

/** One decision a line: `same` or `apart`, and two speakers as article#speaker, split at tabs. */
async function decisionsOf(path: string | undefined): Promise<LinkDecision[]> {
  if (path === undefined) return [];
  const text = await readFile(path, "utf8").catch(() => {
    throw new UsageError(`the decisions ${path} cannot be read`, "Check the path.");
  });
  return text.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const [verdict, a, b] = line.split("\t").map((cell) => cell.trim());
    const [x, y] = [REF.exec(a ?? ""), REF.exec(b ?? "")];
    if ((verdict !== "same" && verdict !== "apart") || !x || !y) {
      throw new UsageError(
        `${path}, line ${i + 1}: “${line}” is no decision`,
        "Expected, split at tabs: same or apart, and two speakers as article#speaker, as `onrecord speakers --json` writes their ids.",
      );
    }
    return [
      { verdict, a: { article: x[1]!, speaker: x[2]! }, b: { article: y[1]!, speaker: y[2]! } } satisfies LinkDecision,
    ];
  });
}

/** Exit code: 0 all inputs read, 1 some failed. */
export async function speakers(inputs: readonly string[], call: SpeakersCall, context: Context): Promise<number> {
  const decisions = await decisionsOf(call.decisions);
  const api = await loadApi(context.api);
  const options = await readOptionsOf(api, call);
  const { readings, failed } = await readAll(api, inputs, options, call);
  const linked = api.linkSpeakers(readings, { decisions, ...(options.gazetteer && { gazetteer: options.gazetteer }) });
  const colour = wantsColour(call.color === false ? false : undefined, {
    env: process.env,
    isTty: process.stdout.isTTY === true,
  });
  const width = widthOf(process.stdout.columns, process.env);
  process.stdout.write(
    call.json
      ? `${JSON.stringify({ speakers: linked }, null, 2)}\n`
      : api.linkedText(linked, readings, { colour, width }),
  );
  return failed > 0 ? 1 : 0;
}
