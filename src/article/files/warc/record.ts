/** One WARC record in, the page in it out, or nothing: an archive is mostly requests, notes, pictures and redirects. */
import { LARGEST_HEAD, LARGEST_INPUT, tooLarge } from "../../limits.ts";
import { failed, failedBy, type Item } from "../item.ts";
import { fill, pass, type Tape, take } from "../tape.ts";
import { headEnd, targetOf, type WarcHead } from "./header.ts";
import { bodyOf, type HttpHead, isReadType, parseHttpHead } from "./http.ts";

/** A page: where its bytes lie in the record, and how to make them the page's own. */
interface Found {
  /** Bytes of the block before the body. */
  readonly before: number;
  readonly contentType: string | undefined;
  readonly http?: HttpHead;
}

/**
 * Reads the block of a record to its end. A page that is too large, cut off or broken is a failed item.
 * @param tape stands at the block
 */
export async function pageOf(tape: Tape, head: WarcHead, place: string): Promise<Item | undefined> {
  const began = tape.offset;
  const found = await lookedFor(tape, head);
  const left = () => head.length - (tape.offset - began);
  if (!found || head.length > LARGEST_INPUT) {
    const wanted = left();
    const cut = (await pass(tape, wanted)) < wanted;
    if (found) return failedBy(place, tooLarge(`${place} has ${Math.ceil(head.length / 1024 / 1024)} MB`));
    return cut ? cutOff(place) : undefined;
  }
  tape.skip(found.before);
  const bytes = await take(tape, left());
  return bytes ? itemOf(bytes, found, head, place) : cutOff(place);
}

const cutOff = (place: string): Item =>
  failed(place, "unsupported", `${place} is cut off.`, "The archive is not whole: copy or fetch it again.");

function itemOf(bytes: Buffer, { http, contentType }: Found, head: WarcHead, place: string): Item | undefined {
  try {
    const body = http ? bodyOf(bytes, http, place) : bytes;
    if (body.length === 0 || (contentType === undefined && !isMarkup(body))) return undefined;
    const meta = { url: targetOf(head), contentType };
    return { kind: "bytes", name: place, bytes: body, meta: known(meta) };
  } catch (error) {
    return failedBy(place, error);
  }
}

const isMarkup = (bytes: Buffer): boolean => /^[\s\uFEFF]{0,50}<[!?a-z]/i.test(bytes.toString("utf8", 0, 100));

function known<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""),
  ) as Partial<T>;
}

/** Where the page is in the block, if the record holds one; nothing of the block is passed over yet. */
async function lookedFor(tape: Tape, head: WarcHead): Promise<Found | undefined> {
  const contentType = head.fields.get("content-type");
  if (head.type === "resource" || head.type === "conversion")
    return isReadType(contentType) ? { before: 0, contentType } : undefined;
  const target = targetOf(head);
  if (head.type !== "response" || !/^https?:/i.test(target) || /^https?:\/\/[^/]+\/robots\.txt$/i.test(target))
    return undefined;
  return answerOf(tape, head.length);
}

async function answerOf(tape: Tape, length: number): Promise<Found | undefined> {
  const limit = Math.min(length, LARGEST_HEAD);
  for (let wanted = 1024; ; wanted *= 4) {
    await fill(tape, Math.min(wanted, limit));
    const view = tape.view().subarray(0, limit);
    const found = headEnd(view);
    if (!found && view.length === Math.min(wanted, limit) && wanted < limit) continue;
    const http = found && parseHttpHead(view.toString("latin1", 0, found.text));
    if (http?.status !== 200) return undefined;
    const contentType = http.fields.get("content-type") || undefined;
    return contentType === undefined || isReadType(contentType) ? { before: found!.end, contentType, http } : undefined;
  }
}
