// From a page to its translations, and from a section to what isn't translated: on tests/sites/everything.

import { expect, test as base } from "../fixtures.mjs";
import { everything, pagesOf } from "../portal.mjs";
import { isOn, open } from "../visitor.mjs";

const test = base.extend({
  site: async ({ serveSite }, use) => use(await serveSite({ root: everything })),
});

const pages = pagesOf(everything);
const titled = (title) => pages.find((page) => page.title === title);
const blocks = titled("Kaikki lohkot");

test("the language switch leads to the same page, with the focus on its title", async ({ page, site }) => {
  const translated = titled("Stranddagen");
  await open(page, site, titled("Rantapäivä").path);
  await page.getByRole("navigation", { name: "Kielet" }).getByRole("link", { name: "På svenska", exact: true }).click();

  await isOn(page, site, translated);
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("where a page isn't translated, the language switch leads to the front page and says so", async ({ page, site }) => {
  await open(page, site, blocks.path);
  await page.getByRole("link", { name: "Svensk startsida" }).click();

  await isOn(page, site, pages.find((page) => page.path === "/sv/"));
});

test("a page that isn't translated is opened from its section in another language", async ({ page, site }) => {
  await open(page, site, "/sv/hankkeet/");
  const elsewhere = page.getByRole("navigation", { name: "På andra språk" });
  await expect(elsewhere.getByRole("listitem").filter({ hasText: "Kaikki lohkot" })).toContainText("(på finska)");
  await elsewhere.getByRole("link", { name: "Kaikki lohkot" }).click();

  await isOn(page, site, blocks);
  await expect(page.locator("html")).toHaveAttribute("lang", "fi");
});
