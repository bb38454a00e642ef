// Takes pictures of the portal to look at: one page of each kind, three widths, light and dark, and the largest text.
//
//   node screenshots.mjs [folder]     by default target/screenshots

import { mkdirSync } from "node:fs";
import path from "node:path";

import { chromium } from "@playwright/test";

import { launchOptions } from "./chromium.mjs";
import { dist, pages } from "./portal.mjs";
import { serve } from "./serve.mjs";

const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, "../../target/screenshots"));

const VIEWS = [
  { name: "320", width: 320 },
  { name: "320-largest", width: 320, textSize: "200" },
  { name: "768-dark", width: 768, colorScheme: "dark" },
  { name: "1280", width: 1280 },
];

const kinds = new Map(pages.filter((page) => page.language === "fi").toReversed().map((page) => [page.kind, page.path]));
const addresses = [...kinds, ["not-found", "/ei-ole/"]];

mkdirSync(folder, { recursive: true });
const site = await serve({ root: dist });
const browser = await chromium.launch(launchOptions);
try {
  for (const { name, width, textSize, colorScheme = "light" } of VIEWS) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${site.origin}/`);
    if (textSize) await page.evaluate((size) => localStorage.setItem("seutu.text-size", size), textSize);
    for (const [kind, address] of addresses) {
      await page.goto(site.origin + address);
      await page.locator(".page-time details").waitFor({ state: "attached" });
      await page.screenshot({ path: path.join(folder, `${kind}-${name}.png`), fullPage: true });
    }
    await context.close();
  }
  console.log(`${addresses.length * VIEWS.length} pictures in ${folder}`);
} finally {
  await browser.close();
  await site.close();
}
