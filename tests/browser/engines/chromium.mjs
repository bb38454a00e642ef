// Chromium, by Playwright: the same browser and the same flags as in the specs, and pages are kept for the way back.

import { chromium } from "@playwright/test";

import { headlessOptions } from "../chromium.mjs";

/** Starts Chromium without a window. */
export async function startChromium() {
  const browser = await chromium.launch({ ...headlessOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  const page = await browser.newPage({ locale: "fi-FI", viewport: { width: 1280, height: 800 } });
  let heard = { errors: [], requests: [] };
  page.on("console", (message) => {
    if (message.type() === "error") heard.errors.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => heard.errors.push(`unhandled: ${error}`));
  page.on("request", (request) => heard.requests.push(request.url()));

  return {
    version: browser.version(),
    heard: () => {
      const before = heard;
      heard = { errors: [], requests: [] };
      return before;
    },
    navigate: (url) => page.goto(url, { waitUntil: "commit" }),
    reload: () => page.reload({ waitUntil: "commit" }),
    // In a task of its own: the document may go before the answer has come.
    traverse: (delta) => page.evaluate((delta) => void setTimeout(() => history.go(delta)), delta),
    resize: (width, height) => page.setViewportSize({ width, height }),
    evaluate: (expression) => page.evaluate(expression),
    point: async (x, y, { click = false } = {}) => (click ? page.mouse.click(x, y) : page.mouse.move(x, y)),
    press: (key, { shift = false } = {}) => page.keyboard.press(shift ? `Shift+${key}` : key),
    type: (text) => page.keyboard.type(text),
    close: () => browser.close(),
  };
}
