// What a visitor waits for, measured in a browser: milliseconds, and bytes as they come over the network.

const PHONE = { width: 390, height: 844 };

/** How many pages are opened one after the other at hand. */
const CHANGES = 20;

/** How long a pointer rests on a link before it presses, in milliseconds. */
const POINTED = 100;

/** How long a finger comes after its link, which has been scrolled to, in milliseconds: the visitor reads the link. */
const LOOKED = 1_000;

/** Words that stand in the pages, each in another form than the page has it. */
const WORDS = ["hankkeet", "palvelun", "kunnissa", "koulutukset", "seudulla", "asukas"];

/** The files of search: its module and its index. */
const SEARCH = /\/seutu-search-|\/search\.index\//;

/** A fresh visitor: nothing is kept from before. No worker is let in but where it is asked for: the browser neither slows its requests
 * nor counts them as those of the page. */
async function visit(browser, { latency, throughput, slowed, worker = false, finger = false }, use) {
  const hand = { hasTouch: finger, isMobile: finger };
  const context = await browser.newContext({ viewport: PHONE, ...hand, locale: "fi-FI", serviceWorkers: worker ? "allow" : "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const up = throughput < 0 ? -1 : throughput / 2;
  await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: throughput, uploadThroughput: up });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  const traffic = { bytes: 0, ofSearch: 0 };
  const addresses = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => addresses.set(requestId, request.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
    if (SEARCH.test(addresses.get(requestId))) traffic.ofSearch += encodedDataLength;
  });
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
  addEventListener("click", noteChange, true);

  // A page that is shown without a new document is there when the frame with its heading is done.
  function noteChange({ target, timeStamp }) {
    if (!target.closest("a")) return;
    sessionStorage.setItem("clicked", performance.timeOrigin + timeStamp);
    const heading = () => document.querySelector("h1")?.textContent;
    const here = heading();
    seen.shown = undefined;
    const changes = new MutationObserver(() => {
      if (heading() === here) return;
      changes.disconnect();
      seen.done = performance.now() - timeStamp;
      requestAnimationFrame(() => {
        const frame = new MessageChannel();
        frame.port1.onmessage = () => (seen.shown = performance.timeOrigin + performance.now());
        frame.port2.postMessage(undefined);
      });
    });
    changes.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  }
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
    const { seen, fcp, before, requests } = await page.evaluate(() => {
      const fcp = performance.getEntriesByName("first-contentful-paint")[0].startTime;
      const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      const early = files.filter(({ responseEnd }) => responseEnd <= fcp);
      return { seen: window.seen, fcp, before: early.reduce((sum, { transferSize }) => sum + transferSize, 0), requests: early.length };
    });
    const late = seen.tasks.filter(({ startTime, duration }) => startTime + duration > fcp);
    const blocked = late.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
    return { fcp, lcp: seen.lcp, cls: seen.cls, blocked, bytes: traffic.bytes, before, requests };
  });

/** When Seutu answers somebody who presses as soon as the text is painted, in milliseconds from the start of the visit: larger text,
 * and the menu. */
export const measureAnswer = (browser, conditions, address) =>
  visit(browser, conditions, async (page) => {
    await page.addInitScript(pressEarly, { ".text-size-larger": "html[data-text-size]", ".menu-button": ".menu-links:popover-open" });
    await page.goto(address);
    const answered = await page.waitForFunction(() => window.answered?.length === 2 && Math.max(...window.answered));
    return answered.jsonValue();
  });

/** Runs in each document: presses buttons after the first paint; what each must bring follows it. */
function pressEarly(effects) {
  window.answered = [];
  new PerformanceObserver((_, observer) => {
    observer.disconnect();
    for (const [button, effect] of Object.entries(effects)) {
      document.querySelector(button).click();
      const look = () => (document.querySelector(effect) ? window.answered.push(performance.now()) : requestAnimationFrame(look));
      look();
    }
  }).observe({ type: "paint", buffered: true });
}

/** A change of page whose page is at hand, in milliseconds from the click to the finished DOM; no network, the processor as slow as
 * the conditions say. */
export const measureAtHand = (browser, { slowed }, address) =>
  visit(browser, { latency: 0, throughput: -1, slowed }, async (page) => {
    const times = [];
    await openOthers(page, address, CHANGES, async (x, y) => {
      // The pointer rests until the page is there.
      await still(page);
      await page.mouse.click(x, y);
      await page.waitForFunction(() => window.seen.done);
      times.push(await page.evaluate(() => window.seen.done));
    });
    return times;
  });

