// A browser that lacks a function of the platform: a click leads to its page all the same, with the application or without it,
// and no control is dead.

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "../fixtures.mjs";
import { isExhaustive } from "../plan.mjs";
import { dist, filesOfApplication, front, pageTitled, pages, theme } from "../portal.mjs";
import { addLink, followsLinks, hold, isOn, isSameDocument, jsonRequests, linkTo, mark, open } from "../visitor.mjs";

const STOPPED = /Seutu's application (stopped|didn't start)/;
/** What the browser itself says of a function that isn't there. */
const THROWN = /is not a (function|constructor)|is not defined|Cannot read properties|Illegal|unreachable|unwrap_throw/;

/** Without these the application does what it can without them, and changes pages itself. */
const CONVENIENCES = [
  // Chromium 105 to 115 have the Navigation API and none of these two.
  ["AbortSignal.any", "AbortSignal.timeout"],
  ["Document.prototype.startViewTransition", "HTMLElement.prototype.hidePopover", "Element.prototype.checkVisibility"],
  ["NavigationPrecommitController"],
  ["Performance.prototype.now"],
  ["Performance.prototype.measure", "requestAnimationFrame"],
  ["MutationObserver", "queueMicrotask", "FinalizationRegistry"],
  ["WebAssembly.instantiateStreaming", "matchMedia", "Intl.Segmenter", "CSS.highlights"],
  ["speechSynthesis", "localStorage", "scheduler", "HTMLElement.prototype.focus", "HTMLElement.prototype.blur"],
];

/** Without these each page is a document of its own: missed at the start, in the middle of a change of page, or after it. */
const NEEDS = [
  "AbortController",
  "TextDecoder",
  "Document.prototype.getElementById",
  "Document.prototype.querySelector",
  "NavigateEvent.prototype.destination",
  "NavigateEvent.prototype.signal",
  "NavigateEvent.prototype.intercept",
  "Response.prototype.text",
  "URLSearchParams",
  "Date.prototype.toISOString",
  "clearTimeout",
  "scrollTo",
];

/** What the browser has the name of, and nothing behind it. */
const EMPTY = [
  ["speechSynthesis", null],
  ["speechSynthesis", {}],
  ["localStorage", null],
  ["performance", undefined],
  ["navigation", {}],
];

/** From the next document on the browser lacks these. */
const remove = (context, names) =>
  context.addInitScript((names) => {
    for (const name of names) {
      const way = name.split(".");
      const last = way.pop();
      delete way.reduce((holder, part) => holder[part], window)[last];
    }
  }, names);

/** No control is dead: those of the application are gone, or they work. */
async function hasNoDeadControl(page) {
  const larger = page.locator(".text-size .text-size-larger");
  await expect(async () => {
    if (!(await larger.isVisible())) return;
    // It goes where the application doesn't start.
    await larger.click({ timeout: 1_000 });
    await expect(page.locator("html")).toHaveAttribute("data-text-size", /\d/, { timeout: 100 });
  }).toPass();
}

async function follow(page, site, isWhole) {
  await page.goto(site.origin + front().path);
  await hasNoDeadControl(page);
  if (isWhole) await followsLinks(page);
  await mark(page);
  await page.locator(`#seutu a[href="${theme().path}"]`).first().evaluate((link) => link.click());
  await isOn(page, site, theme());
  await expect(page.locator("main article")).toHaveCount(1);
}

for (const names of CONVENIENCES) {
  test(`without ${names.join(", ")} a click changes the page`, async ({ context, page, site }) => {
    await remove(context, names);
    await follow(page, site, true);

    expect(await isSameDocument(page)).toBe(true);
  });
}

for (const name of NEEDS) {
  test(`without ${name} a click opens the next document`, async ({ context, guard, page, site }) => {
    guard.allow(STOPPED);
    guard.allow(THROWN);
    await remove(context, [name]);
    await follow(page, site, false);

    await expect.poll(() => isSameDocument(page).catch(() => true)).toBe(false);
    await isOn(page, site, theme());
    await hasNoDeadControl(page);
  });
}

for (const [name, value] of EMPTY) {
  test(`where ${name} is ${JSON.stringify(value)}, a click leads to its page`, async ({ context, page, site }) => {
    await context.addInitScript(
      ([name, value]) => Object.defineProperty(window, name, { value, configurable: true }),
      [name, value],
    );
    await follow(page, site, true);

    expect(await isSameDocument(page)).toBe(name !== "navigation");
  });
}

