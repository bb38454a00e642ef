// A browser without the Navigation API opens every page as a document: correct, not degraded.

import { expect, test } from "../fixtures.mjs";
import { isExhaustive } from "../plan.mjs";
import { dist, front, theme } from "../portal.mjs";
import { kindsOf, routes } from "../routes.mjs";
import { isOn, isSameDocument, linkTo, mark, open } from "../visitor.mjs";
import { words } from "../words.mjs";

test.beforeEach(({ context }) =>
  context.addInitScript(() => Object.defineProperty(window, "navigation", { value: undefined })),
);

test("a link loads the next document", async ({ page, site }) => {
  await open(page, site, front().path);
  await mark(page);
  await linkTo(page, theme().path).click();

  await isOn(page, site, theme());
  expect(await isSameDocument(page)).toBe(false);
});

test("back and forward work", async ({ page, site }) => {
  await open(page, site, front().path);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
  await page.goBack();
  await isOn(page, site, front());
  await page.goForward();

  await isOn(page, site, theme());
});

test("nothing is loaded ahead that nobody will use", async ({ page, site }) => {
  await open(page, site, front().path);
  await linkTo(page, theme().path).hover();
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());

  expect(site.requests.filter(({ path }) => path.endsWith("page.json"))).toEqual([]);
});

test("the text size works and is kept", async ({ page, site }) => {
  await open(page, site, front().path);
  await page.getByRole("button", { name: "Suurenna tekstiä" }).click();
  await expect(page.locator("html")).toHaveCSS("font-size", "18.4px");
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());

  await expect(page.locator("html")).toHaveCSS("font-size", "18.4px");
});

test("every kind of page is readable and has its page time", async ({ page, site }) => {
  for (const { page: target } of (isExhaustive ? routes : kindsOf(dist)).filter(({ root, page }) => root === dist && page)) {
    await open(page, site, target.path);

    await isOn(page, site, target);
    await expect(page.getByRole("contentinfo")).toContainText(words("page_time_before", target.language));
  }
});
