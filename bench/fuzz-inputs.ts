/** Invented inputs of every kind that is read, and what may befall them: the same seed gives the same bytes. */
import { gzipSync } from "node:zlib";
import { column, pdf } from "../test/article/make-pdf.ts";
import { docx, epub, wp, zip } from "../test/article/make-zip.ts";
import { article, asPage, asRecord, random } from "./articles.ts";

type Next = () => number;

/** A kind of input: the ending of its name, and one of its inputs. `inner` damages what is packed in it. */
interface Kind {
  readonly ending: string;
  make(n: number, inner: (text: string) => string): Uint8Array;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const html = (n: number): string => asPage(article(n));
const plain = (n: number): string => article(n).paragraphs.join("\n\n");

function warc(pages: readonly string[]): string {
  return pages
    .map((page, i) => {
      const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
      const length = Buffer.byteLength(answer);
      return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2026-03-11T08:30:00Z\r\nWARC-Record-ID: <urn:uuid:${i}>\r\nWARC-Target-URI: https://tide.example/${i}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\n${answer}\r\n\r\n`;
    })
    .join("");
}

function csv(n: number): string {
  const rows = [n, n + 1].map((one) => {
    const { title, url, published } = article(one);
    return [title, url, published, plain(one)].map((field) => `"${field.replaceAll('"', '""')}"`).join(",");
  });
  return `title,url,date,text\n${rows.join("\n")}\n`;
}

function rss(n: number): string {
  const items = [n, n + 1].map((one) => {
    const { title, url, published, paragraphs } = article(one);
    return `<item><title>${title}</title><link>${url}</link><guid>${url}</guid><pubDate>${new Date(published).toUTCString()}</pubDate><description><![CDATA[<p>${paragraphs[0]}</p>]]></description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Tide</title><link>https://tide.example/</link>${items.join("")}</channel></rss>`;
}

function atom(n: number): string {
  const { title, url, published, paragraphs } = article(n);
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Tide</title><entry><id>${url}</id><title>${title}</title><link href="${url}"/><updated>${published}T00:00:00Z</updated><content type="html">&lt;p&gt;${paragraphs.join(" ")}&lt;/p&gt;</content></entry></feed>`;
}

const sitemap = (n: number): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${[0, 1, 2].map((i) => `<url><loc>${article(n + i).url}</loc><lastmod>${article(n + i).published}</lastmod><news:news><news:title>${article(n + i).title}</news:title></news:news></url>`).join("")}</urlset>`;

const jsonFeed = (n: number): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "The Tide",
    items: [{ id: article(n).url, url: article(n).url, content_html: `<p>${article(n).paragraphs[0]}</p>` }],
  });

const opml = (n: number): string =>
  `<opml version="2.0"><body>${[0, 1].map((i) => `<outline type="rss" text="${article(n + i).publisher}" xmlUrl="https://f${n + i}.example/rss"/>`).join("")}</body></opml>`;

const markdown = (n: number): string =>
  `---\ntitle: ${article(n).title}\ndate: ${article(n).published}\n---\n\n# ${article(n).title}\n\n${article(n).paragraphs.join("\n\n> ")}\n\n* one [link](https://x.example)\n`;

const subtitles = (n: number): string =>
  `WEBVTT\n\n${article(n)
    .paragraphs.map(
      (text, i) =>
        `00:00:${String(i).padStart(2, "0")}.000 --> 00:00:${String(i + 1).padStart(2, "0")}.000\n<v Ada Quill>${text}`,
    )
    .join("\n\n")}\n`;

export const KINDS: Readonly<Record<string, Kind>> = {
  html: { ending: "html", make: (n) => bytes(html(n)) },
  "html.gz": { ending: "html.gz", make: (n, inner) => gzipSync(inner(html(n))) },
  text: { ending: "txt", make: (n) => bytes(plain(n)) },
  markdown: { ending: "md", make: (n) => bytes(markdown(n)) },
  subtitles: { ending: "vtt", make: (n) => bytes(subtitles(n)) },
  jsonl: { ending: "jsonl", make: (n) => bytes(`${asRecord(n)}\n${asRecord(n + 1)}\n`) },
  "jsonl.gz": { ending: "jsonl.gz", make: (n, inner) => gzipSync(inner(`${asRecord(n)}\n${asRecord(n + 1)}\n`)) },
  csv: { ending: "csv", make: (n) => bytes(csv(n)) },
  tsv: { ending: "tsv", make: (n) => bytes(csv(n).replaceAll('","', '"\t"').replace("title,url,date,text", "title\turl\tdate\ttext")) },
  warc: { ending: "warc", make: (n) => bytes(warc([html(n), html(n + 1)])) },
  "warc.gz": {
    ending: "warc.gz",
    make: (n, inner) => Buffer.concat([html(n), html(n + 1)].map((page) => gzipSync(inner(warc([page]))))),
  },
  wacz: { ending: "wacz", make: (n, inner) => zip([{ name: "archive/data.warc.gz", data: gzipSync(inner(warc([html(n)]))) }]) },
  pdf: { ending: "pdf", make: (n, inner) => bytesOfPdf(inner(latin1(pdf([column(50, 60, lines(n)), column(50, 60, lines(n + 1))], { Title: article(n).title })))) },
  docx: { ending: "docx", make: (n, inner) => docx(inner(article(n).paragraphs.map((text) => wp(text)).join(""))) },
  epub: { ending: "epub", make: (n, inner) => epub([inner(`<h1>${article(n).title}</h1><p>${plain(n)}</p>`), "<p>The end.</p>"], inner("<dc:title>The Harbour</dc:title>")) },
  rss: { ending: "xml", make: (n) => bytes(rss(n)) },
  atom: { ending: "xml", make: (n) => bytes(atom(n)) },
  sitemap: { ending: "xml", make: (n) => bytes(sitemap(n)) },
  "json feed": { ending: "json", make: (n) => bytes(jsonFeed(n)) },
  opml: { ending: "opml", make: (n) => bytes(opml(n)) },
}; // biome-ignore format: one table

const lines = (n: number): string[] =>
  plain(n)
    .match(/.{1,80}(?:\s|$)/gs)
    ?.slice(0, 50) ?? [];
const latin1 = (data: Uint8Array): string => Buffer.from(data).toString("latin1");
const bytesOfPdf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

const SCRAPS = [
  '"', "“", "”", "'", "<", ">", "</p>", "<div>", "</div></div></div>", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<blockquote>", "<table><tr><td>",
  "<svg>", "<template>", "<style>", "&#0;", "&#x110000;", "&amp", "\0", "\0\0\0\0", "\u2028", "\uFEFF", "{", "}", "[[[[[[[[", "\\u0000", "\\ud800", "\\", ",", ";", "\t", "\n", "\r", "\r\n\r\n",
  "1e999", "-0", "null", "…", "[...]", "HTTP/1.1 999", "Content-Length: -1\r\n", "Content-Length: 99999999999\r\n", "WARC/1.0\r\n", "Transfer-Encoding: chunked\r\n",
  "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<meta charset=utf-7>", "<base href='javascript:1'>", "9999-99-99", "stream\n", "endobj", "/Kids [2 0 R]", "<w:tbl>", "</w:p>",
  "a".repeat(5000), "<b>".repeat(2000), "“".repeat(3000), " ".repeat(5000), "[".repeat(3000), "> ".repeat(1000), "(((".repeat(1000),
]; // biome-ignore format: one table

const BYTES = [[0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xff], [0x80, 0x80, 0x80], [0, 0, 0, 0], [0x1f, 0x8b, 8, 0], [0x50, 0x4b, 3, 4]]; // biome-ignore format: one table

type Change = (data: Buffer, other: Buffer, next: Next) => Buffer;

const whole = (next: Next, most: number): number => Math.floor(next() * most);

const CHANGES: readonly Change[] = [
  function flip(data, _, next) {
    const changed = Buffer.from(data);
    for (let i = 1 + whole(next, 20); i > 0 && changed.length > 0; i--) {
      const at = whole(next, changed.length);
      changed[at] = changed[at]! ^ (1 << whole(next, 8));
    }
    return changed;
  },
  (data, _, next) => data.subarray(0, whole(next, data.length)),
  (data, _, next) => data.subarray(whole(next, data.length)),
  function double(data, _, next) {
    const at = whole(next, data.length);
    const end = at + whole(next, 5000);
    const part = data.subarray(at, end);
    return Buffer.concat([
      data.subarray(0, end),
      ...Array.from({ length: 1 + whole(next, 20) }, () => part),
      data.subarray(end),
    ]);
  },
  function splice(data, other, next) {
    const from = whole(next, other.length);
    return Buffer.concat([
      data.subarray(0, whole(next, data.length)),
      other.subarray(from),
      data.subarray(whole(next, data.length)),
    ]);
  },
  function insert(data, _, next) {
    const at = whole(next, data.length);
    return Buffer.concat([data.subarray(0, at), Buffer.from(SCRAPS[whole(next, SCRAPS.length)]!), data.subarray(at)]);
  },
  function insertBytes(data, _, next) {
    const at = next() < 0.3 ? 0 : whole(next, data.length);
    return Buffer.concat([data.subarray(0, at), Buffer.from(BYTES[whole(next, BYTES.length)]!), data.subarray(at)]);
  },
  (data, _, next) => (next() < 0.1 ? Buffer.from(`\uFEFF${data.toString("utf8")}`, "utf16le") : data),
];

/** The input of a seed. */
export function fuzzed(kind: string, seed: number): { readonly name: string; readonly bytes: Uint8Array } {
  const next = random(seed * 31 + kind.length);
  const { ending, make } = KINDS[kind]!;
  const names = Object.keys(KINDS);
  const changed = (data: Buffer, other: Buffer): Buffer => {
    let now = data;
    for (let i = 1 + whole(next, 4); i > 0; i--) now = CHANGES[whole(next, CHANGES.length)]!(now, other, next);
    return now;
  };
  const encoding = kind === "pdf" ? "latin1" : "utf8";
  const inside = next() < 0.6;
  const inner = (text: string): string =>
    inside ? changed(Buffer.from(text, encoding), Buffer.from(html(seed), encoding)).toString(encoding) : text;
  const whole0 = Buffer.from(make(whole(next, 1000), inner));
  const other = KINDS[names[whole(next, names.length)]!]!;
  const isPacked = make.length > 1 && inside;
  const data = isPacked ? whole0 : changed(whole0, Buffer.from(other.make(whole(next, 1000), (text) => text)));
  return { name: `${seed}.${ending}`, bytes: data };
}
