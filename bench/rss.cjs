// Preloaded into a child by bench/speed.ts: says on leaving how much memory the process took at most.
process.on("exit", () => process.stderr.write(`maxRSS ${process.resourceUsage().maxRSS}\n`));
