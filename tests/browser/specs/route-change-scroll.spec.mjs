// Where the visitor finds themselves on the page after a route change.

import { expect, test } from "../fixtures.mjs";
import { front, pageTitled, theme } from "../portal.mjs";
import { addLink, isOn, isSameDocument, jsonRequests, linkTo, mark, open } from "../visitor.mjs";

// Low enough for every page to have something to scroll.
test.use({ viewport: { width: 800, height: 240 } });

const scrollTop = (page) => page.evaluate(() => Math.round(scrollY));

// Playwright's own click would scroll the link into view first.
const clickWhereItIs = (link) => link.evaluate((element) => element.click());

test("a new page begins at its top", async ({ page, site }) => {
  await open(page, site, front().path);
  await page.evaluate(() => scrollTo(0, 300));
  await clickWhereItIs(linkTo(page, theme().path));
  await isOn(page, site, theme());

  await expect.poll(() => scrollTop(page)).toBe(0);
});

test("a new page begins at its top also where the browser doesn't see to it, as Chromium up to 148", async ({ page, site }) => {
  await page.addInitScript(() => {
    const intercept = NavigateEvent.prototype.intercept;
    NavigateEvent.prototype.intercept = function (options) {
      return intercept.call(this, this.navigationType === "traverse" ? options : { ...options, scroll: "manual" });
    };
  });
  await open(page, site, front().path);
  await page.evaluate(() => scrollTo(0, 300));
  await clickWhereItIs(linkTo(page, theme().path));
  await isOn(page, site, theme());
  await expect.poll(() => scrollTop(page)).toBe(0);

  await page.evaluate(() => history.back());
  await isOn(page, site, front());
  await expect.poll(() => scrollTop(page)).toBe(300);
});

test("back leads to where the visitor was on the page, and so does forward", async ({ page, site }) => {
  await open(page, site, front().path);
  await page.evaluate(() => scrollTo(0, 300));
  await clickWhereItIs(linkTo(page, theme().path));
  await isOn(page, site, theme());
  await page.evaluate(() => scrollTo(0, 200));

  await page.evaluate(() => history.back());
  await isOn(page, site, front());
  await expect.poll(() => scrollTop(page)).toBe(300);

  await page.evaluate(() => history.forward());
  await isOn(page, site, theme());
  await expect.poll(() => scrollTop(page)).toBe(200);
});

test("an address with an anchor leads to it", async ({ page, site }) => {
  await open(page, site, front().path);
  await clickWhereItIs(await addLink(page, `${theme().path}#verkoston-sivut`));
  await expect(page).toHaveURL(`${site.origin}${theme().path}#verkoston-sivut`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(theme().title);

  await expect(page.locator("#verkoston-sivut")).toBeInViewport();
  expect(await scrollTop(page)).toBeGreaterThan(0);
});

test("an anchor on the same page is left to the browser", async ({ page, site }) => {
  await open(page, site, theme().path);
  await mark(page);
  await clickWhereItIs(await addLink(page, "#verkoston-sivut"));

  await expect(page).toHaveURL(`${site.origin}${theme().path}#verkoston-sivut`);
  await expect(page.locator("#verkoston-sivut")).toBeInViewport();
  expect(jsonRequests(site, theme())).toBe(0);
  expect(await isSameDocument(page)).toBe(true);
});

test("the page that is left doesn't move while the next one is on its way", async ({ page, site }) => {
  const target = pageTitled("Hankkeet");
  let release;
  const held = new Promise((resolve) => (release = resolve));
  site.fault = async (path) => void (path === `${target.path}page.json` && (await held));
  await open(page, site, theme().path);
  await page.evaluate(() => scrollTo(0, 200));
  await clickWhereItIs(linkTo(page, target.path));
  await expect.poll(() => site.requests.some(({ path }) => path === `${target.path}page.json`)).toBe(true);

  expect(await scrollTop(page)).toBe(200);
  release();
  await isOn(page, site, target);
  await expect.poll(() => scrollTop(page)).toBe(0);
});
