// What a visitor does and what they can tell, in the words of the tests.

import { expect } from "@playwright/test";

/** Opens a page by its address, as from the address bar, and waits until the application has taken over, with both its parts. */
export async function open(page, site, address) {
  await page.goto(site.origin + address);
  await isActive(page);
}

/** The first part of the application runs: the last thing that it does is to fill the page time. To wait looks more often than to expect. */
export const hasStarted = (page) => page.locator(".page-time details").waitFor({ state: "attached", timeout: 15_000 });

/** The application runs, also its second part, which the visitor has brought in by moving the pointer. */
export async function isActive(page) {
  await hasStarted(page);
  await page.mouse.move(1, 0);
  await page.mouse.move(0, 0);
  await followsLinks(page);
}

/** The second part of the application is there. Asked in a way that needs no function which a test may have taken away. */
export const followsLinks = (page) =>
  expect.poll(() => page.evaluate(() => "seutuLater" in globalThis), { timeout: 15_000, intervals: [20] }).toBe(false);

/** The visitor is on a page: its address, its title, its only h1. */
export async function isOn(page, site, target) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(target.title);
  await expect(page).toHaveURL(site.origin + target.path);
  await expect(page).toHaveTitle(target.document_title);
}

/** Puts a link at the end of the document, outside of what the application renders, and gives its locator. */
export async function addLink(page, href, attributes = {}) {
  await page.evaluate(([href, attributes]) => {
    const link = document.createElement("a");
    link.href = href;
    link.id = "added-link";
    link.textContent = "added link";
    for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
    document.body.append(link);
  }, [href, attributes]);
  return page.locator("#added-link");
}

/** The first link in the document's views that leads to an address. */
export const linkTo = (page, address) => page.locator(`#seutu a[href="${address}"]`).first();

/** Marks the document, to find out later whether it is still the same. */
export const mark = (page) => page.evaluate(() => void (window.markedByTest = true));

/** Whether the document is the one that was marked: nothing was loaded anew. */
export const isSameDocument = (page) => page.evaluate(() => window.markedByTest === true);

/** How often the server was asked for a page's JSON. */
export const jsonRequests = (site, target) =>
  site.requests.filter((request) => request.path === `${target.path}page.json`).length;

/** Lets the server wait before it answers for an address: `release()` lets it go on. */
export const hold = (site, path) => holdWhere(site, (asked) => asked === path);

/** Lets the server wait before it answers for the application; until then the page is as it was published. */
export const holdApplication = (site) => holdWhere(site, (asked) => asked.endsWith(".wasm"));

function holdWhere(site, isHeld) {
  const gate = withResolvers();
  site.fault = async (asked) => {
    if (isHeld(asked)) await gate.promise;
    return undefined;
  };
  return { release: gate.resolve };
}

// Node 20 has no Promise.withResolvers yet.
export function withResolvers() {
  let resolve;
  const promise = new Promise((kept) => (resolve = kept));
  return { promise, resolve };
}
