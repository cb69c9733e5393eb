/** A line in, whether it reads as prose of the report out: the guard that keeps rules off real sentences. */
import type { Line } from "./line.ts";

/** A reporting clause at the end or in the middle: ", he urged", "the minister said", "said Ana Quill". */
const REPORTING =
  /[\p{L}’'] (?:has |have |had |also |later )?(?:said|says|told|urged|warned|argued|replied|insisted|announced|admitted|joked|shouted|declared)\b|\b(?:he|she|they|who|it|\p{Lu}\p{L}{1,30}) (?:has |have |had )?(?:added|asked|claimed|wrote|explained|noted|reported|recalled)\b|\bsaid (?:the |a |an )?\p{L}/u;

/** Does somebody speak in it? Then it is a sentence of the report, whatever its first words are. */
export function reports(line: Line): boolean {
  return REPORTING.test(line.text);
}

const VERB =
  /\b(?:was|were|had|has|have|is|are|will|would|could|should|did|does|rose|fell|showed|came|went|took|made)\b/;

/** A sentence about the world: ends in a full stop, is no command, and has a finite verb. */
export function isProse(line: Line): boolean {
  return line.words >= 5 && /[.?!…]["”’')]*$/.test(line.text) && VERB.test(line.text);
}
