// What axe finds in everything that can be opened over a page, comes by itself, or is said to a visitor. The survey sees to every
// page as it comes; the gallery shows every state of every component.

import { violationsInBothColours, violationsInState } from "../axe.mjs";
import { expect, test } from "../fixtures.mjs";
import { misfits } from "../misfits.mjs";
import { everything, front, pageTitled, theme } from "../portal.mjs";
import { setTextSize } from "../screens.mjs";
import { recordSpeech } from "../speech.mjs";
import { isActive, isOn, linkTo, open } from "../visitor.mjs";
import { words } from "../words.mjs";

test("a page after a route change has no fault that axe finds", async ({ page, site }) => {
  await open(page, site, front().path);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
  await isActive(page);

  expect(await violationsInBothColours(page)).toEqual([]);
});

test("the open menu has no fault that axe finds", async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, site, theme().path);
  await setTextSize(page, 200);
  await page.getByRole("button", { name: words("menu_button") }).click();
  await expect(page.locator(".menu-links")).toBeVisible();

  expect(await violationsInBothColours(page)).toEqual([]);
});

test("the reading settings have no fault that axe finds, also with each choice made", async ({ page, site }) => {
  await open(page, site, theme().path);
  await page.getByRole("button", { name: words("preferences") }).click();
  const panel = page.getByRole("dialog");
  await expect(panel).toBeVisible();
  expect(await violationsInState(page, 0)).toEqual([]);
  // Not the colours: the system's are what is looked at.
  for (const choice of ["contrast=more", "spacing=wide", "links=underlined", "print=large"]) {
    await panel.locator(`[data-action="${choice}"]`).click();
  }

  expect(await violationsInState(page, 3)).toEqual([]);
});

test("a page that is read aloud has no fault that axe finds", async ({ context, page, site }) => {
  await recordSpeech(context, [{ name: "Satu", lang: "fi-FI", localService: true }]);
  await open(page, site, theme().path);
  await page.getByRole("button", { name: words("listen") }).click();
  await expect(page.getByRole("button", { name: words("listen_stop") })).toBeVisible();

  expect(await violationsInState(page)).toEqual([]);
});

test("the notice on every page has no fault that axe finds", async ({ page, serveSite }) => {
  const site = await serveSite({ root: everything });
  await page.clock.setFixedTime(new Date("2026-01-11T12:00:00+02:00"));
  await open(page, site, "/");
  await expect(page.getByRole("region", { name: words("site_notice") })).toBeVisible();

  expect(await violationsInState(page)).toEqual([]);
});

test("a call has no fault that axe finds, whatever its state is", async ({ page, serveSite }) => {
  const site = await serveSite({ root: everything });
  const states = [["open", "2026-02-10"], ["last-week", "2026-03-30"], ["closed", "2026-04-02"]];
  for (const [place, [state, moment]] of states.entries()) {
    await page.clock.setFixedTime(new Date(`${moment}T12:00:00+02:00`));
    await open(page, site, "/hankkeet/haku/");
    await expect(page.locator(".call-state")).toHaveAttribute("data-state", state);

    expect.soft(await violationsInState(page, place), state).toEqual([]);
  }
});

test("the message about a page that didn't come has no fault that axe finds, and fits on 320 px at 200 %", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await open(page, site, front().path);
  site.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
  await linkTo(page, pageTitled("Tietoa sivustosta").path).click();
  await expect(page.getByRole("alert")).toBeVisible();
  expect.soft(await violationsInState(page)).toEqual([]);

  await page.setViewportSize({ width: 320, height: 640 });
  await setTextSize(page, 200);
  expect(await page.evaluate(misfits)).toEqual([]);
});
