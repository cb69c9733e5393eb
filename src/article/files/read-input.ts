/** A path or "-" in, its bytes out; what cannot be read is refused with the path and what to do. */
import { open, stat } from "node:fs/promises";
import { OnrecordError } from "../../schema/index.ts";
import { checkSize, LARGEST_INPUT } from "../limits.ts";

/** The bytes of a file, with the name to give to toArticle. */
export interface ReadInput {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/**
 * Read a file, or standard input for "-". The size is looked at before anything is read.
 * @throws OnrecordError `no-such-file`, `is-folder`, `too-large`, `empty`, `unsupported`
 */
export async function readInput(
  path: string,
  stdin: AsyncIterable<Uint8Array | string> = process.stdin,
): Promise<ReadInput> {
  const name = path === "-" ? "standard input" : path;
  const bytes = path === "-" ? await readStream(stdin, name) : await readFile(path);
  if (bytes.length === 0) {
    const hint = path === "-" ? "Pipe a text into the command, or name a file." : "Check that it was saved whole.";
    throw new OnrecordError("empty", `${name} is empty.`, { hint });
  }
  return { bytes, name };
}

/** Refuse what is not a readable file of a fair size, before a byte of it is read. */
async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch((cause: unknown) => {
    throw fileError(path, cause);
  });
  if (found.isDirectory()) {
    throw new OnrecordError("is-folder", `${path} is a folder.`, {
      hint: `Name the files in it, e.g. ${path}/*.html.`,
    });
  }
  checkSize(found.size, path);
}

async function readFile(path: string): Promise<Uint8Array> {
  await checkFile(path);
  try {
    const file = await open(path);
    try {
      // A device or pipe has no size of its own: read it as a stream, with the limit.
      return (await file.stat()).isFile()
        ? await file.readFile()
        : await readStream(file.createReadStream({ autoClose: false }), path);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw fileError(path, cause);
  }
}

async function readStream(stream: AsyncIterable<Uint8Array | string>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
    size += bytes.length;
    if (size > LARGEST_INPUT) checkSize(size, name);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

const WHY: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  ENOENT: ["There is no file", "Check the path; it is looked up from the folder that the command runs in."],
  ENOTDIR: ["There is no file", "A part of the path is a file, not a folder."],
  ENAMETOOLONG: ["There is no file", "The path is longer than the system allows."],
  EACCES: ["There is no permission to read", "Change the file's permissions, or run as a user who may read it."],
  EPERM: ["There is no permission to read", "Change the file's permissions, or run as a user who may read it."],
};

/** The error for a path that the system would not read. */
function fileError(path: string, cause: unknown): unknown {
  if (cause instanceof OnrecordError) return cause;
  const code = (cause as { code?: string }).code ?? "";
  const [message, hint] = WHY[code] ?? [
    `The system could not read (${code || String(cause)})`,
    "Try again, or copy the file first.",
  ];
  return new OnrecordError("no-such-file", `${message}: ${path}.`, { hint, cause });
}
