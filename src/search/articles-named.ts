/** An article as a person names it in, its current version out. */
import { urlIdentity } from "../store/article-text.ts";
import type { Database, Value } from "../store/database.ts";

/** By its number in the record, its identity, its id, its address or the name under which it was read. */
export function versionsNamed(db: Database, name: string): number[] {
  const number = /^#?(\d{1,15})$/.exec(name)?.[1];
  const byNumber = number === undefined ? [] : ids(db, "article = ?", Number(number));
  if (byNumber.length > 0) return byNumber;
  const identity = /^https?:/i.test(name) ? urlIdentity(name) : name;
  const byIdentity = ids(db, "article = (SELECT id FROM article WHERE identity = ?)", identity);
  return byIdentity.length > 0 ? byIdentity : ids(db, "(article_key = ? OR name = ? OR url = ?)", name, name, name);
}

function ids(db: Database, where: string, ...values: Value[]): number[] {
  return db
    .all<{ id: number }>(`SELECT id FROM version WHERE current = 1 AND ${where} ORDER BY id`, ...values)
    .map(({ id }) => id);
}
