/** A check as a page to print or send: a verdict for each quotation, the source's words with what differs, where they stand. */
import {
  type Change,
  type Checked,
  type CheckedIndirect,
  type CheckReport,
  type Evidence,
  PASSING,
} from "../../schema/index.ts";
import { checkedSummary, disagreementText, passageOf, placeOf } from "../checked.ts";
import { CHECKED_STYLE } from "./checked-style.ts";
import { escaped, webAddress } from "./escape.ts";
import { htmlHead } from "./head.ts";

function change({ class: kind, dropped, added }: Change): string {
  const words = [
    ...(dropped ? [`<del>${escaped(dropped)}</del>`] : []),
    ...(added ? [`<ins>${escaped(added)}</ins>`] : []),
  ];
  return `<li><span class="class">${kind}:</span> ${words.join(" ")}</li>`;
}

function place(one: Evidence): string {
  const url = webAddress(one.url);
  const link = url ? [`<a href="${url}" rel="noreferrer noopener">${url}</a>`] : [];
  return `<p class="place">${[...placeOf(one).map(escaped), ...link].join(" · ")}</p>`;
}

function evidence(one: Evidence): string {
  const { before, words, after } = passageOf(one);
  const around = (text: string): string => (text === "" ? "" : `<span class="around">${escaped(text)}</span>`);
  const warnings = one.warnings.map((warning) => `<p class="warn">! ${escaped(warning)}</p>`).join("");
  return `<blockquote dir="auto">${around(before)}${escaped(words)}${around(after)}</blockquote>${place(one)}${warnings}\n`;
}

const kindOf = ({ verdict }: Checked): string =>
  PASSING.has(verdict) ? "pass" : verdict === "unchecked" ? "unchecked" : "fail";

function item(check: Checked): string {
  const { quotation, verdict, why, changes } = check;
  const list = changes.length === 0 ? "" : `<ul class="changes">${changes.map(change).join("")}</ul>`;
  return `<li class="check"><p dir="auto"><span class="verdict ${kindOf(check)}">${verdict}</span><bdi>${escaped(quotation.speaker ?? "nobody named")}</bdi>: “${escaped(quotation.words)}”</p>
<p class="why">${escaped(why)}</p>${list}
${check.evidence.map(evidence).join("")}</li>
`;
}

function indirectItem({ statement, nearest }: CheckedIndirect): string {
  const found = nearest.map((one) => {
    const differs = disagreementText(statement, one);
    return `${differs ? `<p class="warn">! ${escaped(differs)}</p>` : ""}${evidence(one.evidence)}`;
  });
  return `<li class="check"><p dir="auto"><bdi>${escaped(statement.speaker)}</bdi>, ${statement.type}: ${escaped(statement.words)}</p>
${found.length > 0 ? found.join("") : '<p class="why">nothing near to it is on record</p>'}</li>
`;
}

function indirectPart(all: readonly CheckedIndirect[] | undefined): string {
  if (!all || all.length === 0) return "";
  return `<h2>In the draft’s own words</h2>\n<p class="sum">Beside what their speakers are on record with. Not a verdict.</p>\n<ol>\n${all.map(indirectItem).join("")}</ol>\n`;
}

/** The whole page: it needs nothing else and loads nothing. */
export function checkedHtml({ draft, checked, indirect }: CheckReport): string {
  return `${htmlHead({ title: `Quotations of ${draft}`, style: CHECKED_STYLE })}<body>
<main>
<h1>${escaped(draft)}</h1>
<p class="sum">${escaped(checkedSummary(checked))}</p>
<ol>
${checked.map(item).join("")}</ol>
${indirectPart(indirect)}</main>
<footer>Checked by onrecord: words are compared, not truth. Sources were read by machine; look at the passage before you rely on it.</footer>
</body>
</html>
`;
}
