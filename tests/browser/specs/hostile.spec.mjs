// The site whose text fields hold the texts of tests/hostile, in the browser: by first view, by change of page and through search.
// Each text is text; none runs, loads or leads to anything. tests/hostile.rs has the same for all other programs.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "../fixtures.mjs";
import { open } from "../visitor.mjs";

const root = path.resolve(process.env.SEUTU_HOSTILE ?? path.resolve(import.meta.dirname, "../../../target/hostile"));

/** All pages but most news, which differ in nothing. */
const pages = readdirSync(root, { recursive: true })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => path.posix.basename(file) === "page.json" && !/uutinen-(?!01|02)/.test(file))
  .flatMap((file) => JSON.parse(readFileSync(path.join(root, file), "utf8")).page ?? []);

const everything = pages.filter(({ path }) => !path.startsWith("/vaara/"));
const finnish = everything.filter(({ language }) => language === "fi");

/** Says where the document holds something that could run, load or lead elsewhere. Runs in the page. */
function interpreted() {
  const found = [];
  const say = (element, what) => found.push(`${what}: ${element.outerHTML.slice(0, 200)}`);
  const allowed = /^(https?|mailto|tel):/;
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on|^(srcdoc|style|formaction)$/.test(name)) say(element, name);
      if (["href", "src", "action", "data", "poster"].includes(name)) {
        const { protocol, origin } = new URL(value, location.href);
        if (!allowed.test(protocol)) say(element, protocol);
        if (name !== "href" && origin !== location.origin) say(element, origin);
      }
    }
    const known = ["script:importmap", "script:application/json", "script:application/ld+json", "script:"];
    if (element.localName === "script" && !known.includes(`script:${element.type}`)) say(element, "a script");
    if (/^(iframe|object|embed|base|frame|frameset|portal|template|plaintext|xmp|marquee|math|custom-element)$/.test(element.localName)) {
      say(element, "an element");
    }
  }
  // Of the shell's own, one script runs.
  const run = document.querySelectorAll("script:not([type])").length;
  if (run !== 1 || document.querySelectorAll("script[src]").length > 0) found.push(`${run} scripts`);
  return found;
}

const watched = test.extend({
  hostileSite: async ({ context, guard, serveSite }, use) => {
    await context.addInitScript(() => {
      globalThis.hostile = () => console.error("a hostile text has run");
    });
    context.on("dialog", (dialog) => {
      guard.note(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await use(await serveSite({ root }));
  },
});

watched("no hostile text is interpreted on a page that is opened first", async ({ page, hostileSite }) => {
  for (const target of finnish) {
    await page.goto(hostileSite.origin + target.path);
    expect.soft(await page.evaluate(interpreted), target.path).toEqual([]);
    await expect.soft(page.locator("h1"), target.path).toHaveText(target.title);
  }
});

watched("no hostile text is interpreted on a page to which the application changes, nor by search", async ({ page, hostileSite }) => {
  await open(page, hostileSite, "/");
  await page.evaluate(() => (globalThis.markedByTest = true));
  for (const target of [...everything, ...pages.filter(({ path }) => path.startsWith("/vaara/"))]) {
    // By hand: the tests' own functions would load a document.
    await page.evaluate((path) => navigation.navigate(path).finished.then(() => {}), target.path);
    expect.soft(await page.evaluate(() => document.querySelector("h1").textContent), target.path).toBe(target.title);
    expect.soft(await page.evaluate(interpreted), target.path).toEqual([]);
  }
  for (const query of ["hostile", "script", "<img src=x onerror=hostile()>", "\"><script>hostile()</script>"]) {
    await page.evaluate((query) => navigation.navigate(`/haku/?q=${encodeURIComponent(query)}`).finished.then(() => {}), query);
    await expect(page.locator(".search-count")).toContainText(query);
    // An excerpt comes once its place is seen.
    const excerpt = page.locator(".search-results .listing-summary > span").first();
    await excerpt.scrollIntoViewIfNeeded();
    await expect(excerpt).not.toBeEmpty();
    expect.soft(await page.evaluate(interpreted), query).toEqual([]);
  }
  expect(await page.evaluate(() => globalThis.markedByTest)).toBe(true);
});
