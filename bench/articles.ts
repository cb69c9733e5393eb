/** Invented news reports, seeded: of realistic length and words, half of them as pages with what pages have around them. */

/** mulberry32: small, and the same everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const GIVEN =
  "Ada Sol Oona Lio Tess Ivo Mara Nils Petra Juno Rhea Otto Vera Emil Greta Hugo Iris Kaspar Lena Milo Nora Orin Pia Quentin Rosa Stellan Thea Ugo Wanda Yara".split(
    " ",
  );
const FAMILY =
  "Quill Marsh Reyes Fenn Orlo Grady Tarn Holt Vance Pell Rook Sable Thorne Umber Vale Wick Yarrow Zell Aldane Brask Corvin Dunmore Estray Farrow Gale Hask Ingram Jessop Kestrel Lorne".split(
    " ",
  );
const PLACES =
  "Northshore Westmarch Eastgate Port Calder,Southwold Bay,Highmoor,Lower Tarn,Greyhaven,Millbrook,Stonebridge"
    .split(/[ ,](?=[A-Z][a-z]+(?:,|$| [A-Z]))/)
    .flatMap((x) => x.split(","));
const ROLES =
  "mayor,finance minister,harbour master,union leader,chief negotiator,opposition leader,police chief,foreign minister,head of the water board,spokesperson for the council,trade envoy,hospital director".split(
    ",",
  );
const TOPICS =
  "the pier,the ceasefire,the budget,the harbour,the water treaty,the strike,the new tariff,the bridge,the border crossing,the hospital,the election,the pipeline,the ferry line,the school reform,the airport,the land sale".split(
    ",",
  );
const VERBS =
  "said,told reporters,insisted,warned,added,argued,conceded,promised,demanded,denied,announced,suggested".split(",");
const CLAIMS = [
  "would reopen before the summer",
  "could not be paid for this year",
  "had been discussed with both sides",
  "must be put to a vote",
  "was a matter for the courts",
  "would cost twice as much as planned",
  "had never been on the table",
  "should be handed back to the town",
  "would be delayed until the autumn",
  "was safe",
  "needed a guarantee from the other side",
  "would go ahead if the other side signed first",
];
const QUOTES = [
  "We will not sign anything that leaves {t} in their hands",
  "There is no deal on {t} until there is a deal on everything",
  "If they want {t}, they will have to pay for it",
  "Nobody told us about {t} before Tuesday",
  "I have seen the figures for {t}, and they do not add up",
  "We are ready to talk about {t} at any time",
  "What happened with {t} must never happen again",
  "{T} is not for sale",
  "I give it one chance in four that {t} is settled by May",
  "We promised {t} and we will deliver {t}",
];
const FILLERS = [
  "The talks were held behind closed doors and lasted until late in the evening",
  "Rain had fallen for most of the week, and the square was almost empty",
  "The figures were published on the ministry's site in the morning",
  "Work began in 2018 and has stopped twice since",
  "Several hundred people had gathered outside with placards and drums",
  "The two towns have quarrelled over the question for more than a decade",
  "An earlier draft ran to forty pages and had been marked up by both delegations",
  "Shares in the operating company fell by three per cent",
  "The committee meets again in a fortnight",
  "Trains were running again by noon",
];
const OUTLETS = [
  "The Tide",
  "Northshore Gazette",
  "The Echo",
  "Morning Post of Calder",
  "Highmoor Courier",
  "The Ledger",
  "Westmarch Times",
  "Bay Radio",
];

export interface Invented {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly url: string;
  readonly byline: string;
  readonly paragraphs: readonly string[];
}

export function article(n: number): Invented {
  const next = random(n * 7919 + 13);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const people = Array.from({ length: 3 }, () => ({
    name: `${pick(GIVEN)} ${pick(FAMILY)}`,
    role: pick(ROLES),
    place: pick(PLACES),
  }));
  const topic = pick(TOPICS);
  const number = (): string => String(Math.floor(next() * 9000) + 100);
  const sentence = (i: number): string => {
    const { name, role, place } = pick(people);
    const family = name.split(" ")[1]!;
    const quote = pick(QUOTES)
      .replaceAll("{t}", topic)
      .replaceAll("{T}", topic[0]!.toUpperCase() + topic.slice(1));
    switch (Math.floor(next() * 6)) {
      case 0:
        return `“${quote},” ${family} ${pick(VERBS)}.`;
      case 1:
        return i === 0
          ? `${name}, the ${role} of ${place}, ${pick(VERBS)} that ${topic} ${pick(CLAIMS)}.`
          : `${family} ${pick(VERBS)} that ${topic} ${pick(CLAIMS)}.`;
      case 2:
        return `The ${role} of ${place} ${pick(VERBS)} on ${pick(["Monday", "Tuesday", "Friday", "3 March"])} that ${topic} ${pick(CLAIMS)}, though ${number()} people had signed against it.`;
      default:
        return `${pick(FILLERS)}${next() < 0.4 ? `, and ${number()} people were told to wait in ${place}` : ""}.`;
    }
  };
  const count = 8 + Math.floor(next() * 10);
  const paragraphs = Array.from({ length: count }, () =>
    Array.from({ length: 2 + Math.floor(next() * 2) }, (_, i) => sentence(i)).join(" "),
  );
  const day = new Date(Date.UTC(2025, 0, 1) + Math.floor(next() * 420) * 86_400_000).toISOString().slice(0, 10);
  const publisher = pick(OUTLETS);
  return {
    title: `${people[0]!.place} at odds over ${topic}`,
    publisher,
    published: day,
    url: `https://${publisher.toLowerCase().replace(/[^a-z]/g, "")}.example/${day}/${n}`,
    byline: `${pick(GIVEN)} ${pick(FAMILY)}`,
    paragraphs,
  };
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** As a page: navigation, a caption, a newsletter box, related links, comments. */
export function asPage({ title, publisher, published, url, byline, paragraphs }: Invented): string {
  const meta = JSON.stringify({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: title,
    datePublished: published,
    author: { "@type": "Person", name: byline },
    publisher: { "@type": "Organization", name: publisher },
    url,
  });
  const nav = Array.from({ length: 20 }, (_, i) => `<li><a href="/s/${i}">Section ${i}</a></li>`).join("");
  const middle = Math.floor(paragraphs.length / 2);
  const body = paragraphs
    .map(
      (p, i) =>
        `<p>${escaped(p)}</p>${i === middle ? '<aside class="newsletter"><h3>Get our morning briefing</h3><p>Sign up for the news that matters.</p></aside>' : ""}`,
    )
    .join("\n");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} | ${escaped(publisher)}</title><link rel="canonical" href="${url}"><meta property="og:site_name" content="${escaped(publisher)}"><script type="application/ld+json">${meta}</script><style>${".a{color:red}".repeat(200)}</style></head><body><header><nav><ul>${nav}</ul></nav></header><main><article><h1>${escaped(title)}</h1><p class="byline">By ${escaped(byline)}</p><figure><img src="x.jpg" alt=""><figcaption>The harbour in the morning. Photograph: Bay Pictures</figcaption></figure>${body}<section class="related"><h2>Read more</h2><ul><li><a href="/1">Council meets again</a></li><li><a href="/2">What the treaty says</a></li></ul></section></article></main><footer><p>© ${escaped(publisher)}</p></footer></body></html>`;
}

export function asRecord(n: number): string {
  const { paragraphs, ...meta } = article(n);
  return JSON.stringify({ ...meta, text: paragraphs.join("\n\n") });
}
