#!/usr/bin/env node
/** The command `onrecord`. */
import { run } from "./run.ts";

await run(process.argv.slice(2));
