/**
 * Pictures of a reading page for the docs, by Debian's chromium: desktop and phone, light and dark.
 * Run: npx tsx scripts/screenshots.ts PAGE.html [FOLDER]   (make PAGE.html with `onrecord read … --html -o PAGE.html`)
 */
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

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

const [page, folder = "docs/img"] = process.argv.slice(2);
if (page === undefined) {
  console.error("Usage: npx tsx scripts/screenshots.ts PAGE.html [FOLDER]");
  process.exit(2);
}

const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
for (const { name, width, height, colorScheme } of SHOTS) {
  const tab = await browser.newPage({ viewport: { width, height }, colorScheme });
  tab.on("console", (message) => console.error(`${name}: ${message.text()}`));
  tab.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
  await tab.goto(pathToFileURL(resolve(page)).href);
  const path = join(folder, `${name}.png`);
  await tab.screenshot({ path, fullPage: process.env.FULL === "1" });
  console.log(`${path} ${Math.ceil(statSync(path).size / 1000)} kB`);
  await tab.close();
}
await browser.close();
