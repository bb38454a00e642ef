// What depends on the day: the state of a call and the notice on every page, by the visitor's own clock.
//
// The site is tests/sites/everything. Its moments are those of Finland: the call opens on 1 February 2026 and ends with
// 31 March, after the clocks were put forward on 29 March; the notice stands from 10 January to 12 January at 16.00.

import { expect, test as base } from "../fixtures.mjs";
import { everything } from "../portal.mjs";
import { holdApplication, isActive, open } from "../visitor.mjs";
import { words } from "../words.mjs";

const CALL = "/hankkeet/haku/";

const test = base.extend({
  site: async ({ serveSite }, use) => use(await serveSite({ root: everything })),
});

const state = (page) => page.locator(".call-state");
const notice = (page) => page.getByRole("region", { name: words("site_notice") });

/** Opens a page at a moment; from then on the clock goes on only when it is told to. */
async function openAt(page, site, address, moment) {
  await page.clock.install({ time: new Date(new Date(moment) - 10_000) });
  await open(page, site, address);
  await page.clock.pauseAt(new Date(moment));
}

const CALLS = [
  ["long before it opens", "2025-11-01T12:00:00+02:00", "call_coming"],
  ["in the last second before it opens", "2026-01-31T23:59:59+02:00", "call_coming"],
  ["when it opens", "2026-02-01T00:00:00+02:00", "call_open", ", 58 päivää jäljellä"],
  ["in the last second before its last week", "2026-03-24T23:59:59+02:00", "call_open", ", 6 päivää jäljellä"],
  ["when its last week begins", "2026-03-25T00:00:00+02:00", "call_last_week", ", 6 päivää jäljellä"],
  ["on the day before the last", "2026-03-30T12:00:00+03:00", "call_last_week", ", 1 päivä jäljellä"],
  ["in its last second", "2026-03-31T23:59:59+03:00", "call_last_week", ", viimeinen päivä"],
  ["when it has closed", "2026-04-01T00:00:00+03:00", "call_closed"],
  ["years later", "2031-04-01T00:00:00+03:00", "call_closed"],
];

test("a call says its state at each moment that it is opened", async ({ page, site }) => {
  for (const [when, moment, message, left = ""] of CALLS) {
    await page.clock.setFixedTime(new Date(moment));
    await open(page, site, CALL);

    await expect.soft(state(page), when).toHaveText(words(message) + left);
    await expect.soft(state(page), when).toBeVisible();
  }
});

const calendar = (page) => page.getByRole("link", { name: "Lisää kalenteriin" });

const EVENT = "/hankkeet/tapahtuma/";

test("the way to one's own calendar is there as long as it is of use, also while the application is on its way", async ({ page, site }) => {
  for (const [when, address, moment, count] of [
    ["in the last second of a call", CALL, "2026-03-31T23:59:59+03:00", 1],
    ["when a call has closed", CALL, "2026-04-01T00:00:00+03:00", 0],
    ["while an event goes on", EVENT, "2026-06-06T15:29:59+03:00", 1],
    ["when an event has ended", EVENT, "2026-06-06T15:30:00+03:00", 0],
  ]) {
    const application = holdApplication(site);
    await page.clock.setFixedTime(new Date(moment));
    await page.goto(site.origin + address, { waitUntil: "commit" });
    await expect(page.locator(".site-footer")).toBeAttached();
    await expect.soft(calendar(page), `${when}, before the application`).toHaveCount(count);
    application.release();
    await isActive(page);

    await expect.soft(calendar(page), when).toHaveCount(count);
  }
});

test("the visitor's time zone doesn't matter", async ({ browser, guard, site }) => {
  const context = await browser.newContext({ timezoneId: "America/Los_Angeles" });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date("2026-04-01T00:00:00+03:00"));
  await open(page, site, CALL);

  await expect(state(page)).toHaveText(words("call_closed"));
  await context.close();
});

