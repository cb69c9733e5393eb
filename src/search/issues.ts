/** A stored issue by its name in, the query that finds it out. */
import { OnrecordError } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { fold } from "../store/fold.ts";
import { allOf, type QueryNode } from "./query/node.ts";
import { parseQuery } from "./query/parse.ts";

/** @throws OnrecordError bad-option for a name that no issue has, bad-query for a stored query that cannot be read */
export function issueQuery(db: Database, name: string): QueryNode {
  const issues = db.all<{ name: string; query: string }>("SELECT name, query FROM issue ORDER BY name");
  const issue = issues.find((one) => fold(one.name) === fold(name));
  if (!issue)
    throw new OnrecordError("bad-option", `no issue called “${name}”`, {
      hint: issues.length > 0 ? `issues: ${issues.map((one) => one.name).join(", ")}` : "the record has no issues yet",
    });
  const node = readStored(issue);
  if (node && namesIssue(node))
    throw new OnrecordError("bad-query", `the query of issue “${issue.name}” names an issue itself: ${issue.query}`);
  return node ?? allOf([]);
}

function readStored({ name, query }: { readonly name: string; readonly query: string }): QueryNode | undefined {
  try {
    return parseQuery(query);
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    throw new OnrecordError("bad-query", `issue “${name}”: ${error.message}`, { ...hint, cause: error });
  }
}

function namesIssue(node: QueryNode): boolean {
  if (node.kind === "words") return false;
  if (node.kind === "field") return node.field === "issue";
  return node.kind === "not" ? namesIssue(node.part) : node.parts.some(namesIssue);
}
