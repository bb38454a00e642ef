// Every link of every document leads somewhere.

import { expect, test } from "../fixtures.mjs";
import { htmlFiles, read } from "../portal.mjs";

test("every link, style, script and picture within the portal is there, and so is every anchor", async ({ page, site }) => {
  const documents = new Map();
  const parse = (html) => page.evaluate(linksAndAnchors, html);
  for (const file of htmlFiles) {
    documents.set(file.replace(/index\.html$/, ""), await parse(read(file)));
  }
  const faults = [];
  const seen = new Map();
  for (const [address, { links }] of documents) {
    for (const link of links) {
      const url = new URL(link, site.origin + address);
      if (url.origin !== site.origin) continue;
      if (!seen.has(url.pathname)) seen.set(url.pathname, (await fetch(site.origin + url.pathname)).status);
      if (seen.get(url.pathname) !== 200) faults.push(`${address}: ${link} → ${seen.get(url.pathname)}`);
      const anchors = documents.get(url.pathname)?.anchors;
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor && anchors && !anchors.includes(anchor)) faults.push(`${address}: ${link} → no such anchor`);
    }
  }
  expect(faults).toEqual([]);
  expect(seen.size).toBeGreaterThan(10);
});

test("a link that leaves the portal says so with a scheme that a portal needs", async ({ page, site }) => {
  const schemes = new Set();
  for (const file of htmlFiles) {
    for (const link of (await page.evaluate(linksAndAnchors, read(file))).links) {
      schemes.add(new URL(link, site.origin).protocol);
    }
  }
  expect(["http:", "https:", "mailto:", "tel:"]).toEqual(expect.arrayContaining([...schemes]));
});

test("no address needs a redirect: links within the portal end with a slash", async ({ page, site }) => {
  const redirected = new Set();
  for (const file of htmlFiles) {
    for (const link of (await page.evaluate(linksAndAnchors, read(file))).links) {
      const url = new URL(link, site.origin + file);
      const isPage = url.origin === site.origin && !url.pathname.split("/").at(-1).includes(".");
      if (isPage && !url.pathname.endsWith("/")) redirected.add(`${file}: ${link}`);
    }
  }
  expect([...redirected]).toEqual([]);
});

/** Runs in a page; works on the text of another document without opening it. */
function linksAndAnchors(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const attribute = (selector, name) => [...parsed.querySelectorAll(selector)].map((element) => element.getAttribute(name));
  const canonical = parsed.querySelector("link[rel=canonical]")?.getAttribute("href");
  return {
    links: [...attribute("[href]", "href"), ...attribute("[src]", "src")].filter((link) => link !== canonical),
    anchors: attribute("[id]", "id"),
  };
}
