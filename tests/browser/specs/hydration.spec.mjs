// The application takes over a snapshot, and from then on changes pages by itself.

import { expect, test } from "../fixtures.mjs";
import { front, theme } from "../portal.mjs";
import { isActive, isOn, isSameDocument, jsonRequests, linkTo, mark, open } from "../visitor.mjs";

test("hydrating keeps every element of the snapshot", async ({ page, site }) => {
  // The application starts only when the test has marked what was there before.
  let release;
  const held = new Promise((resolve) => (release = resolve));
  site.fault = async (path) => void (path.endsWith(".wasm") && (await held));
  await page.goto(site.origin + theme().path, { waitUntil: "domcontentloaded" });
  await page.evaluate(() => document.querySelectorAll("#seutu *").forEach((element) => (element.wasThere = true)));
  release();
  await isActive(page);

  const isNew = await page.evaluate(() => {
    const elements = [...document.querySelectorAll("#seutu *:not(.page-time *)")];
    return elements.filter((element) => !element.wasThere).map((element) => element.outerHTML);
  });
  expect(isNew).toEqual([]);
});

test("a click on a link changes the page and not the document", async ({ page, site }) => {
  await open(page, site, front().path);
  await mark(page);
  await linkTo(page, theme().path).click();

  await isOn(page, site, theme());
  expect(await isSameDocument(page)).toBe(true);
});

test("an empty shell is mounted from page.json", async ({ page, shellSite }) => {
  await open(page, shellSite, theme().path);
  await isOn(page, shellSite, theme());
  expect(jsonRequests(shellSite, theme())).toBe(1);

  await mark(page);
  await linkTo(page, front().path).click();
  await isOn(page, shellSite, front());
  expect(await isSameDocument(page)).toBe(true);
});
