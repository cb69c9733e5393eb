/** The page in a real browser, where one is installed: its script runs under its own policy, nothing of an article does. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toHtml } from "../../src/export/index.ts";
import { reading } from "./make.ts";
import { pier } from "./pier.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

if (!existsSync(CHROMIUM)) console.warn(`skipped: there is no browser at ${CHROMIUM} (Debian's package chromium)`);

describe.skipIf(!existsSync(CHROMIUM))("the page in a browser", () => {
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  });
  afterAll(() => browser.close());

  async function open(html: string, width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    complaints.length = 0;
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    await page.setContent(html);
    return page;
  }

  const tops = (page: Page) =>
    page.$$eval(".card", (cards) =>
      cards.map((card) => card.getBoundingClientRect()).map((r) => [r.left, r.top, r.bottom]),
    );

  it("sets the cards in the margin, none over another, beside their words", async () => {
    const page = await open(toHtml(pier), 1120);
    const places = await tops(page);
    expect(places).toHaveLength(pier.statements.length);
    for (const [i, [left, top]] of places.entries()) {
      expect(left).toBeGreaterThan(600);
      if (i > 0) expect(top).toBeGreaterThanOrEqual(places[i - 1]![2]!);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([[320], [390], [959], [1600]])("never scrolls sideways: %s pixels", async (width) => {
    const long = reading({
      text: `“${"a".repeat(400)}”`,
      statements: [{ content: [`“${"a".repeat(400)}”`], speaker: "b".repeat(300) }],
    });
    for (const r of [pier, long]) {
      const page = await open(toHtml(r), width);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.close();
    }
  });

  it("singles out a speaker, and shows what was kept apart", async () => {
    const page = await open(toHtml(pier), 1120);
    await page.click('.speakers button:has-text("Ana Quill")');
    expect(await page.$$eval(".card:not(.off)", (cards) => cards.map((card) => card.id))).toEqual(["c1", "c2", "c3"]);
    await page.click('.speakers button:has-text("Ana Quill")');
    expect(await page.locator(".off").count()).toBe(0);
    expect(await page.locator(".residue").first().isVisible()).toBe(false);
    await page.click('label[for="residue"]');
    expect(await page.locator(".residue").first().isVisible()).toBe(true);
    await page.close();
  });

  it("lights up a statement under the pointer", async () => {
    const page = await open(toHtml(pier), 1120);
    await page.hover("#c3");
    const lit = await page.$$eval(".m.on", (marks) => marks.map((mark) => mark.textContent));
    expect(lit.join("")).toContain("We will sign if the wall is paid for");
    await page.close();
  });

  it("runs nothing that an article says", async () => {
    const words = "</style></script><script>alert(1)</script><img src=x onerror=alert(2)>";
    const hostile = reading({
      text: words,
      statements: [{ content: [words], speaker: words }],
      article: { title: words, publisher: words, url: `https://a.example/"onclick="alert(3)` },
    });
    const page = await open(toHtml(hostile), 1120);
    await page.hover("#c1");
    expect(complaints).toEqual([]);
    expect(await page.textContent("h1")).toBe(words);
    await page.close();
  });
});
