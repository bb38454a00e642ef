// What a device learns of the site, as the browser itself reads it.

import { expect, test } from "../fixtures.mjs";
import { front, pages } from "../portal.mjs";
import { isOn, open } from "../visitor.mjs";

/** The manifest that the browser has read for a page. */
async function manifestOf(page) {
  const client = await page.context().newCDPSession(page);
  const { url, errors, data } = await client.send("Page.getAppManifest");
  return { path: new URL(url).pathname, errors, manifest: JSON.parse(data) };
}

test("the browser finds nothing wrong with the manifest and gets its icons", async ({ page, site }) => {
  await open(page, site, front().path);
  const { path, errors, manifest } = await manifestOf(page);

  expect(errors).toEqual([]);
  expect(path).toBe("/manifest.webmanifest");
  expect(manifest).toMatchObject({ lang: "fi", start_url: "/", scope: "/", short_name: front().site.name });
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await page.request.get(site.origin + src);
    expect(answer.headers()["content-type"], src).toBe(type);
    const natural = await page.evaluate(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    if (sizes !== "any") expect(natural).toBe(sizes);
  }
});

test("its colours are those of the page by day", async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, site, front().path);
  const { manifest } = await manifestOf(page);
  const shown = await page.evaluate(() => {
    const hex = (colour) => `#${colour.match(/\d+/g).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
    const ground = (selector) => hex(getComputedStyle(document.querySelector(selector)).backgroundColor);
    return { background_color: ground("body"), theme_color: ground(".site-header") };
  });

  expect(manifest).toMatchObject(shown);
});

test("it follows the language of the page", async ({ page, site }) => {
  const swedish = pages.find(({ kind, language }) => kind === "front" && language === "sv");
  await open(page, site, front().path);
  await page.locator("header a[hreflang=sv]").first().click();
  await isOn(page, site, swedish);

  const { path, errors } = await manifestOf(page);
  expect(errors).toEqual([]);
  expect(path).toBe(`${swedish.path}manifest.webmanifest`);
});
