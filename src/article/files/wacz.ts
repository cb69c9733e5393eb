/** A WACZ file (a zip with WARC archives in the folder archive/) in, their pages out. Nothing is unpacked to disk or held whole. */
import { OnrecordError } from "../../schema/index.ts";
import { failed, failedBy, type Item } from "./item.ts";
import { warcItems } from "./warc/index.ts";

const ARCHIVE = /^archive\/[^/]+\.warc(?:\.gz)?$/i;

export async function* openWacz(path: string): AsyncGenerator<Item> {
  const { openPromise } = await import("yauzl");
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: Error) => {
    if ("code" in error) throw error;
    throw new OnrecordError("unsupported", `${path} is no zip file, as a WACZ file is (${error.message}).`, {
      hint: "Check that it was fetched whole.",
    });
  });
  let any = false;
  try {
    for await (const entry of zip.eachEntry()) {
      if (!ARCHIVE.test(entry.fileName)) continue;
      any = true;
      const name = `${path}, ${entry.fileName}`;
      try {
        yield* warcItems(await zip.openReadStreamPromise(entry), name);
      } catch (error) {
        yield failedBy(name, error);
      }
    }
    if (!any) yield failed(path, "empty", `${path} has no WARC archive in its folder archive/.`, "Is it a WACZ file?");
  } finally {
    zip.close();
  }
}
