// Measures Seutu beside Hugo without script, and at one size beside other generators, in the same run, and writes docs/performance.md
// with its plot; or says what differs from an earlier run.
//
//   node bench-peers.mjs FIGURES DOCS
//   node bench-peers.mjs FIGURES --again EARLIER
//
// FIGURES is what `cargo xtask bench --peers` has measured of publications, with the folder of each site. A phone is a slow one on
// a slow network: 1.6 Mbit/s, 150 ms to the server and back, and a CPU slowed four times. Sites take turns, so that whatever else the
// machine does meets each of them.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { chromium } from "@playwright/test";

import { launchOptions } from "./chromium.mjs";
import { SEARCHES } from "./peers/adapters.mjs";
import { measureAnswer, measureAtHand, measureBare, measureHeap, measureOtherSearch, measureRoutes, measureSearch, measureView, measureWorker } from "./peers/measure.mjs";
import { plot } from "./peers/plot.mjs";
import { repeated } from "./peers/repeated.mjs";
import { report } from "./peers/report.mjs";
import { serveCompressed } from "./peers/serve.mjs";

/** How the pages are seen. */
const PROFILES = {
  phone: { latency: 150, throughput: 200_000, slowed: 4 },
  "not slowed": { latency: 0, throughput: -1, slowed: 1 },
};

const VIEWS = 7;
const CHANGES = 20;
/** The others are seen less often: on a phone the page of one takes up to ten seconds. */
const ALWAYS = ["Seutu", "Hugo"];
const OTHER_VIEWS = 3;
const OTHER_CHANGES = 6;

const SEARCH_ROUNDS = 5;
const OTHER_SEARCH_ROUNDS = 3;

/** The size at which the heap is measured. */
const HEAP_SIZE = 1_000;

const [figuresFile, docs, earlier] = process.argv.slice(2);
const figures = JSON.parse(readFileSync(figuresFile, "utf8"));
const browser = await chromium.launch(launchOptions);
try {
  for (const size of figures.sizes) {
    const sites = Object.entries(size.peers).filter(([, peer]) => peer.site);
    if (sites.length === 0) continue;
    const served = await Promise.all(sites.map(async ([name, { site }]) => ({ name, ...(await serveCompressed(site)) })));
    size.views = {};
    for (const [profile, conditions] of Object.entries(PROFILES)) {
      const views = Object.fromEntries(served.map(({ name }) => [name, []]));
      const routes = Object.fromEntries(served.map(({ name }) => [name, []]));
      for (let round = 0; round < VIEWS; round += 1) {
        const seen = served.filter(({ name }) => ALWAYS.includes(name) || round < OTHER_VIEWS);
        for (const { name, origin } of seen) views[name].push(await measureView(browser, conditions, origin + size.page));
      }
      console.log(`  ${size.pages} pages, ${profile}: first views`);
      const taps = {};
      for (const { name, origin } of served) {
        const changes = ALWAYS.includes(name) ? CHANGES : OTHER_CHANGES;
        routes[name] = await measureRoutes(browser, conditions, origin + size.page, changes);
        if (profile === "phone") taps[name] = await measureRoutes(browser, { ...conditions, finger: true }, origin + size.page, changes);
        console.log(`  ${size.pages} pages, ${profile}: further pages of ${name}`);
      }
      const seutu = served.find(({ name }) => name === "Seutu");
      const searches = [];
      for (let round = 0; round < SEARCH_ROUNDS; round += 1) searches.push(await measureSearch(browser, conditions, seutu.origin));
      const otherSearches = {};
      // The report tells of them on the phone alone.
      for (const { name, origin } of served.filter(({ name }) => SEARCHES[name] && profile === "phone")) {
        otherSearches[name] = [];
        for (let round = 0; round < OTHER_SEARCH_ROUNDS; round += 1) {
          otherSearches[name].push(await measureOtherSearch(browser, conditions, origin, SEARCHES[name]));
        }
        console.log(`  ${size.pages} pages, ${profile}: search of ${name}`);
      }
      const answers = [];
      for (let round = 0; round < VIEWS; round += 1) answers.push(await measureAnswer(browser, conditions, seutu.origin + size.page));
      const atHand = await measureAtHand(browser, conditions, seutu.origin + size.page);
      const bare = await measureBare(browser, conditions, seutu.origin);
      size.views[profile] = { views, routes, taps, searches, otherSearches, answers, atHand, bare };
      console.log(`  ${size.pages} pages, ${profile}: answers and pages at hand`);
    }
    if (size.pages === HEAP_SIZE) size.worker = await measureWorker(browser, served.find(({ name }) => name === "Seutu"), size.page);
    if (size.pages === HEAP_SIZE) size.heap = await measureHeap(browser, served.find(({ name }) => name === "Seutu").origin + size.page);
    await Promise.all(served.map(({ close }) => close()));
    writeFileSync(figuresFile, JSON.stringify(figures, null, 1));
  }
} finally {
  await browser.close();
}
if (earlier) {
  console.log(repeated(figures, JSON.parse(readFileSync(earlier, "utf8"))));
} else {
  writeFileSync(path.join(docs, "performance.svg"), plot(figures));
  writeFileSync(path.join(docs, "performance.md"), report(figures, browser.version()));
}
