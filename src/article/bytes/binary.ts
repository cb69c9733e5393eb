/** Bytes in, the name of a binary format out (or nothing): so that a PDF is refused by name instead of read as noise. */

/** One row a format: the bytes it starts with, and what to do instead. */
const MAGIC: readonly { readonly name: string; readonly bytes: string }[] = [
  { name: "a PDF file", bytes: "25504446" },
  { name: "a zip file (DOCX, ODT, EPUB and WACZ are zip files)", bytes: "504b0304" },
  { name: "a gzip file", bytes: "1f8b" },
  { name: "a PNG image", bytes: "89504e47" },
  { name: "a JPEG image", bytes: "ffd8ff" },
  { name: "a GIF image", bytes: "474946383" },
  { name: "an old Office file", bytes: "d0cf11e0a1b11ae1" },
  { name: "an RTF file", bytes: "7b5c727466" },
  { name: "an SQLite database", bytes: "53514c69746520666f726d6174203300" },
  { name: "a program", bytes: "7f454c46" },
  { name: "a 7-Zip file", bytes: "377abcaf271c" },
  { name: "a bzip2 file", bytes: "425a68" },
  { name: "an XZ file", bytes: "fd377a585a00" },
  { name: "a Zstandard file", bytes: "28b52ffd" },
  { name: "an MP3 file", bytes: "494433" },
  { name: "an Ogg file", bytes: "4f67675300" },
  { name: "a WebAssembly module", bytes: "0061736d" },
];

const SAMPLE = 65_536;

/** What binary format the bytes are, if they are one ("a PDF file", "binary data"). UTF-16 and UTF-32 are not binary. */
export function binaryFormat(bytes: Uint8Array): string | undefined {
  let head = "";
  for (const byte of bytes.subarray(0, 24)) head += byte.toString(16).padStart(2, "0");
  const known = MAGIC.find((format) => head.startsWith(format.bytes));
  if (known) return known.name;
  return manyControls(bytes.subarray(0, SAMPLE)) ? "binary data" : undefined;
}

/** More than one byte in twenty is a control that no text has (in noise it is one in ten): not text. Some stray NULs in a fine text are let through. */
function manyControls(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return controls * 20 > sample.length;
}
