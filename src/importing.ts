/** Annotated articles (ours or others') in, ready for the record out: what people annotated is kept as they did, and never read again. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type ImportOptions, importReadings, readAnnotated, readingOf } from "./import/index.ts";
import { failedFrom, preparedReading } from "./intake.ts";
import { OnrecordError, type Reading } from "./schema/index.ts";
import { type Failed, IMPORTED, type PreparedArticle, prepareArticle, urlIdentity } from "./store/index.ts";
import { VERSION } from "./version.ts";

export interface ImportingOptions extends ImportOptions {
  /** Who annotated them; kept with every statement. */
  readonly by: string;
}

/**
 * The articles of a file, or of a folder of brat's: one of the layouts that onrecord eval takes.
 * @throws OnrecordError if nothing of it can be read; what is wrong with one article is a `Failed`, and the rest goes on
 */
export function importedArticles(path: string, options: ImportingOptions): (PreparedArticle | Failed)[] {
  const { readings, errors } = readingsOf(path, options);
  return [
    ...readings.map((reading) => prepared(reading, path, options.by)),
    ...errors.map((error) => failedFrom(path, error)),
  ];
}

function readingsOf(path: string, options: ImportingOptions): { readings: Reading[]; errors: OnrecordError[] } {
  if (/\.json$/i.test(path)) {
    const whole = importReadings(readFileSync(path, "utf8"), path);
    if (whole.errors.length === 0) return whole;
  }
  const { articles, errors } = readAnnotated(path, options);
  const readings: Reading[] = [];
  const failures = [...errors];
  for (const article of articles) {
    try {
      readings.push(readingOf(article, `import/${options.by}`, VERSION));
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      failures.push(error);
    }
  }
  return { readings, errors: failures };
}

function prepared(reading: Reading, path: string, by: string): PreparedArticle {
  const { article } = reading;
  const identity = article.url === undefined ? `id:${resolve(path)}#${article.id}` : urlIdentity(article.url);
  const name = `${path}, article ${article.id}`;
  return { ...prepareArticle(article, { name, identity }), read: preparedReading(reading, `${IMPORTED}${by}`) };
}