const CHANGES = [
  ["opens", "2026-01-31T23:59:30+02:00", "call_coming", "call_open"],
  ["comes into its last week", "2026-03-24T23:59:30+02:00", "call_open", "call_last_week"],
  ["closes", "2026-03-31T23:59:30+03:00", "call_last_week", "call_closed"],
];

for (const [what, moment, before, after] of CHANGES) {
  test(`a call that ${what} while it is read says so without a reload`, async ({ page, site }) => {
    await openAt(page, site, CALL, moment);
    const says = (message) => expect(state(page)).toHaveText(new RegExp(`^${words(message)}(, .*)?$`));
    await says(before);

    await page.clock.runFor(29_000);
    await says(before);
    await page.clock.runFor(2_500);
    await says(after);
  });
}

test("a device that wakes up after the deadline shows that the call has closed", async ({ page, site }) => {
  await openAt(page, site, CALL, "2026-03-31T20:00:00+03:00");
  await expect(state(page)).toHaveText(`${words("call_last_week")}, viimeinen päivä`);
  // As after a sleep: no timer ran in between, then those that are due do.
  await page.clock.fastForward("12:00:00");

  await expect(state(page)).toHaveText(words("call_closed"));
});

test("what was opened on a page stays open when the minute passes", async ({ page, site }) => {
  await openAt(page, site, "/hankkeet/lohkot/", "2026-02-01T12:00:10+02:00");
  const details = page.getByRole("main").locator("details");
  await details.locator("summary").click();
  await details.locator("summary").focus();
  await page.clock.runFor(120_000);

  await expect(details).toHaveAttribute("open", "");
  await expect(details.locator("summary")).toBeFocused();
});

const NOTICES = [
  ["before its time", "2026-01-09T23:59:59+02:00", false],
  ["when it begins", "2026-01-10T00:00:00+02:00", true],
  ["within its time", "2026-01-11T12:00:00+02:00", true],
  ["in its last second", "2026-01-12T15:59:59+02:00", true],
  ["when it has ended", "2026-01-12T16:00:00+02:00", false],
];

test("the notice is shown within its time", async ({ page, site }) => {
  for (const [when, moment, shown] of NOTICES) {
    await page.clock.setFixedTime(new Date(moment));
    await open(page, site, "/");

    await expect.soft(notice(page), when).toBeVisible({ visible: shown });
    await expect.soft(page.locator(".site-notice"), when).toHaveCount(shown ? 1 : 0);
  }
});

test("the notice comes and goes while a page is read", async ({ page, site }) => {
  await openAt(page, site, "/", "2026-01-09T23:59:30+02:00");
  await expect(notice(page)).toHaveCount(0);
  await page.clock.runFor(31_500);
  await expect(notice(page)).toBeVisible();
  await expect(notice(page)).toContainText("10.1.2026 – 12.1.2026 klo 16.00");
  await page.clock.pauseAt(new Date("2026-01-12T16:00:30+02:00"));

  await expect(notice(page)).toHaveCount(0);
});

test("the notice isn't seen before the application has looked at the clock", async ({ page, site }) => {
  const application = holdApplication(site);
  await page.clock.setFixedTime(new Date("2026-05-01T12:00:00+03:00"));
  await page.goto(site.origin, { waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".site-notice")).toBeHidden();
  application.release();
  await isActive(page);

  await expect(page.locator(".site-notice")).toHaveCount(0);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a call says its dates and claims no state", async ({ page, site }) => {
    await page.goto(site.origin + CALL);

    await expect(state(page)).toBeHidden();
    const facts = page.getByRole("main").locator(".facts").first();
    await expect(facts).toContainText("1.2.2026");
    await expect(facts).toContainText("31.3.2026");
  });

  test("the notice is there with its time", async ({ page, site }) => {
    await page.goto(site.origin);

    await expect(notice(page)).toBeVisible();
    await expect(notice(page)).toContainText("huoltokatko");
    await expect(notice(page)).toContainText("10.1.2026 – 12.1.2026 klo 16.00");
  });
});
