/** Feeds written for the tests: invented outlets and people. */

export const BASE = "https://harbour.example/news/feed.xml";

/** Long enough to be an article. */
export const STORY = `<p>The harbour master of Lindmouth, Ada Berg, said on Monday that the strike will end. “We have a deal,” she told reporters.</p>
<p>The dockers' union refused to confirm it. Its secretary, Tom Okafor, said that talks would go on through the night and that nothing was agreed until everything was agreed.</p>
<p>Ship owners had threatened to take their vessels elsewhere.</p>`;

const NAMESPACES = [
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"',
].join(" ");

export const rss = (items: string, head = "<title>Harbour News</title><link>https://harbour.example/</link>") =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" ${NAMESPACES}><channel>${head}${items}</channel></rss>`;

export const atom = (entries: string, head = "<title>Harbour Atom</title>") =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${head}${entries}</feed>`;

export const item = (n: number, more = "") =>
  `<item><title>Story ${n}</title><link>https://harbour.example/story-${n}</link><guid isPermaLink="false">g${n}</guid>${more}</item>`;
