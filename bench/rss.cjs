// Preloaded into a child by the benchmarks: says on leaving how much memory the process took at most, and how much of the processors' time.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(`maxRSS ${maxRSS}\ncpu ${((userCPUTime + systemCPUTime) / 1e6).toFixed(2)} s\n`);
});
