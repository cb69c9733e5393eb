/** The bytes of a feed or sitemap in; unpacked, if they are packed with gzip, whatever the name says, out. */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { OnrecordError } from "../../schema/index.ts";

/** 50 MB is the most that a sitemap may have. */
export const LARGEST_LIST = 50 * 1024 * 1024;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Sitemaps are often stored as .xml.gz, and sent as such. @throws OnrecordError `unsupported` */
export async function unpackBytes(bytes: Uint8Array, place: string): Promise<Uint8Array> {
  if (!isGzip(bytes)) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: LARGEST_LIST });
  } catch (cause) {
    throw new OnrecordError("unsupported", `${place} could not be unpacked: it is broken or larger than 50 MB.`, {
      hint: "Check that it is whole.",
      cause,
    });
  }
}
