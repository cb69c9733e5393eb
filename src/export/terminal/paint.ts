/** Colours of the report. Every one has a second sign (place, mark, word), so that it reads the same without. */

export type Paint = (text: string) => string;

export interface Paints {
  readonly plain: Paint;
  /** Names and titles. */
  readonly strong: Paint;
  /** What can be skipped on a first look. */
  readonly quiet: Paint;
  /** The type of statement. */
  readonly type: Paint;
  /** Conditions and flags: what limits a statement. */
  readonly limit: Paint;
  /** The small words before a value: if, to, via, at. */
  readonly label: Paint;
}

const plain: Paint = (text) => text;

/** SGR codes. Not reset by 0, so that nested paints keep the outer one. */
const sgr =
  (on: number, off: number): Paint =>
  (text) =>
    text === "" ? "" : `\u001b[${on}m${text}\u001b[${off}m`;

const COLOURED: Paints = {
  plain,
  strong: sgr(1, 22),
  quiet: sgr(2, 22),
  type: sgr(36, 39),
  limit: sgr(33, 39),
  label: sgr(2, 22),
};

const UNCOLOURED: Paints = { plain, strong: plain, quiet: plain, type: plain, limit: plain, label: plain };

/** The paints of a coloured or an uncoloured report. */
export function paints(colour: boolean): Paints {
  return colour ? COLOURED : UNCOLOURED;
}
