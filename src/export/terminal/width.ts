/** How many columns of a terminal a text takes, and text made safe to print there. */

/** Printable ASCII, Latin letters, and typographic punctuation: one column each, no combining marks. */
const NARROW = /^[\x20-\x7e\xa0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;
const ZERO = /^[\p{M}\p{Cf}\p{Cc}]+$/u;
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;
/** East Asian wide and fullwidth ranges. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;

let segmenter: Intl.Segmenter | undefined;

/** The characters as a reader sees them: a letter with its accents, an emoji with its parts. */
export function graphemes(text: string): string[] {
  if (NARROW.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), (s) => s.segment);
}

function graphemeColumns(grapheme: string): number {
  if (ZERO.test(grapheme)) return 0;
  return EMOJI.test(grapheme) || WIDE.test(grapheme) ? 2 : 1;
}

/** Columns that the text takes; it must hold no line breaks or escape sequences. */
export function columns(text: string): number {
  if (NARROW.test(text)) return text.length;
  return graphemes(text).reduce((sum, g) => sum + graphemeColumns(g), 0);
}

/** May a line end before this character without a space? So Chinese and Japanese text wraps. */
export function breaksBefore(grapheme: string): boolean {
  return WIDE.test(grapheme) && !/^[、。，．！？）」』】〉》：；]/u.test(grapheme);
}

/**
 * The text as a terminal may show it: control characters (an article can hold escape sequences) become visible
 * pictures, marks that turn the direction of the line and lone surrogates become �. Line breaks and words stay.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(
      /[\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "\ufffd",
    )
    .replace(/[\x00-\x09\x0b-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/[\x7f-\x9f\u2028\u2029]/g, "\ufffd");
}
