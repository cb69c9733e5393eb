/** The command with the small engine of fake-engine.ts. */
import { run } from "../../src/cli/run.ts";

await run(process.argv.slice(2), { api: new URL("fake-engine.ts", import.meta.url).href });
