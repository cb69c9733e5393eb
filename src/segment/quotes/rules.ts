/** What one mark does, given what stands open: one rule a family. */
import type { Family, Mark } from "./marks.ts";

/** "replace": the mark opens, and the one of its family that stands open was never closed. */
export type Action = "open" | "close" | "replace" | "stray" | "ignore";

/** What a rule may look at. */
export interface Situation {
  readonly mark: Mark;
  /** The innermost open mark of the same family, if there is one. */
  readonly open: Mark | undefined;
  /** Is that one the innermost of all? */
  readonly onTop: boolean;
  /** Sure closing marks ahead, before the family's next opening one. */
  readonly ahead: number;
  /** The next mark of the paragraph. */
  readonly next: Mark | undefined;
  /** A speech quotation runs into the next paragraph, which reopens single marks. */
  readonly reopens: boolean;
}

/** “ ” " '' „ : mostly sure of their direction; straight ones nest only if two closers follow. */
function double({ mark, open, ahead, next }: Situation): Action {
  const { lean, facing, soft } = mark;
  if (lean === "open") return open?.facing === "either" && facing === "either" && ahead < 2 ? "replace" : "open";
  if (soft && (!open || ahead > 0)) return "ignore";
  if (lean === "close") return open ? "close" : "stray";
  if (facing === "opens") return open?.facing === "low" ? "close" : "open";
  if (open) return "close";
  if (facing === "closes") return "open";
  return next?.family === "double" && next.lean !== "open" ? "open" : "ignore";
}

/** ‘ ’ ' : the opening one may be an elision, the closing one a possessive. Strays are apostrophes. */
function single(s: Situation): Action {
  const { mark, open, onTop, ahead } = s;
  if (mark.lean === "open") return openSingle(s);
  if (!open || !onTop) return "ignore";
  const better = ahead > 0 || (s.reopens && open.speech);
  return mark.soft && better ? "ignore" : "close";
}

function openSingle({ mark, open, ahead }: Situation): Action {
  if (open && ahead >= 2 && mark.doubt === "none") return "open";
  if (open && !(mark.capital && mark.doubt === "none" && mark.facing !== "closes")) return "ignore";
  if (open) return "replace";
  if (mark.doubt === "none") return mark.text === "`" && ahead === 0 ? "ignore" : "open";
  if (ahead === 0) return "ignore";
  if (mark.doubt === "wrong-way") return mark.capital ? "open" : "ignore";
  return mark.speech && (mark.capital || mark.doubt === "decade") ? "open" : "ignore";
}

/** « » either way round: the other sign than the open one closes. */
function reversible({ mark, open }: Situation): Action {
  if (open && open.text !== mark.text) return "close";
  if (mark.lean === "close") return open ? "close" : "stray";
  return "open";
}

/** The rule of each family. */
export const RULES: Readonly<Record<Family, (situation: Situation) => Action>> = {
  double,
  single,
  guillemets: reversible,
  angles: reversible,
};