/** A document in which a press on the link changes the heading at once, and nothing else. */
const BARE = `<!doctype html><h1>0</h1><main><a href="/">link</a></main><script>
addEventListener("click", (event) => { event.preventDefault(); document.querySelector("h1").append("1"); });</script>`;

/** The same for the least that a page can do, in the same milliseconds: what the browser itself takes from a press to its event. */
export const measureBare = (browser, { slowed }, origin) =>
  visit(browser, { latency: 0, throughput: -1, slowed }, async (page) => {
    const times = [];
    await page.route(`${origin}/bare/`, (route) => route.fulfill({ contentType: "text/html", body: BARE }));
    await page.goto(`${origin}/bare/`);
    for (let change = 0; change < CHANGES; change += 1) {
      const { x, y, width, height } = await page.locator("a").boundingBox();
      await page.mouse.move(0, 0);
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.waitForTimeout(POINTED);
      await page.evaluate(() => (window.seen.done = 0));
      await page.mouse.click(x + width / 2, y + height / 2);
      await page.waitForFunction(() => window.seen.done);
      times.push(await page.evaluate(() => window.seen.done));
    }
    return times;
  });

/** The heap after the tenth and after the hundredth change of page, in bytes, all that can be let go having been let go. */
export const measureHeap = (browser, address) =>
  visit(browser, { latency: 0, throughput: -1, slowed: 1 }, async (page) => {
    const session = await page.context().newCDPSession(page);
    const heaps = [];
    await openOthers(page, address, 100, async (x, y, change) => {
      await page.mouse.click(x, y);
      await page.waitForFunction(() => window.seen.done);
      await still(page);
      if (change !== 10 && change !== 100) return;
      await session.send("HeapProfiler.collectGarbage");
      heaps.push((await session.send("Runtime.getHeapUsage")).usedSize);
    });
    return heaps;
  });

/** Opens a page and then others by their links: the pointer rests on each, and `press` gets its place and the number of the change. */
async function openOthers(page, address, changes, press) {
  await page.goto(address);
  await still(page);
  for (let change = 1; change <= changes; change += 1) {
    const [x, y] = await (await page.waitForFunction(placeOfLink)).jsonValue();
    await page.mouse.move(x, y);
    await page.waitForTimeout(POINTED);
    await page.evaluate(() => (window.seen.done = 0));
    await press(x, y, change);
    await still(page);
  }
}

/** Pages opened one after the other by their links, as a pointer opens them, or a finger, which gives no sign ahead: from the click to
 * the end of the frame that shows the page, and the bytes of each. */
export const measureRoutes = (browser, conditions, address, changes) =>
  visit(browser, conditions, async (page, traffic) => {
    await page.goto(address);
    await still(page);
    const [before, times] = [traffic.bytes, []];
    // A visitor acts before they click: that brings in the second part of Seutu's application, once.
    if (conditions.finger) {
      await page.evaluate(() => scrollTo(0, 1));
      await page.waitForTimeout(LOOKED);
    } else {
      await page.mouse.move(1, 1);
      await page.mouse.move(0, 0);
    }
    await still(page);
    const once = traffic.bytes - before;
    for (let change = 0; change < changes; change += 1) {
      const [x, y] = await (await page.waitForFunction(placeOfLink)).jsonValue();
      await page.evaluate(() => sessionStorage.removeItem("clicked"));
      if (conditions.finger) {
        await page.waitForTimeout(LOOKED);
        await tap(page, x, y);
      } else {
        await page.mouse.move(x, y);
        await page.waitForTimeout(POINTED);
        await page.mouse.click(x, y);
      }
      const waited = await page.waitForFunction(() => {
        const clicked = Number(sessionStorage.getItem("clicked"));
        return clicked && window.seen?.shown > clicked && window.seen.shown - clicked;
      });
      times.push(await waited.jsonValue());
      await still(page);
    }
    return { times, once, bytes: (traffic.bytes - before) / changes };
  });

/** Taps on a place of the page's layout, which may be larger than what the screen shows of it. */
async function tap(page, x, y) {
  const [left, top] = await page.evaluate(() => [visualViewport.offsetLeft, visualViewport.offsetTop]);
  await page.touchscreen.tap(x - left, y - top);
}

/** How long nothing may be sent until all has been sent, in milliseconds: longer than the worker waits until a page counts as read. */
const QUIET = 4_500;

/** What the worker brings, which keeps pages to be read offline: bytes of bodies for a page that somebody stays on, the time of each change
 * of page with it, and the bytes of each for somebody who goes on. Nothing is slowed. */
