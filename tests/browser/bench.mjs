// How long a change of page takes: from the click to the finished DOM, with page.json already at hand.
//
// 100 changes between the pages of the portal, unslowed and with the processor slowed down four times. The
// figures are the application's own measures, the same that its footer and the browser's tools show.

import { chromium } from "@playwright/test";

import { launchOptions } from "./chromium.mjs";
import { dist, pages } from "./portal.mjs";
import { serve } from "./serve.mjs";

const CHANGES = 100;
const LIMITS = [
  { slowdown: 1, milliseconds: 2 },
  { slowdown: 4, milliseconds: 6.8 },
];

const site = await serve({ root: dist });
const browser = await chromium.launch(launchOptions);
try {
  for (const limit of LIMITS) print(limit, await measure(limit.slowdown));
} finally {
  await browser.close();
  await site.close();
}

async function measure(slowdown) {
  const page = await browser.newPage();
  // The ten pages fit into what the application keeps at hand.
  const targets = pages.slice(0, 10).map(({ path, title }) => ({ path, title }));
  await page.goto(site.origin + targets[0].path);
  await page.locator(".page-time details").waitFor({ state: "attached" });
  // The first round brings every page, so that none is asked for while it is measured.
  await page.evaluate(changePages, { targets, changes: targets.length * 2 });
  const jsonRequests = () => site.requests.filter(({ path }) => path.endsWith("page.json")).length;
  const asked = jsonRequests();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const times = await page.evaluate(changePages, { targets, changes: CHANGES });
  if (jsonRequests() > asked) throw new Error("a page was asked for while it was measured");
  await page.close();
  return times;
}

/** Runs in the page: clicks one link after the other and gives the measures of each change, in milliseconds. */
async function changePages({ targets, changes }) {
  const link = document.body.appendChild(document.createElement("a"));
  const times = [];
  for (let change = 1; change <= changes; change += 1) {
    const target = targets[change % targets.length];
    const measured = new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => {
        const found = Object.fromEntries(list.getEntries().map(({ name, duration }) => [name, duration]));
        if (!("seutu:frame" in found)) return;
        observer.disconnect();
        resolve(found);
      });
      observer.observe({ type: "measure" });
    });
    link.href = target.path;
    link.click();
    const found = await measured;
    if (document.querySelector("h1").textContent !== target.title) throw new Error(`${target.path} wasn't shown`);
    // The figure in the footer is a change of its own; nobody clicks again within its frame.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    times.push({ dom: found["seutu:loading"] + found["seutu:rendering"], shown: found["seutu:page"] });
  }
  link.remove();
  return times;
}

function print({ slowdown, milliseconds }, times) {
  const at = (share, of) => {
    const sorted = times.map((time) => time[of]).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)].toFixed(2);
  };
  const reached = Number(at(0.95, "dom")) <= milliseconds ? "reached" : "NOT reached";
  console.log(
    `change of page, processor slowed ${slowdown}×: click to finished DOM median ${at(0.5, "dom")} ms, ` +
      `95th percentile ${at(0.95, "dom")} ms (limit ${milliseconds} ms: ${reached}); ` +
      `to the frame on screen median ${at(0.5, "shown")} ms`,
  );
}
