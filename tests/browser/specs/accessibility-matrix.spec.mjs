// What axe finds at the largest text size, in light, dark and forced colours, on 320 and 1280 px: on every page, and in
// everything that can be opened over one.

import { violationsOnScreens } from "../axe.mjs";
import { expect, test } from "../fixtures.mjs";
import { everything, front, pageTitled, theme } from "../portal.mjs";
import { keepTextSize, routes, siteOf, unfold } from "../routes.mjs";
import { recordSpeech } from "../speech.mjs";
import { linkTo, open } from "../visitor.mjs";
import { words } from "../words.mjs";

const SMALL = 320;
const WIDE = 1280;

test.beforeEach(({ context }) => keepTextSize(context, 200));

for (const route of routes) {
  test(`${route.name} has no fault that axe finds`, async ({ guard, page, serveSite }) => {
    const site = await siteOf(route, serveSite, guard);
    await open(page, site, route.path);
    await unfold(page);

    expect(await violationsOnScreens(page, [SMALL, WIDE])).toEqual([]);
  });
}

test("the open menu has no fault that axe finds", async ({ page, site }) => {
  await page.setViewportSize({ width: SMALL, height: 800 });
  await open(page, site, theme().path);
  await page.getByRole("button", { name: words("menu_button") }).click();
  await expect(page.locator(".menu-links")).toBeVisible();

  expect(await violationsOnScreens(page, [SMALL])).toEqual([]);
});

test("the reading settings have no fault that axe finds, with each choice made", async ({ page, site }) => {
  await open(page, site, theme().path);
  await page.getByRole("button", { name: words("preferences") }).click();
  const panel = page.getByRole("dialog");
  await expect(panel).toBeVisible();
  expect(await violationsOnScreens(page, [SMALL, WIDE])).toEqual([]);
  // Not the colours: the system's are what is looked at.
  for (const choice of ["contrast=more", "spacing=wide", "links=underlined", "print=large"]) {
    await panel.locator(`[data-action="${choice}"]`).click();
  }

  expect(await violationsOnScreens(page, [SMALL, WIDE])).toEqual([]);
});

test("a page that is read aloud has no fault that axe finds", async ({ context, page, site }) => {
  await recordSpeech(context, [{ name: "Satu", lang: "fi-FI", localService: true }]);
  await open(page, site, theme().path);
  await page.getByRole("button", { name: words("listen") }).click();
  await expect(page.getByRole("button", { name: words("listen_stop") })).toBeVisible();

  expect(await violationsOnScreens(page, [SMALL, WIDE])).toEqual([]);
});

test("the notice on every page has no fault that axe finds", async ({ page, serveSite }) => {
  const site = await serveSite({ root: everything });
  await page.clock.setFixedTime(new Date("2026-01-11T12:00:00+02:00"));
  await open(page, site, "/");
  await expect(page.getByRole("region", { name: words("site_notice") })).toBeVisible();

  expect(await violationsOnScreens(page, [SMALL, WIDE])).toEqual([]);
});

for (const [state, moment] of [["open", "2026-02-10"], ["last-week", "2026-03-30"], ["closed", "2026-04-02"]]) {
  test(`a call that is ${state} has no fault that axe finds`, async ({ page, serveSite }) => {
    const site = await serveSite({ root: everything });
    await page.clock.setFixedTime(new Date(`${moment}T12:00:00+02:00`));
    await open(page, site, "/hankkeet/haku/");
    await expect(page.locator(".call-state")).toHaveAttribute("data-state", state);

    expect(await violationsOnScreens(page, [SMALL, WIDE])).toEqual([]);
  });
}

test("the message about a page that didn't come has no fault that axe finds", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await open(page, site, front().path);
  site.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
  await linkTo(page, pageTitled("Tietoa sivustosta").path).click();
  await expect(page.getByRole("alert")).toBeVisible();

  expect(await violationsOnScreens(page, [SMALL, WIDE])).toEqual([]);
});
