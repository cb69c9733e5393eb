/** A line in, the kind of residue it is by its shape out. Each function is one row of the table in rules.ts. */
import type { BlockKind } from "../../schema/index.ts";
import { isProse, reports } from "./guards.ts";
import type { Line } from "./line.ts";

const NAME = "\\p{Lu}[\\p{L}.'’-]{0,30}(?: (?:\\p{Lu}[\\p{L}.'’-]{0,30}|van|de|der|von|al|bin|da|di|du|la)){0,4}";

const CREDIT_WORD = "(?:photographs?|photos?|pictures?|images?|illustrations?|graphics?|video|composite)";
const AGENCY =
  /^(?:[\p{L}.'’ -]{2,40} ?[/|] ?)?[\p{L}.'’ -]{2,40}(?: ?[/|] ?| via )(?:Getty Images|Getty|AP|AFP|Reuters|Shutterstock|EPA|Alamy|PA|iStock|Flickr|Unsplash|Wikimedia Commons|Bloomberg|AP Photo)$/u;
const CREDIT = new RegExp(
  `(?:^|[.!?)”’"] )\\[?${CREDIT_WORD}(?: by| credit)?: ?\\p{Lu}(?:[^.!?]|(?<= \\p{Lu})\\.){1,80}\\]?\\.?$|\\b[Cc]redit: ?\\p{Lu}[^.!?]{1,60}(?:\\. ?\\p{L}[^.!?]{0,40})?\\]?\\.?$`,
  "iu",
);
const AGENCY_TAIL = new RegExp(
  `\\((?:${NAME})(?:/| via )(?:${NAME})(?: via ${NAME})?\\)$|\\((?:AP|EPA|AFP) Photo/[^()]{2,60}\\)$|[.!?”"] (?:Photos?|Image|Picture)(?: by|/) ?${NAME}$`,
  "u",
);

const SIGN_TAIL = /[\p{L}.,)”’"] ?[©ⓒ] ?\p{Lu}[^.!?]{1,60}$/u;

/** "Rescuers at the mill. Photograph: Ana Quill/Northlight": a caption with its credit; or the credit alone. */
export function photoCredit(line: Line): BlockKind | undefined {
  if (line.words > 70) return undefined;
  // Cheap looks first: most lines are prose, and never meet the long patterns.
  const credit = line.text.includes(":") ? CREDIT.exec(line.text) : null;
  if (credit) return credit.index < 3 && !line.text.startsWith("[") ? "credit" : "caption";
  if (line.words <= 12 && (AGENCY.test(line.text) || /^Photos? by \p{Lu}[^.!?:;]{1,60}$/u.test(line.text)))
    return "credit";
  const tail =
    (/\)$|Photo|Image|Picture/.test(line.text) && AGENCY_TAIL.test(line.text)) ||
    (/[©ⓒ]/.test(line.text) && SIGN_TAIL.test(line.text));
  return tail && !reports(line) ? "caption" : undefined;
}

const BRACKETED = new RegExp(`^[[(]${CREDIT_WORD}\\b.{0,400}[\\])]$`, "i");

/** "[Photo: A technician at low tide.]", "(Image: …)": set apart by brackets from end to end. */
export function bracketedCaption(line: Line): BlockKind | undefined {
  return BRACKETED.test(line.text) ? "caption" : undefined;
}

/** "PICTURED: Leo trains alone", "Image caption: …", "Video: …" in capitals or with the word caption. */
export function captionLabel(line: Line): BlockKind | undefined {
  return /^(?:PICTURED|ABOVE|BELOW|LEFT|RIGHT|WATCH|FILE PHOTO|FILE|Image caption|Media caption|FILE PHOTO)\b(?:, (?:above|left|right))?(?:: | - | – | — |, (?=\p{Lu}))/u.test(
    line.text,
  )
    ? "caption"
    : undefined;
}

