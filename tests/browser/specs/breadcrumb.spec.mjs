// The way from the front page to the page, as the seed has it.

import { expect, test } from "../fixtures.mjs";
import { pages, pageTitled, read, theme } from "../portal.mjs";
import { isOn, open } from "../visitor.mjs";
import { words } from "../words.mjs";

const breadcrumb = (page, language) => page.getByRole("navigation", { name: words("breadcrumb", language), exact: true });

test("the theme network's breadcrumb is Etusivu : hankkeet : teemaverkosto_koulutus", async ({ page, site }) => {
  await open(page, site, theme().path);
  const links = breadcrumb(page).getByRole("link");

  await expect(links).toHaveText(["Etusivu", "hankkeet", "teemaverkosto_koulutus"]);
  // The colons are drawn by the style, so that they aren't read aloud.
  const colons = await breadcrumb(page).getByRole("listitem").evaluateAll((items) =>
    items.map((item) => ["::before", "::after"].map((part) => getComputedStyle(item, part).content).join(" ")),
  );
  expect(colons.filter((content) => content.includes(":"))).toHaveLength(2);
});

test("every page but the first has a breadcrumb of links of which the last is the page itself", async ({ page }) => {
  for (const target of pages) {
    const name = words("breadcrumb", target.language);
    const parts = await page.evaluate(breadcrumbIn, [read(`${target.path}index.html`), name]);
    const last = target.breadcrumb.length - 1;
    const wanted = target.breadcrumb.map(({ name, path }, place) => [name, path, place === last ? "page" : null]);

    expect.soft(parts, target.path).toEqual(target.kind === "front" ? [] : wanted);
    expect.soft(target.breadcrumb[last].path).toBe(target.path);
  }
});

/** Runs in a page; works on the text of another document without opening it. */
function breadcrumbIn([html, name]) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const [breadcrumb] = [...parsed.querySelectorAll("nav")].filter((nav) => nav.ariaLabel === name);
  const links = [...(breadcrumb?.querySelectorAll("a[href]") ?? [])];
  return links.map((link) => [link.textContent, link.getAttribute("href"), link.ariaCurrent]);
}

test("a part of the breadcrumb leads to its page", async ({ page, site }) => {
  await open(page, site, theme().path);
  await breadcrumb(page).getByRole("link", { name: "hankkeet" }).click();

  await isOn(page, site, pageTitled("Hankkeet"));
});
