/** Bytes in, text and charset out, in the order: BOM, valid UTF-8, HTTP header, the page's own word, guess. */
import { OnrecordError } from "../../schema/index.ts";
import { type BinaryFormat, binaryFormat } from "./binary.ts";
import { declaredCharset, headerCharset } from "./declared.ts";

/** A decoded file: its characters without the byte-order mark, the charset, and what said so. */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
  readonly by: "bom" | "header" | "utf-8" | "meta" | "guess";
}

const MARKS: readonly { readonly charset: string; readonly bytes: readonly number[] }[] = [
  { charset: "utf-32le", bytes: [0xff, 0xfe, 0, 0] },
  { charset: "utf-32be", bytes: [0, 0, 0xfe, 0xff] },
  { charset: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { charset: "utf-16le", bytes: [0xff, 0xfe] },
  { charset: "utf-16be", bytes: [0xfe, 0xff] },
  { charset: "gb18030", bytes: [0x84, 0x31, 0x95, 0x33] },
];

/**
 * Decode the bytes of a text. A declared charset that the bytes contradict (pages saved as UTF-8 whose header or
 * meta says something else) loses against valid UTF-8 that is more than ASCII.
 * @throws OnrecordError `binary` or `charset`
 */
export async function decodeBytes(bytes: Uint8Array, place: string, contentType?: string): Promise<Decoded> {
  const mark = MARKS.find(({ bytes: start }) => start.every((byte, i) => bytes[i] === byte));
  if (mark)
    return {
      text: await decodeAs(bytes.subarray(mark.bytes.length), mark.charset, place),
      charset: mark.charset,
      by: "bom",
    };
  const wide = wideCharset(bytes);
  if (wide) return { text: await decodeAs(bytes, wide, place), charset: wide, by: "guess" };
  const format = binaryFormat(bytes);
  if (format) throw binaryError(format, place);
  return decodeUnmarked(bytes, place, headerCharset(contentType));
}

async function decodeUnmarked(bytes: Uint8Array, place: string, header: string | undefined): Promise<Decoded> {
  const utf8 = header && !isUnicode(header) && isSevenBit(header) ? undefined : strictUtf8(bytes);
  if (utf8 !== undefined) return { text: utf8, charset: "utf-8", by: header === "utf-8" ? "header" : "utf-8" };
  const mostly = mostlyUtf8(bytes);
  if (mostly !== undefined) return { text: mostly, charset: "utf-8", by: "guess" };
  const declared = header ?? declaredCharset(bytes);
  if (declared && !isUnicode(declared)) {
    const by = header ? "header" : "meta";
    return { text: await decodeAs(bytes, declared, place), charset: declared, by };
  }
  const { guessCharset } = await import("./legacy.ts");
  const charset = guessCharset(bytes);
  return { text: await decodeAs(bytes, charset, place), charset, by: "guess" };
}

/** Escapes of these charsets are plain ASCII bytes: such a file is always valid UTF-8, so its header must win. */
function isSevenBit(charset: string): boolean {
  return /^(iso-2022|hz-gb|utf-7)/.test(charset);
}

function isUnicode(charset: string): boolean {
  return charset === "utf-8" || charset === "utf8";
}

/** The text, if the bytes are valid UTF-8; a sequence cut off at the very end (a truncated download) is let pass. */
function strictUtf8(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for (let cut = 0; cut < 4 && cut <= bytes.length; cut++) {
    if (cut > 0 && bytes[bytes.length - cut]! < 0x80) return undefined;
    try {
      return decoder.decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      if (cut === 3) return undefined;
    }
  }
  return undefined;
}

/** UTF-8 with some broken bytes: at least five whole sequences for each broken one. The broken ones become U+FFFD. */
function mostlyUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let broken = 0;
  let whole = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) whole++;
  }
  return broken * 5 <= whole ? text : undefined;
}

/** UTF-16 without a mark: nearly every second byte is NUL in English text. */
function wideCharset(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 8 || bytes.length % 2 !== 0) return undefined;
  const nuls = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) nuls[i % 2]!++;
  const half = sample.length / 2;
  if (nuls[1]! > half * 0.7 && nuls[0]! < half * 0.1) return "utf-16le";
  if (nuls[0]! > half * 0.7 && nuls[1]! < half * 0.1) return "utf-16be";
  return undefined;
}

/** Decode by the platform's own decoder where it knows the charset (web mappings), else by iconv-lite. */
async function decodeAs(bytes: Uint8Array, charset: string, place: string): Promise<string> {
  const decoder = platformDecoder(charset);
  if (decoder) return decoder.encoding === "windows-1252" ? windows1252(decoder.decode(bytes)) : decoder.decode(bytes);
  const { decodeLegacy } = await import("./legacy.ts");
  const text = decodeLegacy(bytes, charset);
  if (text !== undefined) return text;
  throw new OnrecordError("charset", `${place}: the charset “${charset}” is not known.`, {
    hint: "Save the file as UTF-8 and read it again.",
  });
}

const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Some releases of Node decode Windows-1252 as Latin-1, which turns its curly quotes into controls: put them right. */
function windows1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!);
}

function platformDecoder(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset, { ignoreBOM: true });
  } catch {
    return undefined;
  }
}

function binaryError({ name, hint }: BinaryFormat, place: string): OnrecordError {
  return new OnrecordError("binary", `${place} is ${name}, which is not read.`, { hint });
}
