/** The bytes of a PDF in, its pages' text items with their places out. pdf.js does the reading, loaded only for this. */
import { type Message, OnrecordError } from "../../schema/index.ts";
import type { FileFacts } from "../file-meta.ts";

/** A string of a page as pdf.js lists it. `x` and `y` in points from the page's top left corner; y is the base line. */
export interface Item {
  /** From 1, as the offset map names it. */
  readonly index: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly size: number;
}

export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

export interface PdfPages {
  readonly pages: readonly Page[];
  readonly facts: FileFacts;
  readonly messages: readonly Message[];
}

const MOST_PAGES = 5_000;
const MOST_ITEMS = 3_000_000;

/**
 * The text items of every page.
 * @throws OnrecordError `unsupported` (damaged, locked), `too-large`
 */
export async function pdfPages(bytes: Uint8Array, place: string): Promise<PdfPages> {
  const { getDocumentProxy } = await import("unpdf");
  // pdf.js takes the buffer over: it gets a copy.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, useSystemFonts: false }).catch(
    (cause: unknown) => {
      throw openError(cause, place);
    },
  );
  try {
    if (document.numPages > MOST_PAGES) throw tooLarge(place, `${document.numPages} pages; the limit is ${MOST_PAGES}`);
    return await allPages(document, bytes, place);
  } finally {
    await document.loadingTask.destroy().catch(() => undefined);
  }
}

type PdfDocument = Awaited<ReturnType<typeof import("unpdf")["getDocumentProxy"]>>;

async function allPages(document: PdfDocument, bytes: Uint8Array, place: string): Promise<PdfPages> {
  const pages: Page[] = [];
  const bad: number[] = [];
  let count = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await pageOf(document, number).catch(() => undefined);
    if (page) pages.push(page);
    else bad.push(number);
    count += page?.items.length ?? 0;
    if (count > MOST_ITEMS) throw tooLarge(place, `more than ${MOST_ITEMS} pieces of text`);
  }
  return { pages, facts: await factsOf(document), messages: notes(pages, bad, bytes) };
}

async function pageOf(document: PdfDocument, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const found: Item[] = [];
  items.forEach((item, i) => {
    if (!("str" in item) || item.str.trim() === "") return;
    const place = placed(item.transform as number[], transform as number[]);
    if (place) found.push({ index: i + 1, text: item.str, width: item.width, ...place });
  });
  page.cleanup();
  return { number, width, height, items: found };
}

/** Where an item stands on the page as it is seen; nothing for text that runs up or down the margin, or has no size. */
function placed(item: readonly number[], view: readonly number[]): Pick<Item, "x" | "y" | "size"> | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const along = { x: va * a + vc * b, y: vb * a + vd * b };
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d);
  const x = va * e + vc * f + ve;
  const y = vb * e + vd * f + vf;
  if (along.x <= 0 || Math.abs(along.y) > along.x / 5) return undefined;
  return Number.isFinite(x) && Number.isFinite(y) && size > 0 && size < 2000 ? { x, y, size } : undefined;
}

async function factsOf(document: PdfDocument): Promise<FileFacts> {
  const found = await document.getMetadata().catch(() => undefined);
  const info = (found?.info ?? {}) as Readonly<Record<string, unknown>>;
  const text = (key: string) => (typeof info[key] === "string" ? info[key] : undefined);
  return { title: text("Title"), author: text("Author"), created: dateOf(text("CreationDate")) };
}

/** "D:20260516011200+01'00'" -> "2026-05-16T01:12:00+01:00". */
function dateOf(raw: string | undefined): string | undefined {
  const found = /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?)?/.exec(raw ?? "");
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second = "00", utc, zone, rest = "00"] = found;
  const date = `${year}-${month}-${day}`;
  return hour ? `${date}T${hour}:${minute}:${second}${utc ? "Z" : zone ? `${zone}:${rest}` : ""}` : date;
}

function notes(pages: readonly Page[], bad: readonly number[], bytes: Uint8Array): Message[] {
  const silent = pages.filter(({ items }) => items.length === 0).map(({ number }) => number);
  const messages: Message[] = [];
  const note = (rule: string, text: string) => messages.push({ rule: `pdf/${rule}`, text });
  if (bad.length > 0) note("page-damaged", `The PDF is damaged: ${listed(bad)} could not be read.`);
  if (silent.length > 0) note("no-text-layer", `There is no text layer on ${listed(silent)}: blank, or a picture.`);
  if (!new TextDecoder("latin1").decode(bytes.subarray(-2048)).includes("%%EOF"))
    note("truncated", "The PDF ends before its end mark: it was cut off, and pages may be missing.");
  return messages;
}

/** "page 3", "pages 3, 5, 8 and 12 more". */
function listed(numbers: readonly number[]): string {
  const more = numbers.length > 10 ? ` and ${numbers.length - 10} more` : "";
  return `page${numbers.length > 1 ? "s" : ""} ${numbers.slice(0, 10).join(", ")}${more}`;
}

function tooLarge(place: string, what: string): OnrecordError {
  return new OnrecordError("too-large", `${place} has ${what}.`, { hint: "Split it and read the parts." });
}

function openError(cause: unknown, place: string): OnrecordError {
  const name = (cause as { name?: string }).name;
  if (name === "PasswordException")
    return new OnrecordError("unsupported", `${place} is locked with a password.`, {
      hint: "Save a copy without a password (qpdf --decrypt) and read that.",
      cause,
    });
  return new OnrecordError("unsupported", `${place} is a damaged PDF: it cannot be opened.`, {
    hint: "Download it again; a viewer that still opens it can print it to a new PDF.",
    cause,
  });
}
