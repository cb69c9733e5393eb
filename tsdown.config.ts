import { defineConfig } from "tsdown";

/** Everything in a few flat files, small dependencies too: a cold start spends most of its time on finding and loading modules. */
export default defineConfig({
  entry: { index: "src/index.ts", browser: "src/browser.ts", main: "src/cli/main.ts", worker: "src/cli/worker.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  dts: true,
  clean: true,
  fixedExtension: false,
  deps: { alwaysBundle: ["zod", "commander", "parse5", "linkedom", "@mozilla/readability", /^csv-(stringify|parse)/] },
  logLevel: "warn",
  minify: { compress: false, mangle: false, codegen: true },
  outputOptions: { chunkFileNames: "[name]-[hash].js" },
});
