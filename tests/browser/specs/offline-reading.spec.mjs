// What counts as read: the section of a page is kept once somebody has stayed on it for three seconds (public/keep.js).

import { expect } from "../fixtures.mjs";
import { beyond, readPage, SECTION, test, untilKept } from "../kept.mjs";
import { pages } from "../portal.mjs";
import { addLink, isOn, open } from "../visitor.mjs";

const REST = 3000;

/** Lets the page rest only when `rested` is called: what it would do after three seconds, it does then. */
async function holdRest(page) {
  await page.addInitScript((rest) => {
    const { setTimeout, clearTimeout } = window;
    window.rests = new Map();
    window.setTimeout = (act, time, ...given) => {
      const timer = setTimeout(act, time === rest ? 2 ** 30 : time, ...given);
      if (time === rest) window.rests.set(timer, act);
      return timer;
    };
    window.clearTimeout = (timer) => {
      window.rests.delete(timer);
      clearTimeout(timer);
    };
  }, REST);
}

const isResting = (page) => page.waitForFunction(() => window.rests.size > 0);
const rested = (page) => page.evaluate(() => window.rests.forEach((act) => act()));

test("a section that a visitor leaves at once isn't fetched", async ({ page, site }) => {
  const news = pages.find(({ path, section }) => SECTION.section.includes(path) && section?.length > 0);
  await holdRest(page);
  await open(page, site, SECTION.path);
  await isResting(page);
  await (await addLink(page, news.path)).click();
  await isOn(page, site, news);
  await rested(page);
  await untilKept(page, ...news.section);

  const others = SECTION.section.filter((path) => path !== news.path && !news.section.includes(path));
  expect(others.length).toBeGreaterThan(0);
  expect(site.requests.filter(({ path }) => others.includes(path))).toEqual([]);
});

test("a page that was fetched ahead of a click that never comes isn't taken for the page that is read", async ({ page, site }) => {
  const [other] = beyond;
  await holdRest(page);
  await open(page, site, SECTION.path);
  await isResting(page);
  await (await addLink(page, other.path)).hover();
  await untilKept(page, `${other.path}page.json`);
  await rested(page);
  await untilKept(page, ...SECTION.section);
  expect(site.requests.filter(({ path }) => path === other.path)).toEqual([]);
});

test("a tab that nobody looks at reads nothing until somebody does", async ({ page, site }) => {
  await holdRest(page);
  await page.addInitScript(() => {
    window.isHidden = true;
    Object.defineProperty(Document.prototype, "hidden", { get: () => window.isHidden });
  });
  await readPage(page, site, SECTION);
  expect(await page.evaluate(() => window.rests.size)).toBe(0);
  await page.evaluate(() => {
    window.isHidden = false;
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await isResting(page);
  await rested(page);
  await untilKept(page, ...SECTION.section);
});

test("what was kept by a clock that was ahead is asked for anew", async ({ page, site }) => {
  await readPage(page, site, SECTION);
  await untilKept(page, ...SECTION.section, "/search.index/fi");
  await page.evaluate(async () => {
    const nextYear = String(Date.now() + 365 * 86_400_000);
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      const headers = new Headers(answer.headers);
      headers.set("x-seutu-kept", nextYear);
      await cache.put(request, new Response(await answer.arrayBuffer(), { headers }));
    }
  });
  site.requests.length = 0;
  await open(page, site, SECTION.path);
  const asked = () => [...SECTION.section, "/", "/offline.html", "/search.index/fi"].filter((path) => !site.requests.some((request) => request.path === path));
  await expect.poll(asked).toEqual([]);
});
