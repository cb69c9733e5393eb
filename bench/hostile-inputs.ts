/** Inputs made to exhaust who reads them, each made when it is asked for. `size` 1 is full size; tests take less. */
import { gzipSync } from "node:zlib";
import { docx, epub, wp, zip } from "../test/article/make-zip.ts";

const MB = 1024 * 1024;
const page = (body: string): string =>
  `<!doctype html><html><head><title>Pier</title></head><body>${body}</body></html>`;
const SAID = "“We will not sell the pier,” said Ada Quill, the mayor of Northshore.";

export type Hostile = (size: number) => string | Uint8Array;

const times = (n: number, size: number): number => Math.max(1, Math.round(n * size));

/** By file name. */
export const HOSTILE: Readonly<Record<string, Hostile>> = {
  "bomb.docx": (size) => docx(`${wp(SAID)}${" ".repeat(times(150 * MB, size))}`),
  "bomb.epub": (size) => epub([`<p>${SAID}</p>${" ".repeat(times(150 * MB, size))}`]),
  "many-members.epub": (size) => zip(Array.from({ length: times(60_000, size) }, (_, i) => ({ name: `m${i}`, data: "", stored: true }))),
  "bomb.html.gz": (size) => gzipSync(Buffer.alloc(times(1000 * MB, size), 32)),
  "bomb.jsonl.gz": (size) => gzipSync(Buffer.alloc(times(1000 * MB, size), 32)),
  "bomb.csv.gz": (size) => gzipSync(Buffer.concat([Buffer.from("text\n"), Buffer.alloc(times(1000 * MB, size), 97)])),
  "bomb.warc.gz": (size) => gzipSync(Buffer.concat([Buffer.from("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nWARC-Target-URI: https://x.example/\r\nContent-Length: 9999999999\r\n\r\n"), Buffer.alloc(times(1000 * MB, size), 97)])),
  "bomb.wacz": (size) => zip([{ name: "archive/data.warc.gz", data: gzipSync(Buffer.alloc(times(1000 * MB, size), 97)) }]),
  "line.jsonl": (size) => `{"text":"${"a ".repeat(times(100 * MB, size))}"}\n{"text":"${SAID}"}\n`,
  "line.csv": (size) => `text\n${"a ".repeat(times(100 * MB, size))}\n"${SAID.replaceAll('"', '""')}"\n`,
  "line.txt": (size) => "word ".repeat(times(40 * MB, size)),
  "line.html": (size) => page("word ".repeat(times(40 * MB, size))),
  "word.txt": (size) => "a".repeat(times(5 * MB, size)),
  "divs.html": (size) => page(`${"<div>".repeat(times(100_000, size))}${SAID}`),
  "divs-closed.html": (size) => page(`${"<div>".repeat(times(100_000, size))}<p>${SAID}</p>${"</div>".repeat(times(100_000, size))}`),
  "inline.html": (size) => page(`<p>${"<b>".repeat(times(100_000, size))}${SAID}</p>`),
  "formatting.html": (size) => page(`${"<p><b><i><u><a href=x>".repeat(times(20_000, size))}${SAID}`),
  "tables.html": (size) => page(`${"<table><tr><td>".repeat(times(30_000, size))}${SAID}`),
  "blockquotes.html": (size) => page(`${"<blockquote>".repeat(times(100_000, size))}<p>${SAID}</p>`),
  "lists.html": (size) => page(`${"<ul><li>".repeat(times(50_000, size))}${SAID}`),
  "svg.html": (size) => page(`${"<svg><foreignObject>".repeat(times(20_000, size))}<p>${SAID}</p>`),
  "blockquotes.md": (size) => `${"> ".repeat(times(100_000, size))}${SAID}\n`,
  "lists.md": (size) => Array.from({ length: times(3000, size) }, (_, i) => `${"  ".repeat(i)}* ${SAID}`).join("\n"),
  "emphasis.md": (size) => `${"*_".repeat(times(200_000, size))}${SAID}`,
  "brackets.md": (size) => `${"[".repeat(times(200_000, size))}${SAID}${"](".repeat(times(200_000, size))}`,
  "json-ld.html": (size) => page(`<script type="application/ld+json">${"[".repeat(times(100_000, size))}${"]".repeat(times(100_000, size))}</script><p>${SAID}</p>`),
  "json-ld-graph.html": (size) => page(`<script type="application/ld+json">${'{"@graph":['.repeat(times(50_000, size))}{}${"]}".repeat(times(50_000, size))}</script><p>${SAID}</p>`),
  "brackets.jsonl": (size) => `${"[".repeat(times(100_000, size))}${"]".repeat(times(100_000, size))}\n${'{"text":'.repeat(times(100_000, size))}1${"}".repeat(times(100_000, size))}\n{"text":"${SAID}"}\n`,
  "quotes.txt": (size) => `${SAID}\n\n${"“".repeat(times(1_000_000, size))}`,
  "quotes-spread.txt": (size) => `${"“a ".repeat(times(300_000, size))}`,
  "quotes-straight.txt": (size) => `${'" '.repeat(times(500_000, size))}`,
  "quotes-single.txt": (size) => `${"’ ‘".repeat(times(300_000, size))}`,
  "quotes.html": (size) => page(`<p>${"“x” ".repeat(times(250_000, size))}</p>`),
  "brackets.txt": (size) => "([{".repeat(times(300_000, size)),
  "utf8.txt": (size) => Buffer.concat([Buffer.from(SAID), Buffer.alloc(times(MB, size), 0xc3), Buffer.from([0xff, 0xc0, 0x80])]),
  "utf16.txt": (size) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(times(MB, size) | 1, 0xd8)]),
  "utf16.html": (size) => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.alloc(times(MB, size) | 1, 0x3c)]),
  "nul.txt": (size) => Buffer.alloc(times(10 * MB, size)),
  "nul.html": (size) => page(`<p>${"\0".repeat(times(MB, size))}${SAID}</p>`),
  "nul.jsonl": (size) => `${"\0".repeat(times(MB, size))}\n{"text":"${SAID} \\u0000\\ud800"}\n`,
  "nul.csv": (size) => `text\n${"\0".repeat(times(MB, size))}\n${"x".repeat(20)}\n`,
  "attribute.html": (size) => page(`<p title="${"x".repeat(times(50 * MB, size))}">${SAID}</p>`),
  "attributes.html": (size) => page(`<p ${Array.from({ length: times(100_000, size) }, (_, i) => `a${i}="1"`).join(" ")}>${SAID}</p>`),
  "meta.html": (size) => page(`${Array.from({ length: times(100_000, size) }, (_, i) => `<meta property="og:title" content="Pier ${i}">`).join("")}<p>${SAID}</p>`),
  "classes.html": (size) => page(`<p class="${Array.from({ length: times(300_000, size) }, (_, i) => `c${i}`).join(" ")}">${SAID}</p>`),
  "paragraphs.txt": (size) => `${SAID}\n\n`.repeat(times(100_000, size)),
  "paragraphs.html": (size) => page(`<p>${SAID}</p>`.repeat(times(100_000, size))),
  "siblings.html": (size) => page("<p>a</p><div></div>".repeat(times(200_000, size))),
  "links.html": (size) => page(`<p>${'<a href="/x">x</a> '.repeat(times(200_000, size))}</p><p>${SAID}</p>`),
  "breaks.html": (size) => page(`<p>${"x<br>".repeat(times(500_000, size))}</p>`),
  "spaces.txt": (size) => `${" ".repeat(times(20 * MB, size))}${SAID}`,
  "lines.txt": (size) => "a\n".repeat(times(5_000_000, size)),
  "commas.txt": (size) => `${SAID} ${"Ada Quill, ".repeat(times(100_000, size))}`,
  "capitals.txt": (size) => `“Yes,” said ${"Ada ".repeat(times(100_000, size))}.`,
  "cues.txt": (size) => "said ".repeat(times(200_000, size)),
  "dates.txt": (size) => "3 March 2026 on Friday last week ".repeat(times(50_000, size)),
  "conditions.txt": (size) => `Ada Quill said ${"if unless until ".repeat(times(60_000, size))}.`,
  "entities.html": (size) => page(`<p>${"&amp;lt;&".repeat(times(500_000, size))}</p>`),
  "comment.html": (size) => page(`${"<!--".repeat(times(500_000, size))}<p>${SAID}</p>`),
  "unclosed.html": (size) => page(`${"<p title='".repeat(times(200_000, size))}${SAID}`),
  "script.html": (size) => page(`${"<script>".repeat(times(300_000, size))}<p>${SAID}</p>`),
  "paragraphs.docx": (size) => docx(wp(SAID).repeat(times(20_000, size))),
  "nested.docx": (size) => docx(`${"<w:tbl><w:tr><w:tc>".repeat(times(20_000, size))}${wp(SAID)}${"</w:tc></w:tr></w:tbl>".repeat(times(20_000, size))}`),
  "runs.docx": (size) => docx(`<w:p>${"<w:r><w:t>x </w:t></w:r>".repeat(times(200_000, size))}</w:p>`),
  "cues.vtt": (size) => `WEBVTT\n\n${Array.from({ length: times(100_000, size) }, (_, i) => `${String(Math.floor(i / 3600)).padStart(2, "0")}:${String(Math.floor(i / 60) % 60).padStart(2, "0")}:${String(i % 60).padStart(2, "0")}.000 --> 99:00:00.000\n<v Ada Quill>${SAID}`).join("\n\n")}`,
  "quotes.csv": (size) => `text\n${'"'.repeat(times(5 * MB, size) | 1)}\n`,
  "open-quotes.csv": (size) => `text\n${'"open\n'.repeat(times(500_000, size))}`,
  "columns.csv": (size) => `text,${"a,".repeat(times(20_000, size))}\n${",".repeat(times(MB, size))}\n`,
  "keys.jsonl": (size) => `{"text":"${SAID}",${Array.from({ length: times(300_000, size) }, (_, i) => `"k${i}":1`).join()}}\n`,
}; // biome-ignore format: one table

/** An article in the midst of it all, which must be read. */
export const HONEST = page(
  `<article><h1>Pier</h1><p>${SAID}</p><p>Sol Marsh said that the council could not afford the repairs.</p></article>`,
);
