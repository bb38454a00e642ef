// Nothing moves on its own: from the first paint over the application's start and the page time to a voice that comes late.

import { expect, test } from "../fixtures.mjs";
import { everything } from "../portal.mjs";
import { routes, siteOf } from "../routes.mjs";
import { bringVoices, recordSpeech } from "../speech.mjs";
import { isActive } from "../visitor.mjs";

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
function holdApplicationUntilPainted(site, page) {
  const painted = () =>
    page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0, undefined, { polling: 20 });
  site.fault = async (path) => void (path.endsWith(".wasm") && (await painted()));
}

for (const width of [320, 1280]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const route of routes) {
      test(`nothing moves on ${route.name}`, async ({ context, guard, page, serveSite }) => {
        const site = await siteOf(route, serveSite, guard);
        await recordSpeech(context, []);
        holdApplicationUntilPainted(site, page);
        await page.goto(site.origin + route.path, { waitUntil: "commit" });
        await isActive(page);
        await bringVoices(page, ["fi-FI", "sv-SE", "en-GB"].map((lang) => ({ lang, localService: true })));
        if (!["front", "notFound"].includes(route.kind)) await expect(page.locator(".listen")).toBeVisible();

        expect(await shifts(page)).toEqual([]);
      });
    }

    test("nothing moves on a call, whatever its state is", async ({ context, page, serveSite }) => {
      const site = await serveSite({ root: everything });
      await recordSpeech(context, []);
      for (const moment of ["2026-01-20", "2026-02-10", "2026-03-30", "2026-04-02"]) {
        await page.clock.setFixedTime(new Date(`${moment}T12:00:00+02:00`));
        holdApplicationUntilPainted(site, page);
        await page.goto(`${site.origin}/hankkeet/haku/`, { waitUntil: "commit" });
        await isActive(page);
        await expect(page.locator(".call-state")).not.toBeEmpty();

        expect(await shifts(page), moment).toEqual([]);
      }
    });
  });
}
