/** The table of rules that tell by an element's names and tag what kind of block stands in it. */
import type { BlockKind } from "../../schema/index.ts";
import { attr, type Element } from "./tree.ts";

/** A kind of block, or "chrome": the page around the article (menus, footers), of which nothing is kept. */
export type ElementKind = BlockKind | "chrome";

/** One rule. `names` are the words of class, id and the like, a space at both ends. */
export interface ElementRule {
  readonly name: string;
  readonly why: string;
  readonly kind: ElementKind;
  /** The label counts only for elements of at most so many words. */
  readonly most?: number;
  readonly test: (element: Element, names: string) => boolean;
}

const named = (pattern: RegExp) => (_: Element, names: string) => pattern.test(names);
const tagged =
  (...tags: string[]) =>
  (element: Element) =>
    tags.includes(element.tagName);

function namesAuthor(element: Element, names: string): boolean {
  return (
    element.tagName === "address" ||
    attr(element, "rel").includes("author") ||
    / (?:byline|bylines|by line|author|authors|author name|dateline author|writer|contributors?|story by|article author|p author|vcard) /.test(
      names,
    )
  );
}

/** Asked in order, outermost element first; the first that fits an element counts for all inside it. */
const ELEMENT_RULES: readonly ElementRule[] = [
  {
    name: "embed",
    why: "posts of other sites come as a quotation of their own class",
    kind: "embed",
    test: (element, names) =>
      / (?:twitter tweet|twitter video|instagram media|tiktok embed|bluesky embed|mastodon embed|fb post|fb video|reddit embed|reddit card|imgur embed|social embed|tweet embed|embedded tweet|embed tweet|twitter embed|threads embed|text post media|telegram post|embed twitter|embed instagram|embed facebook|embed social) /.test(
        names,
      ) ||
      (element.tagName === "blockquote" && / (?:embed|tweet) /.test(names)),
  },
  {
    name: "player",
    why: "the words on a player or a box for another site's content",
    kind: "embed",
    most: 30,
    test: named(
      / (?:tweet|embed|embedded|video player|audio player|media player|podcast player|youtube|jwplayer|jw player|vjs|brightcove|video js) /,
    ),
  },
  {
    name: "pullquote",
    why: "repeats a quotation of the report in large type",
    kind: "other-residue",
    test: named(/ (?:pull quote|pullquote|pull quotes|pulled quote|quote pull) /),
  },
  { name: "blockquote", why: "a quotation set off from the text", kind: "quote", test: tagged("blockquote") },
  { name: "figcaption", why: "the words under a picture", kind: "caption", most: 150, test: tagged("figcaption") },
  {
    name: "credit",
    why: "names the photographer",
    kind: "credit",
    most: 60,
    test: named(
      / (?:photo credit|image credit|picture credit|media credit|img credit|photo credits|image copyright|photographer|copyright holder) /,
    ),
  },
  {
    name: "caption",
    why: "the words under a picture",
    kind: "caption",
    most: 150,
    test: named(
      / (?:caption|captions|cutline|image text|image description|photo description|media text|media description|gallery text|slide text) /,
    ),
  },
  {
    name: "figure-text",
    why: "a few words beside a picture in a figure",
    kind: "caption",
    most: 60,
    test: (element) => element.tagName === "figure" && !holdsTag(element, ["blockquote", "table"]),
  },
  {
    name: "figure",
    why: "what else stands in a figure",
    kind: "caption",
    most: 150,
    test: (element) => element.tagName === "figure" && !holdsTag(element, ["blockquote", "p", "table"]),
  },
  {
    name: "newsletter",
    why: "asks to sign up",
    kind: "newsletter",
    test: named(
      / (?:newsletter|newsletters|email signup|email sign up|signup|sign up|mailing list|subscribe|subscription (?:box|form|promo)|subscribe box|inline signup|mc embed signup|mailchimp|newsletter signup) /,
    ),
  },
  {
    name: "ad",
    why: "paid for",
    kind: "ad",
    test: named(
      / (?:ad|ads|advert|adverts|advertisement|advertising|advertorial|adslot|ad slot|adunit|ad container|adcontainer|dfp|google ads?|gpt ad|outbrain|taboola|sponsored|sponsor|paid content|native ad|promoted|promoted content|commercial unit) /,
    ),
  },
  {
    name: "comments",
    why: "written by readers",
    kind: "comments",
    test: named(
      / (?:comments|comment list|commentlist|comment thread|disqus|disqus thread|comments area|comments section|coral|livefyre|fb comments|user comments|reader comments|comment respond|respond|discussion) /,
    ),
  },
  {
    name: "share",
    why: "buttons to pass it on",
    kind: "share",
    most: 60,
    test: named(
      / (?:share|sharing|shares|share buttons?|share bar|share tools?|share links?|sharedaddy|addthis|addtoany|a2a kit|social (?:share|sharing|links|buttons|icons|media|bar|tools|list)|sociallinks|share block|post tools|article tools|toolbar|follow us|social) /,
    ),
  },
  {
    name: "correction",
    why: "a note about the text",
    kind: "correction",
    most: 200,
    test: named(
      / (?:correction|corrections|clarification|clarifications|editors note|editor note|editorial note|editors notes|amendment|amended|update note) /,
    ),
  },
  {
    name: "author-bio",
    why: "about the author",
    kind: "author-bio",
    most: 150,
    test: named(
      / (?:author bio|author box|authorbox|author info|about author|about the author|author description|author profile|author card|bio|biography|contributor bio|byline bio|tagline bio) /,
    ),
  },
  {
    name: "read-more",
    why: "leads to other reports",
    kind: "read-more",
    test: named(
      / (?:related|rich link|richlink|read more|readmore|read next|recirc|recirculation|more on|more from|more stories|related (?:articles?|stories|content|links|posts|topics|coverage|items?)|see also|also read|also like|inline link|inline links|internal link promo|must read|onward|onwards|most (?:popular|read|viewed|shared)|trending|recommended (?:articles|stories|reading|for you)|recommendations|up next|next article|jp relatedposts|tags|tag list|topics|article tags|keywords|submeta) /,
    ),
  },
  {
    name: "live-marker",
    why: "the live blog's own controls",
    kind: "live-marker",
    test: named(/ (?:key events|live blog (?:pagination|filter)|pagination|pager|live toggle|auto refresh) /),
  },
  {
    name: "legal",
    why: "cookies, terms, rights",
    kind: "legal",
    most: 250,
    test: named(
      / (?:cookie|cookies|consent|gdpr|ccpa|cmp|cookie (?:banner|notice|consent)|onetrust|privacy|disclaimer|copyright|terms|legal|rights link|syndication|republish) /,
    ),
  },
  {
    name: "byline",
    why: "who wrote it",
    kind: "byline",
    most: 40,
    test: namesAuthor,
  },
  {
    name: "about-author",
    why: "what stands with the author's name and is longer than a name: who that is",
    kind: "author-bio",
    most: 150,
    test: namesAuthor,
  },
  {
    name: "time",
    why: "when it went out",
    kind: "time",
    most: 30,
    test: (element, names) =>
      element.tagName === "time" ||
      / (?:dateline|date line|timestamp|time stamp|pubdate|pub date|publish date|published date|date published|date modified|publication date|published|entry date|post date|article date|dateandtime|last updated|modified date|updated) /.test(
        names,
      ),
  },
  {
    name: "menu",
    why: "the way around the site",
    kind: "chrome",
    test: (element, names) =>
      ["nav", "menu"].includes(element.tagName) ||
      / (?:nav|navigation|navbar|nav bar|menu|breadcrumb|breadcrumbs|skip link|skip|masthead|site header|siteheader|global header|page header nav|site footer|page footer|global footer|main footer|footer nav|footer links|colophon|sidebar widget|widget area|search form|searchform|paywall modal|modal|overlay|popup|lightbox|toast|contentinfo|banner|kicker|section label|eyebrow|rubric) /.test(
        names,
      ) ||
      (element.tagName === "footer" && !standsInArticle(element)),
  },
];

/** Never labelled, whatever they are called: they hold the page. */
const WHOLE_PAGE = new Set(["html", "body", "main", "article"]);

/** The first rule that fits an element of so many words. */
export function elementRule(element: Element, names: string, words: number): ElementRule | undefined {
  if (WHOLE_PAGE.has(element.tagName)) return undefined;
  return ELEMENT_RULES.find((rule) => words <= (rule.most ?? words) && rule.test(element, names));
}

/** A footer of the article holds its notes and tags; the page's own holds menus. */
function standsInArticle(element: Element): boolean {
  let at = element.parentNode;
  for (let steps = 0; at && "tagName" in at && steps < 60; steps++) {
    if (["article", "blockquote"].includes(at.tagName)) return true;
    at = at.parentNode;
  }
  return false;
}

function holdsTag(element: Element, tags: readonly string[]): boolean {
  return element.childNodes.some((child) => "tagName" in child && tags.includes(child.tagName));
}
