/** `onrecord issue`: topics by the queries that find them. */
import type { OpenRecord } from "../../index.ts";
import { loadApi } from "../api.ts";
import { UsageError } from "../errors.ts";
import type { Context } from "../program.ts";

export interface IssueCall {
  readonly record: string;
  readonly remove?: boolean;
}

export async function issue(
  name: string | undefined,
  query: string,
  { record: path, remove }: IssueCall,
  context: Context,
): Promise<number> {
  if (remove && (name === undefined || query !== "")) throw new UsageError("--remove takes the name of one issue");
  const api = await loadApi(context.api);
  const record = await api.openRecord(path);
  try {
    if (remove) await record.removeIssue(name!);
    else if (name !== undefined && query !== "") await record.setIssue({ name, query });
    else process.stdout.write(await listed(record, name));
    return 0;
  } finally {
    record.close();
  }
}

async function listed(record: OpenRecord, name: string | undefined): Promise<string> {
  const issues = (await record.issues()).filter((one) => name === undefined || one.name === name);
  const lines = [];
  for (const one of issues) {
    const { total, exact } = await record.search({ issue: one.name, limit: 1 });
    lines.push(`${exact ? "" : "over "}${total} statements  ${one.name}: ${one.query}\n`);
  }
  return lines.length > 0 ? lines.join("") : `No issue${name === undefined ? "s yet" : ` “${name}”`}.\n`;
}
