/**
 * Pictures of a reading page for the docs, by Debian's chromium: desktop and phone, light and dark.
 * Run: npx tsx scripts/screenshots.ts [ARTICLE] [FOLDER]   (examples/summit.html and docs/img unless others are named)
 */
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { readFile, toHtml } from "../src/index.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const SHOTS = [
  { name: "page-light", width: 1120, height: 840, colorScheme: "light" },
  { name: "page-dark", width: 1120, height: 840, colorScheme: "dark" },
  { name: "page-phone-light", width: 390, height: 780, colorScheme: "light" },
  { name: "page-phone-dark", width: 390, height: 780, colorScheme: "dark" },
] as const;

/** Larger pictures do not belong in a repository. */
const LARGEST = 200_000;

const [article = "examples/summit.html", folder = "docs/img"] = process.argv.slice(2);
const html = toHtml(await readFile(article));
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
for (const { name, width, height, colorScheme } of SHOTS) {
  const tab = await browser.newPage({ viewport: { width, height }, colorScheme });
  tab.on("console", (message) => console.error(`${name}: ${message.text()}`));
  tab.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
  await tab.setContent(html);
  const path = join(folder, `${name}.png`);
  await tab.screenshot({ path, fullPage: process.env.FULL === "1" });
  const { size } = statSync(path);
  console.log(`${path} ${Math.ceil(size / 1000)} kB`);
  if (size > LARGEST) process.exitCode = 1;
  await tab.close();
}
await browser.close();
