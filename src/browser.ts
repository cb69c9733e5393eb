/**
 * The same engine in a browser: word lists and weights fetched from the package's own folders instead of read from disk. Nothing here needs Node.
 *
 *     import { createPipeline, fetchResources, toArticle } from "onrecord/browser";
 *     const resources = await fetchResources("/onrecord/");
 *     const read = createPipeline(resources);
 *     const reading = await read(await toArticle(text, { lexicon: resources.lexicon, format: "text" }));
 */
import { OnrecordError, parseRows, type Resources, sortedLines } from "./schema/index.ts";

export { toArticle } from "./article/index.ts";
export { createPipeline, type Pipeline, type PipelineOptions } from "./pipeline.ts";
export * from "./schema/index.ts";
export { VERSION } from "./version.ts";

/** The word lists in lexicon/ (rows), those that are searched as they stand (sorted), and the files in models/ that the default engine reads. */
export const RESOURCE_FILES = {
  rows: [
    "abbreviations", "attitude-cues", "countries", "cue-types", "cue-words", "document-nouns", "group-nouns", "metonyms", "occasions",
    "office-holders", "org-nouns", "outlets", "person-nouns", "pronoun-weights", "regions", "residue", "titles",
  ],
  sorted: ["given-names"],
  models: ["attribution.bin", "kernel.wasm", "pos.bin"],
} as const; // biome-ignore format: one table

/**
 * Fetches the default engine's files, about 8 MB. `base`: where the package's folders `lexicon` and `models` are served, ending with "/".
 * @throws OnrecordError `model` if one of them cannot be had
 */
export async function fetchResources(base: string): Promise<Resources> {
  const get = async (path: string): Promise<Response> => {
    const response = await fetch(base + path).catch(() => undefined);
    if (response?.ok) return response;
    throw new OnrecordError("model", `${base}${path} cannot be fetched${response ? ` (${response.status})` : ""}.`, {
      hint: "Serve the package's folders lexicon and models there.",
    });
  };
  const all = async <T>(names: readonly string[], one: (name: string) => Promise<T>): Promise<(name: string) => T> => {
    const found = new Map(await Promise.all(names.map(async (name) => [name, await one(name)] as const)));
    return (name) => found.get(name)!;
  };
  const textOf = async (file: string): Promise<string> => (await get(`lexicon/${file}.txt`)).text();
  const [rows, sorted, model] = await Promise.all([
    all(RESOURCE_FILES.rows, async (file) => parseRows(await textOf(file))),
    all(RESOURCE_FILES.sorted, async (file) => sortedLines(await textOf(file))),
    all(RESOURCE_FILES.models, async (name) => new Uint8Array(await (await get(`models/${name}`)).arrayBuffer())),
  ]);
  return { lexicon: { rows, sorted }, model };
}
