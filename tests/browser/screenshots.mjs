// Pictures of the portal, to be looked at.
//
//   node screenshots.mjs FOLDER

import { mkdirSync } from "node:fs";
import path from "node:path";

import { chromium } from "@playwright/test";

import { launchOptions } from "./chromium.mjs";
import { dist, front, pageOfKind, theme } from "./portal.mjs";
import { serve } from "./serve.mjs";

const WIDTHS = [320, 768, 1280];
const SCHEMES = ["light", "dark"];

/** A name, an address, and what the visitor does there before the picture is taken. */
const views = [
  { name: "front", address: front().path },
  { name: "theme", address: theme().path },
  { name: "theme-largest-text", address: theme().path, textSize: "200" },
  { name: "call", address: pageOfKind("call").path },
  { name: "site-map", address: pageOfKind("siteMap").path },
  { name: "not-found", address: "/ei-ole/" },
  { name: "page-time-open", address: theme().path, act: (page) => page.locator(".page-time summary").click() },
  { name: "failure", address: front().path, act: fail },
];

const folder = process.argv[2];
if (!folder) {
  console.error("which folder? node screenshots.mjs FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const site = await serve({ root: dist });
const browser = await chromium.launch(launchOptions);
try {
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      for (const view of views) await take(view, width, colorScheme);
    }
  }
} finally {
  await browser.close();
  await site.close();
}

async function take({ name, address, textSize, act }, width, colorScheme) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  if (textSize) await context.addInitScript((size) => localStorage.setItem("seutu.text-size", size), textSize);
  const page = await context.newPage();
  await page.goto(site.origin + address);
  await page.locator(".page-time details").waitFor({ state: "attached" });
  await act?.(page);
  const file = path.join(folder, `${name}-${width}-${colorScheme}.png`);
  // A message lies over the page: what it looks like in the window is what counts.
  await page.screenshot({ path: file, fullPage: act !== fail, animations: "disabled" });
  await context.close();
  console.log(file);
}

async function fail(page) {
  site.fault = (asked) => (asked.endsWith("page.json") ? { status: 500 } : undefined);
  await page.locator(`#seutu a[href="${theme().path}"]`).first().click();
  await page.getByRole("alert").waitFor();
  site.fault = undefined;
}
