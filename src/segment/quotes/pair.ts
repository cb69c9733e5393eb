/** Marks of one paragraph -> pairs, marks left open, strays. One pass with a stack; each mark is pushed and popped once. */
import { closersAhead } from "./lookahead.ts";
import type { Family, Mark } from "./marks.ts";
import { RULES } from "./rules.ts";

/** An opening mark with its closing one, or without if it is missing. */
export interface Pair {
  readonly open: Mark;
  readonly close: Mark | undefined;
}

export interface ParagraphPairs {
  /** In the order of their closing marks. */
  readonly closed: readonly Pair[];
  /** Left open at the paragraph's end, outermost first: a quotation that goes on, or whose closing mark is missing. */
  readonly left: readonly Mark[];
  /** Opening marks that cannot be quotations to the paragraph's end. */
  readonly unclosed: readonly Mark[];
  /** Closing marks with nothing to close. */
  readonly strays: readonly Mark[];
}

interface Machine {
  readonly stack: Mark[];
  readonly open: Record<Family, Mark[]>;
  readonly lastUsed: Record<Family, number>;
  readonly closed: Pair[];
  readonly unclosed: Mark[];
  readonly strays: Mark[];
}

/** `reopens`: the next paragraph begins with a single opening mark. */
export function pairMarks(marks: readonly Mark[], reopens: boolean): ParagraphPairs {
  const machine: Machine = {
    stack: [],
    open: { double: [], single: [], guillemets: [], angles: [] },
    lastUsed: { double: -1, single: -1, guillemets: -1, angles: -1 },
    closed: [],
    unclosed: [],
    strays: [],
  };
  const ahead = closersAhead(marks);
  marks.forEach((mark, i) => {
    if (mark.lean === "none") return;
    const open = machine.open[mark.family].at(-1);
    const onTop = open !== undefined && machine.stack.at(-1) === open;
    step(machine, mark, RULES[mark.family]({ mark, open, onTop, ahead: ahead[i]!, next: marks[i + 1], reopens }));
  });
  const left = machine.stack.filter((mark) => mayRunOn(machine, mark));
  for (const mark of machine.stack)
    if (!mayRunOn(machine, mark) && mark.family !== "single") machine.unclosed.push(mark);
  return { closed: machine.closed, left, unclosed: machine.unclosed, strays: machine.strays };
}

function step(machine: Machine, mark: Mark, action: "open" | "close" | "replace" | "stray" | "ignore"): void {
  if (action === "ignore") return;
  if (action === "stray") {
    machine.strays.push(mark);
    return;
  }
  machine.lastUsed[mark.family] = mark.token;
  if (action === "replace") dropTo(machine, machine.open[mark.family].at(-1)!, true);
  if (action === "close") close(machine, mark);
  else {
    machine.stack.push(mark);
    machine.open[mark.family].push(mark);
  }
}

/** Nothing between the marks (a ditto, an empty cell) is no quotation. */
function close(machine: Machine, mark: Mark): void {
  const open = machine.open[mark.family].at(-1)!;
  dropTo(machine, open, false);
  if (mark.token > open.token + 1) machine.closed.push({ open, close: mark });
}

/** Takes `open` and all that stands open inside it from the stack; what stood inside was never closed. */
function dropTo(machine: Machine, open: Mark, itself: boolean): void {
  for (let top = machine.stack.pop(); top; top = machine.stack.pop()) {
    machine.open[top.family].pop();
    if ((top !== open || itself) && top.family !== "single") machine.unclosed.push(top);
    if (top === open) return;
  }
}

/**
 * A mark left open may stand for a quotation to the paragraph's end, unless others of its family came after it: then its own closing
 * mark is what is missing. A single one must also look like the beginning of speech: else it is an apostrophe.
 */
function mayRunOn(machine: Machine, mark: Mark): boolean {
  if (machine.lastUsed[mark.family] > mark.token) return false;
  return mark.family !== "single" || (mark.speech && mark.capital && mark.doubt === "none");
}
