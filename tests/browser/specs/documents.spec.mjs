// What stands in the published documents, so that a strict content security policy holds.

import { createHash } from "node:crypto";

import { expect, test } from "../fixtures.mjs";
import { htmlFiles, read } from "../portal.mjs";

test("no document has a script or a style but those whose hash its policy names, nor a style or handler attribute", async ({ page }) => {
  const found = [];
  for (const file of htmlFiles) {
    const { policy, inline, attributes } = await page.evaluate(inlineCode, read(file));
    const isNamed = ({ text }) => policy.includes(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    const unnamed = inline.filter((element) => !isNamed(element)).map(({ name }) => name);
    for (const element of [...unnamed, ...attributes]) found.push(`${file}: ${element}`);
    expect(policy, file).not.toContain("unsafe-inline");
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
  const inline = [...parsed.querySelectorAll("style, script:not([src]):not([type$=json])")];
  const styled = [...parsed.querySelectorAll("[style]")];
  return {
    policy: parsed.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content ?? "",
    inline: inline.map(({ localName, textContent }) => ({ name: localName, text: textContent })),
    attributes: [...styled, ...handlers].map((element) => element.outerHTML.slice(0, 200)),
  };
}
