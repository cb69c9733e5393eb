/** The engines by name, for Node: the default one is in the package, the accurate one is installed on its own. Each is loaded once. */
import type { ArticleOptions } from "./article/index.ts";
import { type AccurateEngine, createPipeline, type Pipeline } from "./pipeline.ts";
import { packageResources } from "./resources.ts";
import { OnrecordError } from "./schema/index.ts";

export const ENGINES = ["default", "accurate"] as const;
export type EngineName = (typeof ENGINES)[number];

export interface Engine {
  readonly pipeline: Pipeline;
  readonly lexicon: ArticleOptions["lexicon"];
}

const loaded = new Map<EngineName, Promise<Engine>>();

/** @throws OnrecordError `bad-option` if the engine is not installed, `model` if its files cannot be used */
export function engineOf(name: EngineName): Promise<Engine> {
  let engine = loaded.get(name);
  if (!engine) {
    engine = load(name);
    loaded.set(name, engine);
    engine.catch(() => loaded.delete(name));
  }
  return engine;
}

async function load(name: EngineName): Promise<Engine> {
  const resources = packageResources();
  const accurate = name === "accurate" ? await loadAccurate() : undefined;
  return { pipeline: createPipeline(resources, accurate), lexicon: resources.lexicon };
}

/** The package by its name, else the folder in a checkout. */
const PLACES = ["onrecord-accurate", new URL("../engines/accurate/index.js", import.meta.url).href];

/** @throws OnrecordError `bad-option` if it is not installed */
export async function loadAccurate(): Promise<AccurateEngine> {
  let failure: Error | undefined;
  for (const place of PLACES) {
    try {
      const { loadEngine } = (await import(place)) as { loadEngine(): Promise<AccurateEngine> };
      return await loadEngine();
    } catch (error) {
      if (!isAbsent(error)) failure ??= error as Error;
    }
  }
  const why = failure ? `cannot be loaded: ${failure.message.split("\n")[0]}` : "is not installed";
  throw new OnrecordError("bad-option", `The accurate engine ${why}.`, {
    hint: "Install it (in a checkout: npm run engine:accurate), or leave --engine accurate out.",
    cause: failure,
  });
}

/** Not there, as against broken. */
function isAbsent(error: unknown): boolean {
  return (error as { code?: string }).code === "ERR_MODULE_NOT_FOUND";
}
