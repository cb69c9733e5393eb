/** Bytes in, the name of a binary format and what to do instead out (or nothing): so that a picture is refused by name instead of read as noise. */

/** A format that is not read. */
export interface BinaryFormat {
  /** "a PNG image", "binary data" */
  readonly name: string;
  readonly hint: string;
}

interface Magic extends BinaryFormat {
  /** The bytes at `at`, in hex. */
  readonly bytes: string;
  readonly at?: number;
}

const UNPACK = "Unpack it and read the files in it.";
const PICTURE = "Read its text with OCR (tesseract, or ocrmypdf for a PDF), and read what that writes.";
const SOUND = "Transcribe it, and read the transcript (.txt, .docx, .vtt or .srt).";
const OFFICE = "Open it in a word processor, save it as DOCX or text, and read that.";
const OTHER = "Read a text, a web page, a PDF, a DOCX or an EPUB file.";

/** One row a format. PDF and zip stand here for what only begins like one. */
const MAGIC: readonly Magic[] = [
  { name: "a PDF file", bytes: "25504446", hint: OTHER },
  { name: "a zip file", bytes: "504b0304", hint: UNPACK },
  { name: "a gzip file", bytes: "1f8b", hint: UNPACK },
  { name: "a PNG image", bytes: "89504e47", hint: PICTURE },
  { name: "a JPEG image", bytes: "ffd8ff", hint: PICTURE },
  { name: "a GIF image", bytes: "474946383", hint: PICTURE },
  { name: "a TIFF image", bytes: "49492a00", hint: PICTURE },
  { name: "a TIFF image", bytes: "4d4d002a", hint: PICTURE },
  { name: "a WebP image", bytes: "57454250", at: 8, hint: PICTURE },
  { name: "a HEIC image", bytes: "6674797068656963", at: 4, hint: PICTURE },
  { name: "an AVIF image", bytes: "6674797061766966", at: 4, hint: PICTURE },
  { name: "an old Office file (.doc, .xls, .ppt)", bytes: "d0cf11e0a1b11ae1", hint: OFFICE },
  { name: "an RTF file", bytes: "7b5c727466", hint: OFFICE },
  { name: "a Mobipocket or Kindle book", bytes: "424f4f4b4d4f4249", at: 60, hint: "Convert it to EPUB and read that." },
  { name: "an SQLite database", bytes: "53514c69746520666f726d6174203300", hint: OTHER },
  { name: "a program", bytes: "7f454c46", hint: OTHER },
  { name: "a 7-Zip file", bytes: "377abcaf271c", hint: UNPACK },
  { name: "a RAR file", bytes: "526172211a07", hint: UNPACK },
  { name: "a bzip2 file", bytes: "425a68", hint: UNPACK },
  { name: "an XZ file", bytes: "fd377a585a00", hint: UNPACK },
  { name: "a Zstandard file", bytes: "28b52ffd", hint: UNPACK },
  { name: "an MP3 file", bytes: "494433", hint: SOUND },
  { name: "an MP3 file", bytes: "fffb", hint: SOUND },
  { name: "an Ogg file", bytes: "4f67675300", hint: SOUND },
  { name: "a FLAC file", bytes: "664c614300", hint: SOUND },
  { name: "a WAV file", bytes: "57415645", at: 8, hint: SOUND },
  { name: "an AVI video", bytes: "41564920", at: 8, hint: SOUND },
  { name: "an MP4 or QuickTime file", bytes: "66747970", at: 4, hint: SOUND },
  { name: "a Matroska or WebM video", bytes: "1a45dfa3", hint: SOUND },
  { name: "a WebAssembly module", bytes: "0061736d", hint: OTHER },
];

const SAMPLE = 65_536;

/** What binary format the bytes are, if they are one. UTF-16 and UTF-32 are not binary. */
export function binaryFormat(bytes: Uint8Array): BinaryFormat | undefined {
  let head = "";
  for (const byte of bytes.subarray(0, 72)) head += byte.toString(16).padStart(2, "0");
  const known = MAGIC.find(({ bytes, at = 0 }) => head.startsWith(bytes, at * 2));
  if (known) return known;
  return manyControls(bytes.subarray(0, SAMPLE)) ? { name: "binary data", hint: OTHER } : undefined;
}

/** More than one byte in twenty is a control that no text has (in noise it is one in ten): not text. Some stray NULs in a fine text are let through. */
function manyControls(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return controls * 20 > sample.length;
}
