/** A reading as one page that needs nothing else: the text with its statements marked, and a card for each. */
import { type Reading, residueOf } from "../../schema/index.ts";
import { bySpeaker, countSpeakers } from "../speakers.ts";
import { headlineOf } from "../words.ts";
import { type Ids, idsOf } from "./card.ts";
import { escaped, webAddress } from "./escape.ts";
import { htmlHead } from "./head.ts";
import { cards, inline, row } from "./passage.ts";
import { SCRIPT } from "./script.ts";
import { type Passage, passagesOf } from "./segments.ts";
import { STYLE } from "./style.ts";

/** Everything before the first article. */
export function pageHead(title: string, language = "en"): string {
  return `${htmlHead({ title, language, style: STYLE, script: SCRIPT })}<body>
<input type="checkbox" id="residue">
<div class="tools">
<ul class="key" aria-label="Key"><li><span class="m source">source</span></li><li><span class="m cue">cue</span></li><li><span class="m content">what was said</span></li><li><span class="m condition">condition</span></li></ul>
<label for="residue"><span class="show">Show</span><span class="hide">Hide</span> lines kept apart</label>
</div>
<main>
`;
}

/** Everything after the last article. */
export function pageEnd(): string {
  return `</main>
<footer><p>Read by onrecord: by machine, so it can be wrong. Every mark points at the words that it was drawn from.</p></footer>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function counted(n: number, one: string): string {
  return `${n} ${n === 1 ? one : `${one}s`}`;
}

function byline({ article, statements }: Reading, speakers: number): string {
  const url = webAddress(article.url);
  const parts = [
    ...(article.byline ? [escaped(article.byline)] : []),
    `${counted(statements.length, "statement")} by ${counted(speakers, "speaker")}`,
    ...(residueOf(article).length > 0 ? [`${counted(residueOf(article).length, "line")} kept apart`] : []),
    ...(url ? [`<a href="${url}" rel="noreferrer noopener">original</a>`] : []),
  ];
  return `<p class="byline">${parts.join(" · ")}</p>\n`;
}

function speakerButtons(reading: Reading, ids: Ids): string {
  const items = bySpeaker(reading).map(({ name, about, statements }) => {
    const key = escaped(ids.speaker(statements[0]!.statement));
    const title = about === "" ? "" : ` title="${escaped(about)}"`;
    return `<li><button type="button" aria-pressed="false" data-p="${key}"${title}><bdi>${escaped(name)}</bdi> ${statements.length}</button></li>`;
  });
  return items.length === 0 ? "" : `<ul class="speakers" aria-label="Speakers">${items.join("")}</ul>\n`;
}

const squeezed = (text: string) => text.replace(/\s+/g, " ").trim();

/** The headline as it stands in the text, if it does: then its statements are marked in it. */
function titleOf(reading: Reading, first: Passage | undefined, ids: Ids): { html: string; used: boolean } {
  const { title, text, id } = reading.article;
  const own = first && first.block.kind === "heading" ? text.slice(first.block.start, first.block.end) : undefined;
  if (first && own !== undefined && (title === undefined || squeezed(own) === squeezed(title))) {
    const words = `<h1 dir="auto">${inline(first, ids)}</h1>`;
    return { html: `<div class="row">${words}${cards(reading, first.begins, ids)}</div>\n`, used: true };
  }
  return { html: `<h1 dir="auto">${escaped(title ?? reading.input ?? id)}</h1>\n`, used: false };
}

/** One article of a page. `place` is its number on the page, from 0. */
export function pageArticle(reading: Reading, place = 0): string {
  const { article } = reading;
  const ids = idsOf(reading, place);
  const passages = passagesOf(reading);
  const title = titleOf(reading, passages[0], ids);
  const kicker = [article.publisher, article.published?.slice(0, 10)].filter((x) => x !== undefined);
  const notes = reading.messages.map((m) => `<li>${escaped(m.text)}</li>`).join("");
  return (
    `<article${article.language ? ` lang="${escaped(article.language)}"` : ""}>\n` +
    (kicker.length > 0 ? `<p class="kicker">${escaped(kicker.join(" · "))}</p>\n` : "") +
    title.html +
    byline(reading, countSpeakers(reading)) +
    speakerButtons(reading, ids) +
    (title.used ? passages.slice(1) : passages).map((p) => row(reading, p, ids)).join("") +
    (notes === "" ? "" : `<footer><p>Notes</p><ul>${notes}</ul></footer>\n`) +
    "</article>\n"
  );
}

/** The whole page of one reading. */
export function toHtml(reading: Reading): string {
  const { article, input } = reading;
  return pageHead(headlineOf(article) ?? input ?? article.id, article.language) + pageArticle(reading) + pageEnd();
}
