// Lists of what isn't over: open and coming calls and events on the front page of tests/sites/everything, by the visitor's
// clock. The call ends with 31 March 2026, the events are on 6 June until 15.30 and on 5 September; one event is asked for.

import { expect, test as base } from "../fixtures.mjs";
import { everything } from "../portal.mjs";
import { holdApplication, isActive, open } from "../visitor.mjs";

const test = base.extend({
  site: async ({ serveSite }, use) => use(await serveSite({ root: everything })),
});

const calls = (page) => page.locator(".listing-calls > li:visible .listing-link");
const events = (page) => page.locator(".listing-events > li:visible .listing-link");
const NO_CALLS = "Juuri nyt ei ole avoimia hakuja.";
const NO_EVENTS = "Tulevia tapahtumia ei juuri nyt ole tiedossa.";

const DAYS = [
  ["before all of them", "2026-01-20T12:00:00+02:00", ["Haku rantaryhmään"], ["Rantapäivä"]],
  ["in the last second of the call", "2026-03-31T23:59:59+03:00", ["Haku rantaryhmään"], ["Rantapäivä"]],
  ["when the call has ended", "2026-04-01T00:00:00+03:00", [], ["Rantapäivä"]],
  ["while the first event goes on", "2026-06-06T15:29:59+03:00", [], ["Rantapäivä"]],
  ["when it has ended", "2026-06-06T15:30:00+03:00", [], ["Syyspäivä"]],
  ["on the day of the second", "2026-09-05T23:59:59+03:00", [], ["Syyspäivä"]],
  ["after all of them", "2026-09-06T00:00:00+03:00", [], []],
];

test("the front page lists what isn't over, also while the application is on its way", async ({ page, site }) => {
  for (const [when, moment, openCalls, coming] of DAYS) {
    const application = holdApplication(site);
    await page.clock.setFixedTime(new Date(moment));
    await page.goto(`${site.origin}/`, { waitUntil: "commit" });
    await expect(page.locator(".site-footer")).toBeAttached();
    await expect.soft(calls(page), `${when}, before the application`).toHaveText(openCalls);
    await expect.soft(events(page), `${when}, before the application`).toHaveText(coming);
    application.release();
    await isActive(page);

    await expect.soft(calls(page), when).toHaveText(openCalls);
    await expect.soft(events(page), when).toHaveText(coming);
    await expect.soft(page.getByText(NO_CALLS), when).toBeVisible({ visible: openCalls.length === 0 });
    await expect.soft(page.getByText(NO_EVENTS), when).toBeVisible({ visible: coming.length === 0 });
  }
});

test("a call that ends while the front page is read goes from the list", async ({ page, site }) => {
  const ends = new Date("2026-04-01T00:00:00+03:00");
  await page.clock.install({ time: new Date(ends - 40_000) });
  await open(page, site, "/");
  await page.clock.pauseAt(new Date(ends - 30_000));
  await expect(calls(page)).toHaveCount(1);
  await page.clock.runFor(31_500);

  await expect(calls(page)).toHaveCount(0);
  await expect(page.getByText(NO_CALLS)).toBeVisible();
});

test("coming back to the front page lists the same", async ({ page, site }) => {
  await page.clock.setFixedTime(new Date("2026-06-07T12:00:00+03:00"));
  await open(page, site, "/hankkeet/");
  await page.locator(".home-link").click();
  await expect(events(page)).toHaveText(["Syyspäivä"]);
  await expect(calls(page)).toHaveCount(0);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("all that the document holds is listed, each with its day", async ({ page, site }) => {
    await page.goto(`${site.origin}/`);

    await expect(events(page)).toHaveText(["Rantapäivä", "Syyspäivä"]);
    await expect(page.locator(".listing-events time")).toHaveText(["6.6.2026 klo 9.00", "5.9.2026"]);
    await expect(page.locator(".listing-calls time")).toHaveText(["31.3.2026"]);
    await expect(page.getByText(NO_CALLS)).toBeHidden();
  });
});
