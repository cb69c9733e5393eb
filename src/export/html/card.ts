/** A statement's card: what is known of it beside its words, which stand marked in the text. */
import type { Reading, Statement } from "../../schema/index.ts";
import { calledAs, circumstances, doubt, flagsOf, otherCandidates, speakerName, whenText } from "../facts.ts";
import { wordsOf } from "../words.ts";
import { escaped } from "./escape.ts";

/** Makes ids unique on a page with several articles. */
export interface Ids {
  readonly card: (n: number) => string;
  readonly text: (n: number) => string;
  /** Value of data-s. */
  readonly key: (n: number) => string;
  /** Value of data-p: the speaker. */
  readonly speaker: (s: Statement) => string;
}

export function idsOf(reading: Reading, place: number): Ids {
  const prefix = place === 0 ? "" : `a${place + 1}-`;
  return {
    card: (n) => `${prefix}c${n}`,
    text: (n) => `${prefix}t${n}`,
    key: (n) => `${prefix}${n}`,
    speaker: (s) => prefix + (s.speaker ? (s.speaker.speaker ?? speakerName(reading, s)) : "-"),
  };
}

const bdi = (text: string) => `<bdi>${escaped(text)}</bdi>`;

function facts(s: Statement, text: string): string {
  const cue = wordsOf(text, s.cue);
  const parts = [
    ...(cue === "" ? [] : [`<i>${escaped(cue)}</i>`]),
    escaped(s.kind + (s.form ? ` ${s.form}` : "") + (s.act === "attitude" ? " attitude" : "")),
    `<span class="type">${escaped(s.type + doubt(s.typeConfidence))}</span>`,
  ];
  return `<p class="facts">${parts.join(" · ")}</p>`;
}

function details(s: Statement, text: string, parent: string): string {
  const when = whenText(s);
  const others = otherCandidates(s);
  const rows = [
    ...(when ? [["when", s.saidAt?.implied ? `${when.slice(1)} (not stated)` : when]] : []),
    ...circumstances(s).map(({ label, value }) => [label, value]),
    ...s.conditions.map((c) => ["condition", wordsOf(text, [c])]),
    ...(others.length > 0 ? [["or", others.join(", ")]] : []),
  ];
  const cells = rows.map(([label, value]) => `<div><dt>${label}</dt><dd>${bdi(value!)}</dd></div>`).join("");
  return cells + parent === "" ? "" : `<dl>${cells}${parent}</dl>`;
}

function parentRow(reading: Reading, s: Statement, ids: Ids): string {
  const n = reading.statements.findIndex((other) => other.id === s.parent) + 1;
  return n === 0 ? "" : `<div><dt>inside</dt><dd><a href="#${ids.card(n)}">statement ${n}</a></dd></div>`;
}

/** The card of statement number `n`. */
export function cardOf(reading: Reading, n: number, ids: Ids): string {
  const s = reading.statements[n - 1]!;
  const { text } = reading.article;
  const called = calledAs(reading, s);
  const who = speakerName(reading, s) + doubt(s.speaker?.confidence);
  const name = `${s.speaker ? `<b>${bdi(who)}</b>` : `<span class="soft">${bdi(who)}</span>`}`;
  const as = called === undefined || called.length > 40 ? "" : ` <span class="soft">(${bdi(called)})</span>`;
  const flags = flagsOf(s).map((flag) => `<li>${escaped(flag)}</li>`);
  if (doubt(s.confidence)) flags.push("<li>uncertain</li>");
  const parent = s.parent === undefined ? "" : parentRow(reading, s, ids);
  return (
    `<li class="card" id="${ids.card(n)}" data-s="${ids.key(n)}" data-p="${escaped(ids.speaker(s))}">` +
    `<a class="n" href="#${ids.text(n)}" aria-label="Statement ${n}, in the text">${n}</a>` +
    `<p class="who">${name}${as}</p>${facts(s, text)}${details(s, text, parent)}` +
    `${flags.length > 0 ? `<ul class="flags">${flags.join("")}</ul>` : ""}</li>`
  );
}
