// The application doesn't arrive, or isn't what it should be: the site is one of plain pages.

import { expect, NOT_LOADED, test } from "../fixtures.mjs";
import { filesOfApplication, front, theme } from "../portal.mjs";
import { isOn, isSameDocument, linkTo, mark, withResolvers } from "../visitor.mjs";
import { words } from "../words.mjs";

const NOT_STARTED = /Seutu's application didn't start/;
const [, glue] = filesOfApplication();
const isWasm = (path) => /\/seutu-application-\w+\.wasm$/.test(path);
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
  test(`when ${what}, the page is readable, its links work, no control is dead, and search answers`, async ({ guard, page, site }) => {
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

    await page.locator(".site-search input").fill("koulutus");
    await page.keyboard.press("Enter");
    await expect(page.locator("#search-results > li").first()).toBeVisible();
    await expect(page.locator(".search-form input")).toHaveValue("koulutus");
    await expect(page.locator(".search-form button")).toBeVisible();
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

test("while the document stops on its way, no control stays that nothing answers", async ({ guard, page, site }) => {
  guard.expect(NOT_STARTED);
  const rest = withResolvers();
  site.fault = (path) => (path === theme().path ? { pause: '<footer class="site-footer', until: rest.promise } : undefined);
  await page.clock.install();
  await page.goto(site.origin + theme().path, { waitUntil: "commit" });
  await expect(page.getByRole("group", { name: words("text_size") })).toBeVisible();
  await page.clock.runFor(20_000);
  await expect(page.getByRole("group", { name: words("text_size") })).toBeHidden();
  rest.resolve();
  await expect(page.getByRole("contentinfo")).toBeVisible();
  await linkTo(page, front().path).click();
  await isOn(page, site, front());
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
