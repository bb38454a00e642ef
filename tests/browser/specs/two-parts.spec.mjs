// The application in two parts: the second, which changes pages, reads aloud and prints, comes when the visitor acts.

import { expect, NOT_LOADED, test } from "../fixtures.mjs";
import { filesOfApplication, front, theme } from "../portal.mjs";
import { followsLinks, hasStarted, hold, holdApplication, isOn, isSameDocument, linkTo, mark } from "../visitor.mjs";
import { words } from "../words.mjs";

const SECOND = filesOfApplication()[3];
const requests = (site) => site.requests.filter(({ path, method }) => path === SECOND && method === "GET").length;
const button = (page, name) => page.getByRole("button", { name: words(name), exact: true });

test("before the visitor acts nothing of the second part is asked for, and buttons answer without it", async ({ page, site }) => {
  await page.goto(site.origin + theme().path, { waitUntil: "networkidle" });
  await hasStarted(page);
  expect(requests(site)).toBe(0);

  const second = hold(site, SECOND);
  await button(page, "text_size_larger").click();
  await expect(page.locator("html")).toHaveAttribute("data-text-size");
  await button(page, "preferences").click();
  await page.getByRole("dialog", { name: words("preferences") }).getByRole("button", { name: "Tumma", exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(() => requests(site)).toBe(1);
  second.release();
  await followsLinks(page);
});

test("a button that is pressed before the application has come answers when it has, once", async ({ page, site }) => {
  const application = holdApplication(site);
  await page.goto(site.origin + theme().path);
  await button(page, "text_size_larger").click();
  await button(page, "text_size_larger").click();
  await button(page, "preferences").click();
  await page.getByRole("dialog", { name: words("preferences") }).getByRole("button", { name: "Tumma", exact: true }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-text-size");
  application.release();
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "130");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await hasStarted(page);
  await button(page, "text_size_larger").first().click();
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "150");
});

test("a click before the second part has come opens a document, which asks for it at once", async ({ page, site }) => {
  const second = hold(site, SECOND);
  await page.goto(site.origin + front().path);
  await hasStarted(page);
  await mark(page);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
  expect(await isSameDocument(page)).toBe(false);

  second.release();
  await hasStarted(page);
  await followsLinks(page);
  await mark(page);
  await linkTo(page, front().path).click();
  await isOn(page, site, front());
  expect(await isSameDocument(page)).toBe(true);
});

const faults = {
  // Some machines of a network may have it: it is asked for three times at once.
  "isn't there": { fault: { status: 404 }, requested: 3 },
  "is cut short": { fault: { cut: true }, requested: 1 },
  "is something else": { fault: { body: "<!doctype html>", contentType: "text/html" }, requested: 1 },
};
for (const [what, { fault, requested }] of Object.entries(faults)) {
  test(`where the second part ${what}, links are the browser's, and it is asked for again`, async ({ guard, page, site }) => {
    guard.allow(NOT_LOADED);
    site.fault = (path) => (path === SECOND ? fault : undefined);
    await page.goto(site.origin + theme().path);
    await hasStarted(page);
    const warned = page.waitForEvent("console", (message) => message.text().includes("Seutu's second part didn't come"));
    await button(page, "text_size_larger").click();
    await warned;
    await expect(page.locator("html")).toHaveAttribute("data-script");

    site.fault = undefined;
    await page.keyboard.press("Shift");
    await followsLinks(page);
    expect(requests(site)).toBe(requested + 1);
    await mark(page);
    await linkTo(page, front().path).click();
    await isOn(page, site, front());
    expect(await isSameDocument(page)).toBe(true);
  });
}

test("a button that is pressed before the second part has come answers when it has", async ({ page, site }) => {
  await page.addInitScript(() => (window.print = () => (window.printed = document.querySelectorAll("main h1").length)));
  const second = hold(site, SECOND);
  await page.goto(site.origin + theme().path);
  await hasStarted(page);
  await button(page, "print_section").click();
  await expect.poll(() => requests(site)).toBe(1);
  second.release();

  await expect.poll(() => page.evaluate(() => window.printed)).toBe(1 + theme().section.length);
});
