/** Lines of a text in, the kind of residue each is out (nothing for lines of the report). */
import type { BlockKind, Lexicon } from "../../schema/index.ts";
import { LONGEST_RESIDUE, lineOf } from "./line.ts";
import { phrasesOf } from "./phrases.ts";
import { RESIDUE_RULES } from "./rules.ts";

export { RESIDUE_RULES, type ResidueRule } from "./rules.ts";

/** A kind, and the rule that chose it. */
export interface Label {
  readonly kind: BlockKind;
  readonly by: string;
}

/** Asks the rules about one line: `before` lines stand before it, `after` lines after it. */
export type ResidueFinder = (line: string, before: number, after: number) => Label | undefined;

/** A finder that reads its phrases from the lexicon. */
export function residueFinder(lexicon: Lexicon): ResidueFinder {
  const phrases = phrasesOf(lexicon);
  return (raw, before, after) => {
    if (raw.length > LONGEST_RESIDUE) return undefined;
    const line = lineOf(raw, before, after);
    for (const rule of RESIDUE_RULES) {
      const kind = rule.find(line, phrases);
      if (kind) return { kind, by: `residue/${rule.name}` };
    }
    return undefined;
  };
}
