/** The public API: re-exports only. */
export * from "./eval/index.ts";
export * from "./export/index.ts";
export * from "./schema/index.ts";
