// A tab that stays open all day: no change of page leaves anything behind, and a tab that nobody looked at for a week is right
// as soon as somebody does.
//
// With SEUTU_SOAK=sessions there are 2,000 changes of page; the figures then go into the file that SEUTU_REPORT names.

import { readFileSync, writeFileSync } from "node:fs";

import { expect, test } from "../fixtures.mjs";
import { everything, front, pageTitled } from "../portal.mjs";
import { open } from "../visitor.mjs";
import { words } from "../words.mjs";

const isSoak = process.env.SEUTU_SOAK === "sessions";

/** After how many changes of page the heap is weighed: by the first all code has run. */
const STOPS = isSoak ? [100, 500, 1_000, 2_000] : [40, 120];

/** The part of the heap by which it may grow, without the code into which the browser translates often used functions once more. */
const GROWTH = 0.05;

/** Functions, in the heap, that may have come by something else than a change of page. */
const OTHER_FUNCTIONS = 20;

/** Keeps the memory of the application where the test finds it. */
const keepMemory = () => {
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...all) => {
    const made = await instantiateStreaming.apply(WebAssembly, all);
    globalThis.memory ??= Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory);
    return made;
  };
};

/** Follows links from page to page, each once the one before has been painted. */
const changePages = async ([ways, from, to]) => {
  for (let number = from; number < to; number += 1) {
    const way = ways[number % ways.length];
    const arrived = new Promise((resolve) => navigation.addEventListener("navigatesuccess", resolve, { once: true }));
    document.querySelector(`#seutu a[href="${way}"]`).click();
    await arrived;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    if (location.pathname !== way) throw new Error(`at ${location.pathname} instead of ${way}`);
  }
};

