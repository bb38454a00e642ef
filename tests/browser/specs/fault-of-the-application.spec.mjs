// The application doesn't arrive, or isn't what it should be: the site is one of plain pages.

import { expect, NOT_LOADED, test } from "../fixtures.mjs";
import { filesOfApplication, front, theme } from "../portal.mjs";
import { isOn, isSameDocument, linkTo, mark } from "../visitor.mjs";
import { words } from "../words.mjs";

const NOT_STARTED = /Seutu's application didn't start/;
const [, glue] = filesOfApplication();
const isWasm = (path) => path.endsWith(".wasm");
const isGlue = (path) => path === glue;

const faults = {
  "the WebAssembly is missing": { hits: isWasm, fault: { status: 404 }, console: [NOT_LOADED, NOT_STARTED] },
  "the WebAssembly is cut short": { hits: isWasm, fault: { cut: true }, console: [NOT_LOADED, NOT_STARTED] },
  "the WebAssembly is something else": {
    hits: isWasm,
    fault: { body: "<!doctype html>", contentType: "text/html" },
    console: [NOT_LOADED, NOT_STARTED],
  },
  "the glue is missing": { hits: isGlue, fault: { status: 404 }, console: [NOT_LOADED, NOT_STARTED] },
  "the glue is broken": { hits: isGlue, fault: { body: "export default (" }, console: [NOT_LOADED, NOT_STARTED] },
  "the connection breaks": { hits: isGlue, fault: { reset: true }, console: [NOT_LOADED, NOT_STARTED] },
};

for (const [what, { hits, fault, console }] of Object.entries(faults)) {
  test(`when ${what}, the page is readable, its links work, and no control is dead`, async ({ guard, page, site }) => {
    console.forEach((pattern) => guard.expect(pattern));
    site.fault = (path) => (hits(path) ? fault : undefined);
    await page.goto(site.origin + front().path);
    await expect(page.locator("html")).not.toHaveAttribute("data-script");

    await expect(page.getByRole("group", { name: words("text_size") })).toBeHidden();
    await expect(page.locator(".page-time")).toBeEmpty();
    await mark(page);
    await linkTo(page, theme().path).click();
    await isOn(page, site, theme());
    expect(await isSameDocument(page)).toBe(false);
  });
}

test("while the application is on its way, links work natively", async ({ page, site }) => {
  site.fault = (path) => (isWasm(path) ? { hang: true } : undefined);
  await page.goto(site.origin + front().path, { waitUntil: "domcontentloaded" });
  await mark(page);
  await linkTo(page, theme().path).click();

  await isOn(page, site, theme());
  expect(await isSameDocument(page)).toBe(false);
});

test("when the start script is missing, the page is as it is without script", async ({ guard, page, site }) => {
  guard.expect(NOT_LOADED);
  guard.expect(NOT_STARTED);
  site.fault = (path) => (/\/start[^/]*\.js$/.test(path) ? { status: 404 } : undefined);
  await page.goto(site.origin + front().path);

  await expect(page.getByRole("group", { name: words("text_size") })).toBeHidden();
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
});

test("when the style is missing, the page is readable", async ({ guard, page, site }) => {
  guard.expect(NOT_LOADED);
  site.fault = (path) => (path.endsWith(".css") ? { status: 404 } : undefined);
  await page.goto(site.origin + theme().path);

  await isOn(page, site, theme());
});
