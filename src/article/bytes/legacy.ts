/** Old charsets: guessed by chardet, decoded by iconv-lite. Loaded only for bytes that are not UTF-8. */
import chardet from "chardet";
import iconv from "iconv-lite";

const SAMPLE = 262_144;

/** The likeliest charset of the bytes; Windows-1252 where nothing speaks for another (every byte has a character there). */
export function guessCharset(bytes: Uint8Array): string {
  const guess = chardet.detect(bytes.subarray(0, SAMPLE))?.toLowerCase() ?? "windows-1252";
  // chardet says ISO-8859-1 for what is, on the web and in old files, Windows-1252: the same letters, and curly quotes.
  return guess === "iso-8859-1" || guess === "utf-8" || guess === "ascii" ? "windows-1252" : guess;
}

/** The text, or undefined if the charset has no decoder. */
export function decodeLegacy(bytes: Uint8Array, charset: string): string | undefined {
  if (!iconv.encodingExists(charset)) return undefined;
  return iconv.decode(bytes as Buffer, charset, { stripBOM: false });
}
