// Takes pictures of the portal to look at: the gallery of components, and a page of each kind of tests/sites/everything and
// of the portal itself, at three widths in three themes, and with the largest text. Long pages come in parts.
//
//   node screenshots.mjs [folder] [part of a name]     by default target/screenshots, everything

import { mkdirSync } from "node:fs";
import path from "node:path";

import { chromium } from "@playwright/test";

import { launchOptions } from "./chromium.mjs";
import { dist, everything, gallery, pages, pagesOf } from "./portal.mjs";
import { serve } from "./serve.mjs";

const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, "../../target/screenshots"));
const wanted = process.argv[3] ?? "";

const THEMES = [
  { theme: "light" },
  { theme: "dark", colorScheme: "dark" },
  { theme: "forced", colorScheme: "dark", forcedColors: "active" },
];
const WIDTHS = [320, 768, 1280];
const VIEWS = [
  ...WIDTHS.flatMap((width) => THEMES.map((theme) => ({ name: `${width}-${theme.theme}`, width, ...theme }))),
  { name: "320-largest", width: 320, textSize: "200" },
];

/** A picture of a whole long page is unreadable: it is cut into parts of this height. */
const PART = 2400;

/** An address of each kind of page, the Finnish one where there is one. */
const kinds = (found) => {
  const finnishLast = found.toSorted((one, other) => (one.language === "fi") - (other.language === "fi"));
  return [...new Map(finnishLast.map((page) => [page.kind, page.path]))];
};

const sites = [
  { name: "portal", root: dist, addresses: [...kinds(pages), ["not-found", "/ei-ole/"]] },
  { name: "everything", root: everything, addresses: [...kinds(pagesOf(everything)), ["not-found", "/ei-ole/"]] },
  { name: "gallery", root: gallery, addresses: [["of-components", "/tyylit/"]] },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(launchOptions);
let taken = 0;
try {
  for (const { name: siteName, root, addresses } of sites) {
    const site = await serve({ root });
    for (const { name: viewName, width, textSize, colorScheme = "light", forcedColors = "none" } of VIEWS) {
      const named = addresses
        .map(([kind, address]) => [`${siteName}-${kind}-${viewName}`, address])
        .filter(([name]) => name.includes(wanted));
      if (named.length === 0) continue;
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, forcedColors });
      const page = await context.newPage();
      await page.goto(`${site.origin}/`);
      if (textSize) await page.evaluate((size) => localStorage.setItem("seutu.text-size", size), textSize);
      for (const [name, address] of named) await take(page, name, site.origin + address);
      await context.close();
    }
    await site.close();
  }
  console.log(`${taken} pictures in ${folder}`);
} finally {
  await browser.close();
}

async function take(page, name, address) {
  await page.goto(address);
  await page.locator(".page-time details").first().waitFor({ state: "attached" });
  await page.evaluate(() => {
    for (const picture of document.images) picture.loading = "eager";
    return Promise.all([...document.images].map((picture) => picture.decode()));
  });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { width } = page.viewportSize();
  for (let part = 0; part * PART < height; part += 1) {
    const suffix = height > PART ? `-${part + 1}` : "";
    const clip = { x: 0, y: part * PART, width, height: Math.min(PART, height - part * PART) };
    await page.screenshot({ path: path.join(folder, `${name}${suffix}.png`), fullPage: true, clip });
    taken += 1;
  }
}
