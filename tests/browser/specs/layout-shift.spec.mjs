// Nothing moves on its own where a document comes in parts, or the visitor's clock says what is shown. The survey sees to every
// route by itself, from the first paint over the application's start and the page time to a voice that comes late.

import { expect, test } from "../fixtures.mjs";
import { everything } from "../portal.mjs";
import { holdApplicationUntilPainted, shifts } from "../shifts.mjs";
import { isActive, withResolvers } from "../visitor.mjs";

/** What the visitor's clock decides: how much of it is shown at some moments. */
const CLOCKED = [
  {
    what: "on a call",
    address: "/hankkeet/haku/",
    moments: [["2026-01-20", 1], ["2026-02-10", 1], ["2026-03-30", 1], ["2026-04-02", 1]],
    shown: ".call-state:not(:empty)",
  },
  {
    what: "where what is over isn't listed",
    address: "/",
    moments: [["2026-01-20", 2], ["2026-04-02", 1], ["2026-10-01", 0]],
    shown: "[data-until]:visible",
  },
  {
    what: "before, while and after a notice holds",
    address: "/hankkeet/",
    moments: [["2026-01-02", 0], ["2026-01-11", 1], ["2026-01-20", 0]],
    shown: ".site-notice",
  },
];

for (const width of [320, 1280]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

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

    for (const [address, part] of [["/hankkeet/haku/", "</main>"], ["/", 'class="part part-dated'], ["/uutiset/", "uutinen-27/"], ["/sivukartta/", "Uutinen 14"]]) {
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

    for (const { what, address, moments, shown } of CLOCKED) {
      test(`nothing moves ${what}, whatever the day is`, async ({ page, serveSite }) => {
        const site = await serveSite({ root: everything });
        await holdApplicationUntilPainted(site, page);
        for (const [moment, count] of moments) {
          await page.clock.setFixedTime(new Date(`${moment}T12:00:00+02:00`));
          await page.goto(site.origin + address, { waitUntil: "commit" });
          await isActive(page);
          await expect(page.locator(shown), moment).toHaveCount(count);

          expect.soft(await shifts(page), moment).toEqual([]);
        }
      });
    }
  });
}
