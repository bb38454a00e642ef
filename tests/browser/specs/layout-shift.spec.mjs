// Nothing moves on its own: from the first paint over the application's start and the page time to a voice that comes late.

import { expect, test } from "../fixtures.mjs";
import { everything } from "../portal.mjs";
import { routes, siteOf } from "../routes.mjs";
import { bringVoices, recordSpeech } from "../speech.mjs";
import { isActive, withResolvers } from "../visitor.mjs";

/** The elements that have moved, as the browser's own measurement tells (Layout Instability API). */
const shifts = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const told = (entries) =>
          entries.flatMap(({ value, sources }) =>
            sources.map(({ node, previousRect, currentRect }) => {
              const element = node instanceof Element ? node : node?.parentElement;
              return `${value.toFixed(4)}: ${element?.outerHTML.slice(0, 100)} from ${previousRect.y} to ${currentRect.y}`;
            }),
          );
        const found = [];
        const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
        observer.observe({ type: "layout-shift", buffered: true });
        // Two frames: what has just been changed is laid out in the first.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            found.push(...observer.takeRecords());
            resolve(told(found));
          }),
        );
      }),
  );

/** Answers for the application only once the page has been painted. */
async function holdApplicationUntilPainted(site, page) {
  await page.addInitScript(() => {
    new PerformanceObserver(() => (window.isPainted = true)).observe({ type: "paint", buffered: true });
  });
  const painted = () => page.waitForFunction(() => window.isPainted);
  site.fault = async (path) => void (path.endsWith(".wasm") && (await painted()));
}

for (const width of [320, 1280]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const route of routes) {
      test(`nothing moves on ${route.name}`, async ({ context, guard, page, serveSite }) => {
        const site = await siteOf(route, serveSite, guard);
        await recordSpeech(context, []);
        await holdApplicationUntilPainted(site, page);
        await page.goto(site.origin + route.path, { waitUntil: "commit" });
        await isActive(page);
        await bringVoices(page, ["fi-FI", "sv-SE", "en-GB"].map((lang) => ({ lang, localService: true })));
        if (!["front", "search", "notFound"].includes(route.kind)) await expect(page.locator(".listen")).toBeVisible();

        expect(await shifts(page)).toEqual([]);
      });
    }

    // Where a browser pauses while it reads, or the network while it sends.
    for (const [where, part] of [["header", 'class="text-size-larger"'], ["breadcrumb", 'Hankkeet</a></li><li><a href="/hankkeet/haku/"'], ["title", "rantaryhmään</h1>"]]) {
      test(`nothing is seen of a page that has come as far as into its ${where}`, async ({ page, serveSite }) => {
        const site = await serveSite({ root: everything });
        const rest = withResolvers();
        site.fault = async (path) => (path === "/hankkeet/haku/" ? { pause: part, until: rest.promise } : undefined);
        // The first frame that may be painted is the first that is asked for a picture of.
        await page.addInitScript(() =>
          requestAnimationFrame(() => (window.firstFrame = document.querySelector("h1")?.textContent ?? "no title")),
        );
        await page.goto(`${site.origin}/hankkeet/haku/`, { waitUntil: "commit" });
        await expect(page.locator(".site-header .site-name")).toBeAttached();
        expect(await page.evaluate(() => window.firstFrame)).toBeUndefined();
        rest.resolve();
        await isActive(page);

        expect(await page.evaluate(() => window.firstFrame)).toBe("Haku rantaryhmään");
        expect(await shifts(page)).toEqual([]);
      });
    }

    for (const [address, part] of [["/hankkeet/haku/", "</main>"], ["/", "part-dated"], ["/uutiset/", "uutinen-27/"], ["/sivukartta/", "Uutinen 14"]]) {
      test(`${address} is seen while its text is still on its way, and stays where it is`, async ({ page, serveSite }) => {
        const site = await serveSite({ root: everything });
        const rest = withResolvers();
        site.fault = async (path) => (path === address ? { pause: part, until: rest.promise } : undefined);
        await page.addInitScript(() => requestAnimationFrame(() => requestAnimationFrame(() => (window.isSeen = true))));
        await page.goto(site.origin + address, { waitUntil: "commit" });
        await page.waitForFunction(() => window.isSeen);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator(".site-footer")).toHaveCount(0);
        rest.resolve();
        await isActive(page);

        expect(await shifts(page)).toEqual([]);
      });
    }

    /** Opens a page of tests/sites/everything at a moment, the application after the first paint. */
    async function openAt(page, site, address, moment) {
      await page.clock.setFixedTime(new Date(`${moment}T12:00:00+02:00`));
      await holdApplicationUntilPainted(site, page);
      await page.goto(site.origin + address, { waitUntil: "commit" });
      await isActive(page);
    }

    for (const moment of ["2026-01-20", "2026-02-10", "2026-03-30", "2026-04-02"]) {
      test(`nothing moves on a call, whatever its state is on ${moment}`, async ({ page, serveSite }) => {
        await openAt(page, await serveSite({ root: everything }), "/hankkeet/haku/", moment);
        await expect(page.locator(".call-state")).not.toBeEmpty();

        expect(await shifts(page)).toEqual([]);
      });
    }

    for (const [moment, count] of [["2026-01-20", 2], ["2026-04-02", 1], ["2026-10-01", 0]]) {
      test(`nothing moves where what is over isn't listed on ${moment}`, async ({ page, serveSite }) => {
        await openAt(page, await serveSite({ root: everything }), "/", moment);
        await expect(page.locator("[data-until]:visible")).toHaveCount(count);

        expect(await shifts(page)).toEqual([]);
      });
    }

    for (const [when, moment, count] of [["before", "2026-01-02", 0], ["while", "2026-01-11", 1], ["after", "2026-01-20", 0]]) {
      test(`nothing moves ${when} a notice holds`, async ({ page, serveSite }) => {
        await openAt(page, await serveSite({ root: everything }), "/hankkeet/", moment);
        await expect(page.locator(".site-notice")).toHaveCount(count);

        expect(await shifts(page)).toEqual([]);
      });
    }
  });
}
