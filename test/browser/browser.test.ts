/** The engine in a real browser, where one is installed: bundled, served from 127.0.0.1, the same statements as in Node. */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RESOURCE_FILES } from "../../src/browser.ts";
import { createPipeline, packageResources, type Reading, toArticle } from "../../src/index.ts";
import { column, pdf } from "../article/make-pdf.ts";
import { docx, epub, wp } from "../article/make-zip.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OFFLINE = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

const PAGE = `<!doctype html><title>test</title><script type="module">
import * as onrecord from "/onrecord.js"; globalThis.onrecord = onrecord;</script>`;

declare const onrecord: typeof import("../../src/browser.ts");

if (!existsSync(CHROMIUM)) console.warn(`skipped: there is no browser at ${CHROMIUM} (Debian's package chromium)`);

async function bundled(): Promise<string> {
  const bundle = await rolldown({ input: `${ROOT}src/browser.ts`, platform: "browser", logLevel: "silent" });
  const { output } = await bundle.generate({ format: "esm", codeSplitting: false });
  await bundle.close();
  return output[0].code;
}

describe.skipIf(!existsSync(CHROMIUM))("the engine in a browser", () => {
  let server: Server;
  let browser: Browser;
  let base: string;

  beforeAll(async () => {
    const code = await bundled();
    server = createServer(({ url = "/" }, response) => {
      const path = url.slice(1);
      const own = /^(?:lexicon|models)\/[\w.-]+$/.test(path) && existsSync(ROOT + path);
      if (url === "/") response.setHeader("content-type", "text/html").end(PAGE);
      else if (url === "/onrecord.js") response.setHeader("content-type", "text/javascript").end(code);
      else if (own) response.end(readFileSync(ROOT + path));
      else response.writeHead(404).end();
    }).listen(0, "127.0.0.1");
    await new Promise((done) => server.once("listening", done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", ...OFFLINE],
    });
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it.each([
    ["PDF", pdf([column(60, 60, ["We will rebuild the pier, the minister said,", "and we will pay for it."])])],
    ["DOCX", docx(wp("What comes next", "Heading1") + wp("We will rebuild the pier."))],
    ["EPUB", epub(["<h1>One</h1><p>We will rebuild the pier.</p>"])],
  ])("reads a %s into the same article as in Node", async (_, bytes) => {
    const page = await browser.newPage();
    await page.goto(base);
    const inBrowser = await page.evaluate(
      async ([base, numbers]) => {
        const { lexicon } = await onrecord.fetchResources(base);
        return onrecord.toArticle(new Uint8Array(numbers), { lexicon });
      },
      [base, [...bytes]] as const,
    );
    expect(inBrowser).toEqual(await toArticle(bytes, { lexicon: packageResources().lexicon }));
    await page.close();
  });

  it("reads an article into the same reading as in Node", async () => {
    const text = readFileSync(`${ROOT}examples/strike.md`, "utf8");
    const options = { format: "markdown", published: "2026-03-10" } as const;
    const page = await browser.newPage();
    await page.goto(base);
    const got = await page.evaluate(
      async ({ text, options }) => {
        const resources = await onrecord.fetchResources("/");
        const read = onrecord.createPipeline(resources);
        return read(await onrecord.toArticle(text, { ...options, lexicon: resources.lexicon }));
      },
      { text, options },
    );
    const { lexicon, ...rest } = packageResources();
    const want: Reading = await createPipeline({ lexicon, ...rest })(await toArticle(text, { ...options, lexicon }));
    expect(want.statements.length).toBeGreaterThan(5);
    expect(got).toEqual(JSON.parse(JSON.stringify(want)));
    await page.close();
  });

  it("says which file is missing", async () => {
    const page = await browser.newPage();
    await page.goto(base);
    const message = await page.evaluate(() =>
      onrecord.fetchResources("/nowhere/").catch((error: Error) => error.message),
    );
    expect(message).toMatch(/^\/nowhere\/lexicon\/[\w-]+\.txt cannot be fetched \(404\)\.$/);
    await page.close();
  });
});

describe("fetchResources", () => {
  it("knows every file that the engine reads", async () => {
    const asked = { rows: new Set<string>(), sorted: new Set<string>(), models: new Set<string>() };
    const { lexicon, model } = packageResources();
    const noted =
      <T>(names: Set<string>, get: (name: string) => T) =>
      (name: string) => {
        names.add(name);
        return get(name);
      };
    const resources = {
      lexicon: { rows: noted(asked.rows, lexicon.rows), sorted: noted(asked.sorted, lexicon.sorted) },
      model: noted(asked.models, model),
    };
    await createPipeline(resources)(await toArticle("“Go,” he said.", { lexicon: resources.lexicon, format: "text" }));
    for (const part of ["rows", "sorted", "models"] as const)
      expect([...asked[part]].sort()).toEqual([...RESOURCE_FILES[part]].sort());
  });
});
