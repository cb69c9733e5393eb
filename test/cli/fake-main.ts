/** The command with the small engine of fake-engine.ts. */
import { run } from "../../src/cli/run.ts";

const engine = import.meta.url.replace("fake-main", "fake-engine");
await run(process.argv.slice(2), { api: engine });
