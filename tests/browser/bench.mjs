// Measures route changes in the browser: from a click to the finished DOM, with page.json already at hand.
//
//   node bench.mjs          100 changes unslowed, 100 with the CPU slowed four times
//
// The figures are information: a limit that isn't reached is said, and doesn't fail. Only what breaks does.

import { chromium } from "@playwright/test";

import { launchOptions } from "./chromium.mjs";
import { dist, pageOfKind, pages, theme } from "./portal.mjs";
import { serve } from "./serve.mjs";
import { isActive } from "./visitor.mjs";

const CHANGES = 100;

/** CPU slowed so many times, and the limit for the 95th percentile in milliseconds. */
const RUNS = [
  { slowed: 1, limit: 2 },
  { slowed: 4, limit: 6.8 },
];

// Few enough to be at hand all at once, and different in size.
const targets = [theme(), pageOfKind("front"), pageOfKind("call"), pageOfKind("event"), pageOfKind("news"), pageOfKind("siteMap")];

const site = await serve({ root: dist });
const browser = await chromium.launch(launchOptions);
try {
  console.log(`route change, ${CHANGES} times between ${targets.length} of ${pages.length} pages, page.json at hand`);
  for (const run of RUNS) report(run, await measure(run.slowed), await measureFloor(run.slowed));
} finally {
  await browser.close();
  await site.close();
}

/** The figures of each change, in milliseconds. */
async function measure(slowed) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(site.origin + theme().path);
  await isActive(page);
  await page.evaluate(prepare, targets.map(({ path, title }) => ({ path, title })));

  // Every page once: it's at hand then, and its code is compiled.
  for (let place = 1; place <= targets.length; place += 1) await page.evaluate((at) => window.change(at), place % targets.length);
  const asked = site.requests.length;
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowed });

  const figures = [];
  for (let count = 1; count <= CHANGES; count += 1) {
    figures.push(await page.evaluate((at) => window.change(at), count % targets.length));
  }
  const asks = site.requests.slice(asked).filter(({ path }) => path.endsWith("page.json"));
  if (asks.length > 0) throw new Error(`not at hand: ${asks.map(({ path }) => path).join(", ")}`);
  await page.close();
  return figures;
}

/**
 * What the browser itself takes on this machine: a document of one heading, whose text changes at a click that the
 * Navigation API reports. No application can be faster; in milliseconds.
 */
async function measureFloor(slowed) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.route("**/floor/*", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>floor</title><h1></h1><a href=a>a</a> <a href=b>b</a>" }),
  );
  await page.goto(`${site.origin}/floor/`);
  await page.evaluate(() => {
    const heading = document.querySelector("h1");
    let done;
    navigation.addEventListener("navigate", (event) => {
      const show = async () => {
        heading.textContent = event.destination.url;
        done(performance.now());
      };
      event.intercept({ focusReset: "manual", scroll: "after-transition", precommitHandler: show });
    });
    window.change = async (place) => {
      const link = document.links[place % 2];
      link.focus();
      await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
      const shown = new Promise((resolve) => (done = resolve));
      const clicked = performance.now();
      link.click();
      return (await shown) - clicked;
    };
  });
  for (let count = 0; count < 10; count += 1) await page.evaluate((at) => window.change(at), count);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  const figures = [];
  for (let count = 0; count < CHANGES; count += 1) figures.push({ floor: await page.evaluate((at) => window.change(at), count) });
  await page.close();
  return figures;
}

/** Runs in the page: `change(place)` clicks the link to a page and tells how long it took. */
function prepare(targets) {
  const links = targets.map(({ path }) => {
    const link = document.createElement("a");
    link.href = path;
    link.textContent = path;
    document.body.append(link);
    return link;
  });
  const h1 = () => document.querySelector("main h1")?.textContent;

  window.change = async (place) => {
    // Pressing the button of the mouse gives a link the focus, long before it is let go: that is when a click occurs.
    links[place].focus({ preventScroll: true });
    // What the last change left to do isn't part of this one.
    await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
    performance.clearMeasures();
    let clicked;
    // The application's own figures are checked from outside: when did the new h1 stand in the document?
    const seen = new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        if (h1() !== targets[place].title) return;
        observer.disconnect();
        resolve(performance.now() - clicked);
      }).observe(document.getElementById("seutu"), { childList: true, subtree: true, characterData: true });
    });
    // The measures are left together, once the frame has been shown.
    const shown = new Promise((resolve) => {
      new PerformanceObserver((list, observer) => {
        if (list.getEntriesByName("seutu:frame").length === 0) return;
        observer.disconnect();
        resolve();
      }).observe({ type: "measure" });
    });
    clicked = performance.now();
    links[place].click();
    const outside = await seen;
    await shown;
    const last = (name) => performance.getEntriesByName(name).at(-1).duration;
    return { finished: last("seutu:loading") + last("seutu:rendering"), outside, whole: last("seutu:page") };
  };
}

function report({ slowed, limit }, figures, floor) {
  const line = (what, name, suffix = "", from = figures) => {
    const sorted = from.map((figure) => figure[name]).sort((a, b) => a - b);
    const at = (share) => sorted[Math.ceil(share * sorted.length) - 1];
    console.log(`    ${what.padEnd(38)} median ${ms(at(0.5))}   95th percentile ${ms(at(0.95))}${suffix && suffix(at(0.95))}`);
  };
  console.log(slowed === 1 ? "  unslowed" : `  CPU slowed ${slowed}×`);
  line("click to finished DOM", "finished", (p95) => `   limit ${limit} ms: ${p95 <= limit ? "reached" : "NOT REACHED"}`);
  line("the same, seen from outside", "outside");
  line("click to the frame on screen", "whole");
  line("an empty page, in the same browser", "floor", "", floor);
}

function ms(value) {
  return `${value.toFixed(1).padStart(6)} ms`;
}