/** "(Reporting by Ana Quill; Editing by Sam Obi)": a desk's sign-off in brackets, or without them. */
export function deskCredit(line: Line): BlockKind | undefined {
  return /^[([]?(?:(?:Additional|Extra|Further) reporting|Reporting|Writing|Editing|Compiled|Translation|Translated|Graphics?|Edited|Written) (?:and (?:writing|editing) )?by:? \p{Lu}/u.test(
    line.text,
  ) && !isProse(line)
    ? "credit"
    : undefined;
}

const REPORTED_FROM = new RegExp(
  `^(?:${NAME}(?:, | and |, and )?){1,3} (?:reported|contributed|reporting)(?: this (?:story|report|article))? from \\p{Lu}[^.!?“”"]{1,60}\\.(?: ${NAME}|$)`,
  "u",
);

/** "Staff writer Ana Quill contributed to this report.", "Ana Quill reported from Port Ansel." */
export function contributed(line: Line): BlockKind | undefined {
  if (line.words <= 30 && line.after <= 3 && line.text.includes(" from ") && REPORTED_FROM.test(line.text))
    return "credit";
  return line.words <= 40 && /\bcontributed (?:to this (?:report|story|article)|reporting|research)\b/.test(line.text)
    ? "credit"
    : undefined;
}

/** "###", "-30-", "— ENDS —", "* * *": where an agency's or a press office's text ends. */
export function endMark(line: Line): BlockKind | undefined {
  return /^(?:#{2,}|[-–—]? ?(?:30|ENDS?|end) ?[-–—]?|[*_=~-](?: ?[*_=~-]){2,}|⏹|■)$/u.test(line.text) &&
    line.text !== "30" &&
    line.text !== "end"
    ? "other-residue"
    : undefined;
}

const EMAIL = /[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}\b/;

/** "Media contact: press@x.example", "Contact reporter Ana Quill at …", "Letters: …": an address to write to. */
export function contactLine(line: Line): BlockKind | undefined {
  if (line.words > 35 || !line.text.includes("@") || !EMAIL.test(line.text) || reports(line)) return undefined;
  if (
    /\b(?:contact|contacts|e-?mail|letters?|reach|write|tips?|follow|media|press|enquir|inquir|feedback|comments?)/i.test(
      line.text,
    )
  )
    return "author-bio";
  return line.words <= 3 ? "author-bio" : undefined;
}

/** "Follow her on X @quill", "@quill": an account, not a sentence. */
export function accountLine(line: Line): BlockKind | undefined {
  if (line.words <= 2 && /^@\w{2,30}$/.test(line.text)) return "author-bio";
  if (line.words > 45 || reports(line)) return undefined;
  return (line.words <= 20 && FOLLOW.test(line.text)) || (line.after <= 3 && FOLLOW_AUTHOR.test(line.text))
    ? "author-bio"
    : undefined;
}

const SITE = "(?:social media|X|Twitter|Facebook|Instagram|Threads|Bluesky|TikTok|Mastodon|LinkedIn)\\b";
const FOLLOW = new RegExp(`^(?:Follow|Reach|Contact|Find) (?!us )(?:\\S+ ){1,6}on ${SITE}`, "i");
const FOLLOW_AUTHOR = new RegExp(`(?:^|[.!?)”] )Follow (?:him|her|them|me)(?: and \\S+)? on ${SITE}`);

const BYLINE = new RegExp(
  `^(?:By|BY|Words by|Story by|Report by|From) ${NAME}(?:(?:,| and| &) ${NAME}){0,4}(?: (?:in|at) ${NAME})?(?:[,|–-] ?[\\p{L}’' -]{2,50}(?:correspondent|editor|reporter|writer|columnist|staff|press|news|agency|service))?$`,
  "iu",
);

const JOB =
  /^(?:\p{Lu}[\p{L}’'&-]{1,20} ){1,4}(?:Columnist|Correspondent|Editor|Reporter|Writer|Contributor|Commentator|Staff)$/u;

/** "By Ana Quill in Port Ansel", "by Ana Quill May 16, 2026", "Opinion Columnist": only near the top, and only capitalised names. */
export function bylineRow(line: Line): BlockKind | undefined {
  if (line.words > 16 || line.before > 6 || /[.!?]$/.test(line.text)) return undefined;
  if (JOB.test(line.text)) return "byline";
  if (!/^(?:by|words|story|report|from) /i.test(line.text)) return undefined;
  const undated = line.text.replace(END_DATE, "");
  const names = undated.replace(/^\S+ (?:by )?/i, "");
  return /^\p{Lu}/u.test(names) && BYLINE.test(undated) ? "byline" : undefined;
}

const STAMP =
  "(?:Published|Updated|Last updated|Last modified|First published|Posted|Modified|Updated at|Posted on|Published on)";
const MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.?";
const CLOCK =
  "\\d{1,2}[.:]\\d{2}(?:[.:]\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: ?(?:[A-Z]{2,5}))?|\\d{1,2} ?[ap]\\.?m\\.?(?: ?[A-Z]{2,5})?";
const DAY = "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?";
const DATE = `${DAY}(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}/\\d{1,2}/\\d{2,4})`;
const TIME_ROW = new RegExp(
  `^(?:${STAMP}:? ?(?:on |at )?)?(?:${DATE}(?:,? (?:at )?(?:${CLOCK}))?|(?:${CLOCK})(?:,? (?:on )?(?:${DATE}|\\d{1,2} ${MONTH}|${MONTH} \\d{1,2}))?)(?: \\(?[A-Z]{2,5}\\)?)?$`,
  "i",
);
const END_DATE = new RegExp(`(?:,| [|·•–—-]| on)? ${DATE}(?:,? (?:at )?(?:${CLOCK}))?$`, "i");
const AGO = new RegExp(
  `^(?:${STAMP}:? ?)?(?:(?:\\d{1,2}|an?|one|two|three) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)|\\d{1,3} ?(?:h|hr|m|min|d|w)) ago$`,
  "i",
);

/** "16.38", "Sat 16 May 2026 02.12 BST", "Published: 10:48 | Updated 3 hours ago": clocks or dates and nothing else. */
export function timeRow(line: Line): BlockKind | undefined {
  if (line.words > 20 || !/\d|ago$/.test(line.text)) return undefined;
  const parts = line.text.split(/ [|•·–—-] /);
  return parts.length <= 3 && parts.every((part) => TIME_ROW.test(part) || AGO.test(part)) ? "time" : undefined;
}

const BIO =
  /\b(?:columnist|correspondent|editor|reporter|staff writer|freelance|journalist|contributing writer|contributor|commentator|podcast host|senior fellow|visiting fellow)\b/i;
const BIO_START = new RegExp(
  `^${NAME}(?: \\([^()]{1,60}\\))?(?:, ${NAME})? (?:is|was|has been|covers|writes|reports|works as)\\b`,
  "u",
);

/** "Ana Quill is The Courier’s economics columnist": about the author, in the last lines. */
export function authorBio(line: Line): BlockKind | undefined {
  if (line.after > 3 || line.before < 2 || line.words > 45 || reports(line) || /["“”]/.test(line.text))
    return undefined;
  return BIO_START.test(line.text) && BIO.test(line.text) ? "author-bio" : undefined;
}

/** "© 2026 Aldwick Courier Ltd.", "Copyright ⓒ The Tide": the word and the sign, or one of them and a year. */
export function copyright(line: Line): BlockKind | undefined {
  return line.words <= 40 &&
    /^(?:[©ⓒ]|\(c\)|copyright\b)(?:.{0,30}\b(?:19|20)\d\d\b| ?[©ⓒ]| \(c\)| ?copyright\b)/i.test(line.text) &&
    !reports(line)
    ? "legal"
    : undefined;
}

/** "Allow content from X?": the box that stands where a post would be. */
export function consentBox(line: Line): BlockKind | undefined {
  return /^Allow .{1,40} content\?$|^Allow content (?:provided )?(?:from|by) .{1,40}\?$/i.test(line.text)
    ? "embed"
    : undefined;
}

/** "MORE COURTS: a | b": a house label in capitals that leads to other reports. */
export function moreLabel(line: Line): BlockKind | undefined {
  return /^(?:MORE|SEE ALSO|ALSO)(?: [A-Z&’' -]{2,40}?)?: ?\S/.test(line.text) && !reports(line)
    ? "read-more"
    : undefined;
}