test("a function that goes missing while the page is loaded: the browser opens the address, also one with an anchor", async ({
  context,
  guard,
  page,
  site,
}) => {
  guard.expect(STOPPED);
  guard.expect(THROWN);
  // As where the address changes before the page is there.
  await remove(context, ["NavigationPrecommitController"]);
  await open(page, site, front().path);
  await mark(page);
  await page.evaluate(() => delete window.clearTimeout);
  await (await addLink(page, `${theme().path}#sisalto`)).click();

  await expect.poll(() => isSameDocument(page).catch(() => true)).toBe(false);
  await expect(page).toHaveURL(`${site.origin}${theme().path}#sisalto`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(theme().title);
});

test("a page that was waited for can't be shown as it fades in: the browser opens the address", async ({
  context,
  guard,
  page,
  site,
}) => {
  guard.expect(STOPPED);
  guard.allow(THROWN);
  await remove(context, ["Date.prototype.toISOString"]);
  const gate = hold(site, `${theme().path}page.json`);
  await open(page, site, front().path);
  await mark(page);
  await page.evaluate(() => {
    const start = Document.prototype.startViewTransition;
    Document.prototype.startViewTransition = function (change) {
      sessionStorage.setItem("fades", "yes");
      return start.call(this, change);
    };
  });
  await linkTo(page, theme().path).click({ noWaitAfter: true });
  await expect.poll(() => jsonRequests(site, theme())).toBe(1);
  const asked = await page.evaluate(() => performance.now());
  await page.waitForFunction((asked) => performance.now() - asked > 150, asked);
  gate.release();

  await expect.poll(() => isSameDocument(page).catch(() => true)).toBe(false);
  await isOn(page, site, theme());
  expect(await page.evaluate(() => sessionStorage.getItem("fades"))).toBe("yes");
});

test("where all that an older Chromium lacks is missing, a server that is silent is told of and a newer click wins", async ({
  context,
  page,
  site,
}) => {
  await remove(context, ["AbortSignal.any", "AbortSignal.timeout", "NavigationPrecommitController"]);
  await page.clock.install();
  await open(page, site, front().path);
  site.fault = (path) => (path === `${theme().path}page.json` ? { hang: true } : undefined);
  await page.locator(`#seutu a[href="${theme().path}"]`).first().evaluate((link) => link.click());
  await expect.poll(() => jsonRequests(site, theme())).toBe(1);
  await page.clock.runFor(10_100);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.locator(`#seutu a[href="${pageTitled("Hankkeet").path}"]`).first().evaluate((link) => link.click());

  await isOn(page, site, pageTitled("Hankkeet"));
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("search answers without what browsers got late, and says so where it lacks something itself", async ({ context, guard, page, site }) => {
  guard.allow(THROWN);
  await remove(context, ["AbortSignal.any", "AbortSignal.timeout", "scheduler"]);
  await page.goto(`${site.origin}/haku/?q=koulutus`);
  await expect(page.locator("#search-results > li").first()).toBeVisible();

  await remove(context, ["clearTimeout"]);
  await page.goto(`${site.origin}/haku/?q=koulutus`);
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Sivukartta" })).toBeVisible();
});

/** Every function and property of the platform that the application's own scripts name. */
function named() {
  const scripts = readFileSync(path.join(dist, filesOfApplication()[1]), "utf8");
  return [...new Set([...scripts.matchAll(/\.([a-z]\w{2,})\b/gi)].map(([, name]) => name))];
}

/** Names that JavaScript itself or this test can't do without. */
const OF_THE_LANGUAGE = new Set(["addEventListener", "apply", "buffer", "byteLength", "call", "catch", "from", "length", "name", "of", "prototype", "push", "register", "set", "slice", "subarray", "then", "unregister", "document", "location", "window"]);

if (isExhaustive) {
  for (const name of named().filter((name) => !OF_THE_LANGUAGE.has(name))) {
    test(`without any ${name} a click leads to its page`, async ({ context, guard, page, site }) => {
      guard.allow(/./);
      await context.addInitScript((name) => {
        const interfaces = Object.getOwnPropertyNames(window).flatMap((key) => {
          const known = /^[A-Z]/.test(key) ? window[key] : undefined;
          return typeof known === "function" ? [known, known.prototype] : [];
        });
        for (const holder of [window, ...interfaces]) {
          const own = holder && Object.getOwnPropertyDescriptor(holder, name);
          if (own?.configurable) delete holder[name];
        }
      }, name);
      await page.goto(site.origin + front().path);
      const target = pages.find(({ path }) => path === theme().path);
      await page.locator(`#seutu a[href="${target.path}"]`).first().click();

      await isOn(page, site, target);
    });
  }
}
