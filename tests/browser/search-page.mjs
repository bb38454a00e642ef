// The search page: its address, its parts, and a question in its address.

import { expect } from "./fixtures.mjs";
import { pages } from "./portal.mjs";

export const SEARCH = "/haku/";
export const field = (page) => page.locator(".search-form input");
export const results = (page) => page.locator("#search-results > li");
export const links = (page) => page.locator("#search-results a");
export const count = (page) => page.locator(".search-count");

/** The page whose title has the word itself: it comes before those that have it as a part of a compound. */
export const WHOLE = pages.find(({ title }) => title.includes("koulutuksen merkitys"));

export const asked = (site) => site.requests.map(({ path }) => path);

/** Opens the search page with a question in its address. */
export async function ask(page, site, question) {
  await page.goto(`${site.origin}${SEARCH}?q=${encodeURIComponent(question)}`);
  await expect(count(page)).not.toBeEmpty();
}
