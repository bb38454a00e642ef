// Measures how soon a saved file is on screen: `seutu serve` on a large portal, a page of it open in the browser.
//
//   node bench-serving.mjs SEUTU SHELL CONTENT OUT FILE PAGE LIMIT
//
// FILE is the source of the page at PAGE; its second block is written anew each time. From the moment the file is
// written to the frame that shows the new text, in milliseconds; a median over LIMIT fails.

import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";

import { chromium } from "@playwright/test";

import { launchOptions } from "./chromium.mjs";

const EDITS = 7;

const [seutu, shell, content, out, file, path, limit] = process.argv.slice(2);
const serving = spawn(seutu, ["serve", "--shell", shell, "--content", content, "--out", out, "--port", "0"], {
  stdio: ["ignore", "pipe", "ignore"],
});
const browser = await chromium.launch(launchOptions);
try {
  const page = await browser.newPage();
  // The page itself says what it shows, frame by frame: no question from outside delays its reload.
  const shown = new Map();
  await page.exposeFunction("tellShown", (words, at) => shown.get(words)?.(at));
  await page.addInitScript(() => {
    let last;
    const look = () => {
      for (const { textContent } of document.querySelectorAll("main p")) {
        if (textContent.startsWith("Tallennettu ") && textContent !== last) window.tellShown((last = textContent), Date.now());
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto((await origin()) + path);
  await page.locator("h1").waitFor();
  const source = JSON.parse(await readFile(file, "utf8"));
  const times = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const words = `Tallennettu ${edit}.`;
    source.content[1] = { paragraph: words };
    const seen = new Promise((resolve) => shown.set(words, resolve));
    const saved = Date.now();
    await writeFile(file, JSON.stringify(source));
    times.push((await seen) - saved);
    // The next save meets a page at rest, as an editor's does.
    await page.waitForLoadState("networkidle");
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(EDITS / 2)];
  const ms = (time) => `${time.toFixed(0)} ms`;
  console.log(`  from a saved file to the page on screen, median of ${EDITS}: ${ms(median)}, at most ${ms(times.at(-1))} (limit ${limit} ms)`);
  if (median > Number(limit)) process.exitCode = 1;
} finally {
  await browser.close();
  serving.kill();
}

/** Where the server says that it is. */
async function origin() {
  for await (const line of createInterface({ input: serving.stdout })) {
    const said = line.match(/^Seutu: (.*)\/$/);
    if (said) return said[1];
  }
  throw new Error("seutu serve ended before it served anything");
}
