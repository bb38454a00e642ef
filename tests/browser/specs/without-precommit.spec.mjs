// A browser with the Navigation API that can't hold the address back until the page is there.

import { expect, test } from "../fixtures.mjs";
import { front, pageTitled, theme } from "../portal.mjs";
import { addLink, hold, isOn, isSameDocument, jsonRequests, linkTo, mark, open } from "../visitor.mjs";
import { words } from "../words.mjs";

test.beforeEach(({ context }) => context.addInitScript(() => delete window.NavigationPrecommitController));

test("a click on a link changes the page and not the document", async ({ page, site }) => {
  await open(page, site, front().path);
  await mark(page);
  await linkTo(page, theme().path).click();

  await isOn(page, site, theme());
  await expect(page.locator("main h1")).toBeFocused();
  expect(await isSameDocument(page)).toBe(true);
});

test("back and forward change the page and keep its place", async ({ page, site }) => {
  await page.setViewportSize({ width: 800, height: 240 });
  await open(page, site, front().path);
  await page.evaluate(() => scrollTo(0, 200));
  await linkTo(page, theme().path).evaluate((link) => link.click());
  await isOn(page, site, theme());
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.evaluate(() => history.back());
  await isOn(page, site, front());

  await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(200);
});

test("the old page stays until the new one is there", async ({ page, site }) => {
  const gate = hold(site, `${theme().path}page.json`);
  await open(page, site, front().path);
  await linkTo(page, theme().path).click({ noWaitAfter: true });
  await expect.poll(() => jsonRequests(site, theme())).toBe(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(front().title);
  gate.release();

  await isOn(page, site, theme());
});

test("a newer click wins over an older one", async ({ page, site }) => {
  const gate = hold(site, `${theme().path}page.json`);
  await open(page, site, front().path);
  await linkTo(page, theme().path).click({ noWaitAfter: true });
  await expect.poll(() => jsonRequests(site, theme())).toBe(1);
  await linkTo(page, pageTitled("Hankkeet").path).click();
  await isOn(page, site, pageTitled("Hankkeet"));
  gate.release();

  await expect(page.getByRole("alert")).toHaveCount(0);
  await isOn(page, site, pageTitled("Hankkeet"));
});

test("a page that doesn't come is told of, and the old content stays", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await open(page, site, front().path);
  site.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
  await linkTo(page, theme().path).click();

  await expect(page.getByRole("alert")).toContainText(words("failure_server"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(front().title);
});

test("a second try shows the page that didn't come at first", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await open(page, site, front().path);
  await mark(page);
  site.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
  await linkTo(page, theme().path).click();
  await expect(page.getByRole("alert")).toBeVisible();
  site.fault = undefined;
  await page.getByRole("button", { name: words("try_again") }).click();

  await isOn(page, site, theme());
  expect(await isSameDocument(page)).toBe(true);
});

test("a second try shows the place on a page that didn't come at first", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await open(page, site, front().path);
  site.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
  await (await addLink(page, `${theme().path}#sisalto`)).click();
  await expect(page.getByRole("alert")).toBeVisible();
  site.fault = undefined;
  await page.getByRole("button", { name: words("try_again") }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(theme().title);
  await expect(page).toHaveURL(`${site.origin}${theme().path}#sisalto`);
});

test("the plain link opens the page as an ordinary web page", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await open(page, site, front().path);
  await mark(page);
  site.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
  await linkTo(page, theme().path).click();
  await page.getByRole("link", { name: words("open_plainly") }).click();

  await isOn(page, site, theme());
  expect(await isSameDocument(page)).toBe(false);
});

test("an old address ends at the new one", async ({ page, site }) => {
  await open(page, site, front().path);
  await mark(page);
  await (await addLink(page, "/sivu.php/teemaverkosto_koulutus")).click();

  await isOn(page, site, theme());
  expect(await isSameDocument(page)).toBe(true);
});
