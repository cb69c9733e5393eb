/** Closed sets of HTML tags: what breaks a line, what is never text. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that stand on lines of their own. */
export const BLOCK_TAGS = words(
  "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table caption thead tbody tfoot tr td th ul video audio iframe",
);

/** Elements whose text no reader sees as text of the page. */
export const SILENT_TAGS = words(
  "head script style template noscript svg math iframe object embed canvas select option textarea button input audio video map noframes dialog datalist",
);

/** Elements that have no end tag. */
export const VOID_TAGS = words("area base br col embed hr img input link meta source track wbr param");
