/** Apostrophes that look like single quotation marks: ’90s, ’em, goin’ home, the councillors’ plan. */

const ELIDED = new Set(
  `em til till tis twas twere twill twould cause cos coz cuz bout round n fraid nuff sup ello ere er im is gainst neath pon
  tween twixt hood burbs quake flu phone bus plane cello scuse spose kay ve re d ll s m`.split(/\s+/),
);
const DECADE = /^\d\d(?:s|ers?)?(?:$|-)/;
const CUT_SHORT = new Set("o ol an th wi lil mo po tho thro don".split(" "));

/** Words that follow a closing mark rather than a possessive: ‘the wets’ said no. */
const NO_POSSESSED = new Set(
  `and or but nor so yet said says say saying is are was were be been has have had will would can could may might must should do does
  did in on at to of for from with by as into over after before during than that which who whom whose when where while if because
  since until though although whether not i he she we they you it the a an this these those there`.split(/\s+/),
);

/** Is `word` (after the mark) one that people write with a leading apostrophe? */
export function isElided(word: string): boolean {
  return ELIDED.has(word.toLowerCase()) || DECADE.test(word);
}

/** A year with its century cut off; such a mark hardly ever opens a quotation. */
export function isDecade(word: string): boolean {
  return DECADE.test(word);
}

/** Is `word` (before the mark) cut short at its end: goin’, ol’, o’? */
export function isCutShort(word: string): boolean {
  const lower = word.toLowerCase();
  return CUT_SHORT.has(lower) || (lower.length > 3 && lower.endsWith("in"));
}

/** Could `owner’ thing` be a possessive? The owner ends in s (or z, x), and what follows can be owned. */
export function isPossessive(owner: string, thing: string): boolean {
  return /[szx]$/i.test(owner) && /^[\p{L}\d]/u.test(thing) && !NO_POSSESSED.has(thing.toLowerCase());
}