test("changes of page leave no node, listener, function or memory behind", async ({ page, site }) => {
  test.setTimeout(isSoak ? 600_000 : 90_000);
  await page.addInitScript(keepMemory);
  await open(page, site, front().path);
  const client = await page.context().newCDPSession(page);
  // In the header or footer of each page.
  const ways = ["Sivukartta", "Hankkeet", "Tietoa sivustosta", "Saavutettavuusseloste"].map((title) => pageTitled(title).path);
  const run = async (expression) => {
    const { result, exceptionDetails } = await client.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const change = (from, to) => run(`(${changePages})(${JSON.stringify([ways, from, to])})`);

  const weighed = [];
  let each;
  for (const [place, stop] of STOPS.entries()) {
    const from = STOPS[place - 1] ?? 0;
    const started = Date.now();
    await change(from, stop);
    each = (Date.now() - started) / (stop - from);
    weighed.push(await weigh(client, run));
  }

  const [before, after] = [weighed[0], weighed.at(-1)];
  const changes = STOPS.at(-1) - STOPS[0];
  const grown = ({ heap }) => (heap - before.heap) / before.heap;
  const row = (name, cell) => `| ${[name, ...weighed.map(cell)].join(" | ")} |`;
  const figures = [
    `| ${["changes of page", ...STOPS.map((stop) => stop.toLocaleString("en"))].join(" | ")} |`,
    `| --- |${" ---: |".repeat(STOPS.length)}`,
    row("heap after garbage collection", ({ heap }) => kB(heap)),
    row("its growth", (at) => (at === before ? "" : `${(grown(at) * 100).toFixed(1)} %`)),
    row("besides it, code that the browser has made", ({ code }) => kB(code)),
    row("memory of the application", ({ memory }) => kB(memory)),
    row("nodes", ({ nodes }) => nodes),
    row("listeners", ({ listeners }) => listeners),
    row("functions in the heap", ({ functions }) => functions),
    row("measures in the browser's timeline", ({ measures }) => measures),
    "",
    `Each change of page leaves ${((after.heap - before.heap) / changes).toFixed(0)} bytes behind.`,
  ].join("\n");
  console.log(`${figures}\n${each.toFixed(0)} ms a change`);
  if (isSoak && process.env.SEUTU_REPORT) writeFileSync(process.env.SEUTU_REPORT, `${figures}\n`);

  expect.soft(grown(after), "growth of the heap").toBeLessThanOrEqual(GROWTH);
  expect.soft(after.memory, "memory of the application").toBe(before.memory);
  expect.soft(after.nodes, "nodes").toBeLessThanOrEqual(before.nodes + 10);
  expect.soft(after.listeners, "listeners").toBeLessThanOrEqual(before.listeners);
  expect.soft(after.functions, "functions").toBeLessThanOrEqual(before.functions + OTHER_FUNCTIONS);
  expect.soft(after.measures, "measures").toBeLessThanOrEqual(before.measures);
});

const kB = (bytes) => `${Math.round(bytes / 1000).toLocaleString("en")} kB`;

/** What the tab holds after garbage collection: bytes, and numbers of things. */
async function weigh(client, run) {
  // The objects that a function held are free one collection after the function.
  for (let time = 0; time < 3; time += 1) {
    await client.send("HeapProfiler.collectGarbage");
    await run("new Promise((resolve) => setTimeout(resolve))");
  }
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
  const { functions, code } = await lookIntoHeap(client);
  return {
    heap: usedSize - code,
    code,
    nodes,
    listeners: jsEventListeners,
    memory: await run("memory.buffer.byteLength"),
    measures: await run("performance.getEntriesByType('measure').length"),
    functions,
  };
}

/** How many functions a snapshot of the heap holds, and how many bytes of code. */
async function lookIntoHeap(client) {
  const pieces = [];
  const keep = ({ chunk }) => pieces.push(chunk);
  client.on("HeapProfiler.addHeapSnapshotChunk", keep);
  await client.send("HeapProfiler.takeHeapSnapshot");
  client.off("HeapProfiler.addHeapSnapshotChunk", keep);
  const { snapshot, nodes } = JSON.parse(pieces.join(""));
  const { node_fields: fields, node_types: [types] } = snapshot.meta;
  const [type, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  let [functions, code] = [0, 0];
  for (let node = 0; node < nodes.length; node += fields.length) {
    const kind = types[nodes[node + type]];
    if (kind === "closure") functions += 1;
    if (kind === "code") code += nodes[node + size];
  }
  return { functions, code };
}

test("letters that are typed and deleted again leave no function behind", async ({ page, site }) => {
  await open(page, site, "/haku/");
  const client = await page.context().newCDPSession(page);
  const type = async (times) => {
    for (let time = 0; time < times; time += 1) {
      await page.locator(".search-form input").fill(time % 2 ? "koulutus" : "koulutu");
    }
    await expect(page.locator("#search-results > li").first()).toBeVisible();
    await client.send("HeapProfiler.collectGarbage");
    await client.send("HeapProfiler.collectGarbage");
    return (await lookIntoHeap(client)).functions;
  };
  await type(20);
  const before = await type(10);

  expect(await type(50)).toBeLessThanOrEqual(before + OTHER_FUNCTIONS);
});

const WEEK = 7 * 24 * 3600 * 1000;

for (const how of ["hidden", "frozen"]) {
  test(`a tab that was ${how} for a week shows at once what is true now, and opens the newest pages`, async ({ page, serveSite }) => {
    const site = await serveSite({ root: everything });
    const [call, section] = ["/hankkeet/haku/", "/hankkeet/"];
    const before = new Date("2026-03-27T12:00:00+02:00");
    await page.clock.install({ time: before });
    await open(page, site, section);
    await page.locator(`#seutu a[href="${call}"]`).first().click();
    await expect(page.locator(".call-state")).toContainText(words("call_last_week"));
    const client = await page.context().newCDPSession(page);
    const turn = (visibility) =>
      page.evaluate((visibility) => {
        Object.defineProperty(document, "visibilityState", { configurable: true, get: () => visibility });
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
      }, visibility);
    // The clock goes on, and no timer runs: as when the device sleeps.
    await page.clock.pauseAt(new Date(before.getTime() + 3_600_000));
    await turn("hidden");
    await page.clock.setSystemTime(new Date(before.getTime() + WEEK));
    if (how === "frozen") {
      await client.send("Page.setWebLifecycleState", { state: "frozen" });
      await client.send("Page.setWebLifecycleState", { state: "active" });
    }
    await turn("visible");
    await expect(page.locator(".call-state")).toHaveText(words("call_closed"));

    const known = JSON.parse(readFileSync(`${everything}${section}page.json`, "utf8"));
    known.page.title = "Uusi otsikko";
    site.fault = (path) => (path === `${section}page.json` ? { body: JSON.stringify(known) } : undefined);
    await page.locator(`#seutu a[href="${section}"]`).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Uusi otsikko");
  });
}
