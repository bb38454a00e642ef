// What a visitor waits for, measured in a browser: milliseconds, and bytes as they come over the network.

const PHONE = { width: 390, height: 844 };

/** How many pages are opened one after the other. */
const CHANGES = 20;

/** Words that stand in the pages, each in another form than the page has it. */
const WORDS = ["hankkeet", "palvelun", "kunnissa", "koulutukset", "seudulla", "asukas"];

/** A fresh visitor: nothing is kept from before. */
async function visit(browser, { latency, throughput, slowed }, use) {
  const context = await browser.newContext({ viewport: PHONE, locale: "fi-FI" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const up = throughput < 0 ? -1 : throughput / 2;
  await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: throughput, uploadThroughput: up });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  const traffic = { bytes: 0 };
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (traffic.bytes += encodedDataLength));
  await page.addInitScript(watch);
  try {
    return await use(page, traffic);
  } finally {
    await context.close();
  }
}

/** Runs in each document, before all else of it: notes what is painted, what moves, and what keeps the thread busy. */
function watch() {
  const seen = (window.seen = { lcp: 0, cls: 0, tasks: [], shown: undefined });
  const observe = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe("largest-contentful-paint", ({ startTime }) => (seen.lcp = startTime));
  observe("layout-shift", ({ value, hadRecentInput }) => (seen.cls += hadRecentInput ? 0 : value));
  observe("longtask", ({ startTime, duration }) => seen.tasks.push({ startTime, duration }));
  observe("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") seen.shown = performance.timeOrigin + startTime;
  });
}

/** A page that has become still: nothing is on its way, and an application that there is has started. */
async function still(page) {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => !document.querySelector("#seutu") || document.querySelector(".page-time details"));
}

/** The first view of a page: when its text is painted, what has come over the network, and for how long it doesn't answer. */
export const measureView = (browser, conditions, address) =>
  visit(browser, conditions, async (page, traffic) => {
    await page.goto(address);
    await still(page);
    const { seen, fcp } = await page.evaluate(() => ({
      seen: window.seen,
      fcp: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    }));
    const late = seen.tasks.filter(({ startTime, duration }) => startTime + duration > fcp);
    const blocked = late.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
    return { fcp, lcp: seen.lcp, cls: seen.cls, blocked, bytes: traffic.bytes };
  });

/** Pages opened one after the other by their links: from the click to the frame that shows the page, and the bytes of each. */
export const measureRoutes = (browser, conditions, address) =>
  visit(browser, conditions, async (page, traffic) => {
    await page.goto(address);
    await still(page);
    const [before, times] = [traffic.bytes, []];
    for (let change = 0; change < CHANGES; change += 1) {
      const clicked = await page.evaluate(click, change);
      await page.waitForFunction((clicked) => window.seen?.shown > clicked, clicked, { polling: "raf" });
      times.push((await page.evaluate(() => window.seen.shown)) - clicked);
      await still(page);
    }
    return { times, bytes: (traffic.bytes - before) / CHANGES };
  });

/** Runs in the page: clicks a link to another page of the site, and notes the frame in which its heading stands. */
function click(change) {
  const here = document.querySelector("h1")?.textContent;
  const others = [...document.querySelectorAll("a[href]")].filter(
    (link) => link.origin === location.origin && link.pathname !== location.pathname && !link.hash && link.textContent.trim() !== here,
  );
  window.seen.shown = undefined;
  const look = () => {
    if (document.querySelector("h1")?.textContent === here) requestAnimationFrame(look);
    else requestAnimationFrame(() => (window.seen.shown = performance.timeOrigin + performance.now()));
  };
  const link = others[(change * 7) % others.length];
  link.scrollIntoView();
  const clicked = performance.timeOrigin + performance.now();
  link.click();
  requestAnimationFrame(look);
  return clicked;
}

/** Search: from a whole word in the field to its first result, on a page that was opened alone, and for the words after it. */
export const measureSearch = (browser, conditions, origin) =>
  visit(browser, conditions, async (page, traffic) => {
    await page.goto(`${origin}/haku/`);
    await still(page);
    const [before, times] = [traffic.bytes, []];
    for (const word of WORDS) times.push(await page.evaluate(ask, word));
    const [cold, ...next] = times;
    return { cold, next, bytes: traffic.bytes - before };
  });

/** Runs in the page: types a word at once and gives the time to the frame with its first result. */
function ask(word) {
  const field = document.querySelector(".search-form input");
  const said = () => document.querySelector(".search-count")?.textContent ?? "";
  const asked = performance.now();
  field.value = word;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return new Promise((resolve) => {
    const look = () => {
      const isThere = said().includes(word) && document.querySelector("#search-results a");
      requestAnimationFrame(isThere ? () => resolve(performance.now() - asked) : look);
    };
    look();
  });
}
