// The way from the front page to the page, as the seed has it.

import { expect, test } from "../fixtures.mjs";
import { pages, pageTitled, theme } from "../portal.mjs";
import { isOn, open } from "../visitor.mjs";

const breadcrumb = (page) => page.getByRole("navigation", { name: "Murupolku" });

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

for (const target of pages) {
  test(`${target.path} has a breadcrumb of links of which the last is the page itself`, async ({ page, site }) => {
    await open(page, site, target.path);
    const links = breadcrumb(page).getByRole("link");
    if (target.path === "/") {
      await expect(breadcrumb(page)).toHaveCount(0);
      return;
    }

    const parts = await links.evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute("href")]));
    expect(parts).toEqual(target.breadcrumb.map(({ name, path }) => [name, path]));
    await expect(breadcrumb(page).locator("[aria-current]")).toHaveCount(1);
    await expect(links.last()).toHaveAttribute("aria-current", "page");
    await expect(links.last()).toHaveAttribute("href", target.path);
  });
}

test("a part of the breadcrumb leads to its page", async ({ page, site }) => {
  await open(page, site, theme().path);
  await breadcrumb(page).getByRole("link", { name: "hankkeet" }).click();

  await isOn(page, site, pageTitled("Hankkeet"));
});
