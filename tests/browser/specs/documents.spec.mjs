// What stands in the published documents, so that a strict content security policy holds.

import { expect, test } from "../fixtures.mjs";
import { htmlFiles, read } from "../portal.mjs";

test("no document has an inline script, an inline style or a handler attribute", async ({ page }) => {
  const found = [];
  for (const file of htmlFiles) {
    for (const element of await page.evaluate(inlineCode, read(file))) found.push(`${file}: ${element}`);
  }

  expect(found).toEqual([]);
});

test("opening a page asks for each file once and for nothing that isn't there", async ({ page, site }) => {
  await page.goto(site.origin);
  await expect(page.locator(".page-time details")).toBeAttached();

  const paths = site.requests.map((request) => request.path);
  expect(paths).toEqual([...new Set(paths)]);
  // The icon may still be on its way.
  await expect.poll(() => site.requests.filter((request) => request.status !== 200)).toEqual([]);
});

test("no page sets a cookie", async ({ context, page, site }) => {
  await page.goto(site.origin);
  await expect(page.locator(".page-time details")).toBeAttached();

  expect(await context.cookies()).toEqual([]);
});

/** Runs in a page; works on the text of another document without opening it. */
function inlineCode(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const handlers = [...parsed.querySelectorAll("*")].filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith("on")),
  );
  // A data block isn't run (HTML §4.12.1).
  const forbidden = parsed.querySelectorAll("style, [style], script:not([src]):not([type$=json])");
  return [...forbidden, ...handlers].map((element) => element.outerHTML.slice(0, 200));
}