export const measureWorker = async (browser, { origin, sent }, path) => {
  const conditions = { latency: 0, throughput: -1, slowed: 1 };
  const start = sent();
  await visit(browser, conditions, async (page) => {
    await page.goto(origin + path);
    await still(page);
  });
  const alone = sent() - start;
  return visit(browser, { ...conditions, worker: true }, async (page) => {
    const allSent = async () => {
      for (let before; before !== sent(); ) {
        before = sent();
        await page.waitForTimeout(QUIET);
      }
      return sent();
    };
    await page.goto(origin + path);
    await still(page);
    const before = await allSent();
    const times = [];
    await openOthers(page, origin + path, CHANGES, async (x, y) => {
      await page.mouse.click(x, y);
      await page.waitForFunction(() => window.seen.shown);
      times.push(await page.evaluate(() => window.seen.shown - Number(sessionStorage.getItem("clicked"))));
    });
    return { kept: before - start - 2 * alone, times, bytes: (sent() - before) / CHANGES };
  });
};

/** Runs in the page: the middle of a link in its text to a page that wasn't opened yet, where a pointer meets the link and nothing
 * else; a link to any other page where all are opened; none while nothing can be pressed. Search is no page that is read. */
function placeOfLink() {
  const opened = new Set(JSON.parse(sessionStorage.getItem("opened") ?? "[]")).add(location.pathname);
  sessionStorage.setItem("opened", JSON.stringify([...opened]));
  const search = new URL(document.querySelector('[role="search"]')?.action ?? location.href).pathname;
  const here = document.querySelector("h1")?.textContent;
  const isOther = ({ origin, pathname, hash, textContent }) =>
    origin === location.origin && pathname !== location.pathname && pathname !== search && !hash && textContent.trim() !== here;
  const links = [...document.querySelectorAll("main a[href]"), ...document.querySelectorAll("a[href]")].filter(isOther);
  const isNew = ({ pathname }) => !opened.has(pathname);
  for (const link of [...links.filter(isNew), ...links]) {
    link.scrollIntoView({ block: "center", behavior: "instant" });
    const [box] = link.getClientRects();
    if (!box?.width) continue;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (document.elementFromPoint(x, y)?.closest("a") === link) return [x, y];
  }
  return undefined;
}

/** Search: from a whole word in the field to its first result, on a page that was opened alone, and for the words after it. */
export const measureSearch = (browser, conditions, origin) =>
  visit(browser, conditions, async (page, traffic) => {
    await page.goto(`${origin}/haku/`);
    await still(page);
    const cold = await page.evaluate(ask, WORDS[0]);
    const bytes = traffic.ofSearch;
    const next = [];
    for (const word of WORDS.slice(1)) next.push(await page.evaluate(ask, word));
    return { cold, next, bytes, bytesOfNext: (traffic.ofSearch - bytes) / next.length };
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

/** How long a search may take before it counts as one that finds nothing, in milliseconds. */
const FINDS_NOTHING = 8_000;

/** Search of another generator, from the first page: the field is there and still before a word is typed. Bytes are those of the search
 * alone: whatever came with the page was counted with its first view. Not every engine finds a word in another form: a word that it
 * doesn't find has no time. */
export const measureOtherSearch = (browser, conditions, origin, { open, field, result }) =>
  visit(browser, conditions, async (page, traffic) => {
    await page.goto(`${origin}/`);
    await still(page);
    const before = traffic.bytes;
    if (open) await page.locator(open).first().click();
    await page.locator(field).first().focus();
    await still(page);
    const cold = await page.evaluate(askOther, { word: WORDS[0], field, result, longest: FINDS_NOTHING });
    const bytes = traffic.bytes - before;
    const next = [];
    for (const word of WORDS.slice(1)) next.push(await page.evaluate(askOther, { word, field, result, longest: FINDS_NOTHING }));
    const found = [cold, ...next].filter((time) => time !== null);
    return { cold, next: next.filter((time) => time !== null), bytes, share: found.length / WORDS.length };
  });

/** Runs in the page: types a word at once and gives the time to the frame with its first result, or null; results of the word before don't count. */
function askOther({ word, field, result, longest }) {
  const input = document.querySelector(field);
  const results = () => [...document.querySelectorAll(result)].map(({ textContent }) => textContent).join("\n");
  const before = results();
  const asked = performance.now();
  input.value = word;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  // Some listen to keys alone.
  input.dispatchEvent(new KeyboardEvent("keyup", { key: "Shift", bubbles: true }));
  return new Promise((resolve) => {
    const look = () => {
      const now = results();
      const waited = performance.now() - asked;
      if (waited > longest) return resolve(null);
      requestAnimationFrame(now && now !== before ? () => resolve(performance.now() - asked) : look);
    };
    look();
  });
}
