/** Progress on stderr: a bar on a terminal, a plain line every ten seconds elsewhere; nothing for work that is done sooner. */
import type { SingleBar } from "cli-progress";

export interface Progress {
  /** One more input is done. */
  step(ok: boolean): void;
  /** Lines for a person, above the bar. */
  note(text: string): void;
  /** Take the bar off the screen. */
  stop(): void;
}

interface State {
  done: number;
  failed: number;
  readonly started: number;
  readonly total: number | undefined;
}

function line({ done, failed, started, total }: State): string {
  const rate = done / Math.max(0.001, (Date.now() - started) / 1000);
  const of = total === undefined ? "" : ` of ${total}`;
  return `onrecord: ${done}${of} done, ${failed} failed, ${rate.toFixed(1)}/s\n`;
}

async function bar(state: State): Promise<SingleBar> {
  const { default: cliProgress } = await import("cli-progress");
  const known = state.total !== undefined;
  const counts = known ? "{bar} {value} of {total} done" : "{value} done";
  const made = new cliProgress.SingleBar({
    format: `${counts} · {failed} failed · {rate}/s${known ? " · {left} left" : ""}`,
    stream: process.stderr,
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    noTTYOutput: false,
  });
  made.start(state.total ?? 0, state.done, facts(state));
  return made;
}

function facts({ done, failed, started, total }: State) {
  const seconds = Math.max(0.001, (Date.now() - started) / 1000);
  const left = total === undefined || done === 0 ? 0 : Math.round(((total - done) * seconds) / done);
  const clock = left < 60 ? `${left} s` : `${Math.floor(left / 60)} min`;
  return { failed, rate: (done / seconds).toFixed(1), left: clock };
}

const SILENT: Progress = { step: () => {}, note: (text) => void process.stderr.write(text), stop: () => {} };

/**
 * Progress over `total` inputs (undefined if that is not known), if there are `many`. `bars`: stderr is a terminal
 * that nothing else uses.
 */
export function progress(many: boolean, total: number | undefined, bars: boolean): Progress {
  if (!many) return SILENT;
  const state: State = { done: 0, failed: 0, started: Date.now(), total };
  let shown: SingleBar | undefined;
  let stopped = false;
  const timer = setInterval(
    async () => {
      if (!bars) {
        process.stderr.write(line(state));
        return;
      }
      shown ??= await bar(state);
      if (stopped) shown.stop();
      else shown.update(state.done, facts(state));
    },
    bars ? 1000 : 10_000,
  );
  timer.unref();
  return {
    step(ok) {
      state.done++;
      if (!ok) state.failed++;
    },
    note(text) {
      process.stderr.write(shown && !stopped ? `\r\x1b[2K${text}` : text);
    },
    stop() {
      stopped = true;
      clearInterval(timer);
      shown?.stop();
    },
  };
}

/** Progress through one long piece of work, on a terminal only: a share of it, after the first second. */
export function percent(bars: boolean): { at(done: number, total: number): void; stop(): void } {
  const started = Date.now();
  let last = started;
  let shown = false;
  return {
    at(done, total) {
      const now = Date.now();
      if (!bars || now - started < 1000 || now - last < 200) return;
      last = now;
      shown = true;
      process.stderr.write(`\r${Math.floor((100 * done) / Math.max(1, total))} % `);
    },
    stop() {
      if (shown) process.stderr.write("\r\x1b[K");
      shown = false;
    },
  };
}
