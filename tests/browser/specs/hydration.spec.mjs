// The application takes over a snapshot, and from then on changes pages by itself.

import { expect, test } from "../fixtures.mjs";
import { front, pages, theme } from "../portal.mjs";
import { isActive, isOn, isSameDocument, jsonRequests, linkTo, mark, open } from "../visitor.mjs";

for (const target of pages) {
  test(`${target.path} is hydrated without an error and without asking for its page.json`, async ({ page, site }) => {
    await open(page, site, target.path);

    expect(jsonRequests(site, target)).toBe(0);
  });
}

test("hydrating keeps the elements of the snapshot", async ({ page, site }) => {
  // The application starts only when the test has taken hold of the heading.
  let release;
  const held = new Promise((resolve) => (release = resolve));
  site.fault = async (path) => void (path.endsWith(".wasm") && (await held));
  await page.goto(site.origin + theme().path, { waitUntil: "commit" });
  const heading = await page.locator("h1").elementHandle();
  release();
  await isActive(page);

  expect(await heading.evaluate((element) => element === document.querySelector("h1"))).toBe(true);
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
