// What the application leaves to the browser.

import { expect, test } from "../fixtures.mjs";
import { front, pageOfKind, theme } from "../portal.mjs";
import { addLink, isOn, isSameDocument, linkTo, mark, open } from "../visitor.mjs";

test("a click with Ctrl opens a new tab and leaves this one as it is", async ({ context, page, site }) => {
  await open(page, site, front().path);
  await mark(page);
  const opened = context.waitForEvent("page");
  await linkTo(page, theme().path).click({ modifiers: ["Control"] });

  await isOn(await opened, site, theme());
  await isOn(page, site, front());
  expect(await isSameDocument(page)).toBe(true);
});

test("a click with the middle button opens a new tab", async ({ context, page, site }) => {
  await open(page, site, front().path);
  const opened = context.waitForEvent("page");
  await linkTo(page, theme().path).click({ button: "middle" });

  await isOn(await opened, site, theme());
  await isOn(page, site, front());
});

test("a link with target=_blank opens a new tab", async ({ context, page, site }) => {
  await open(page, site, front().path);
  const opened = context.waitForEvent("page");
  await (await addLink(page, theme().path, { target: "_blank" })).click();

  await isOn(await opened, site, theme());
  await isOn(page, site, front());
});

test("a link with the download attribute downloads", async ({ page, site }) => {
  await open(page, site, front().path);
  const download = page.waitForEvent("download");
  await (await addLink(page, theme().path, { download: "sivu.html" })).click();

  expect((await download).suggestedFilename()).toBe("sivu.html");
  await isOn(page, site, front());
});

test("a link to a file is opened by the browser", async ({ page, site }) => {
  await open(page, site, front().path);
  // Chromium's own viewers for files bring styles that no policy of ours allows, and ask for an icon at a guess.
  await page.route("**/page.json", (route) => route.fulfill({ contentType: "text/html", body: "a file" }));
  await (await addLink(page, `${theme().path}page.json`)).click();

  await expect(page).toHaveURL(`${site.origin}${theme().path}page.json`);
  await expect(page.locator("body")).toHaveText("a file");
});

test("a link to another site is opened by the browser", async ({ page, serveSite, site }) => {
  const other = await serveSite();
  await open(page, site, front().path);
  await (await addLink(page, other.origin + theme().path)).click();

  await isOn(page, other, theme());
  expect(site.requests.filter((request) => request.path === `${theme().path}page.json`)).toEqual([]);
});

test("an e-mail link is left to the browser", async ({ page, site }) => {
  await open(page, site, pageOfKind("call").path);
  await mark(page);
  const before = site.requests.length;
  await page.getByRole("main").locator('a[href^="mailto:"]').first().click();

  await isOn(page, site, pageOfKind("call"));
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(site.requests.length).toBe(before);
  // And the application still works afterwards.
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
  expect(await isSameDocument(page)).toBe(true);
});
