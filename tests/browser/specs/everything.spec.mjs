// Every kind of page and block: tests/sites/everything, published into the shell that the portal has.

import { violationsInBothColours } from "../axe.mjs";
import { expect, test as base } from "../fixtures.mjs";
import { misfits } from "../misfits.mjs";
import { outline, snapshotOf } from "../outline.mjs";
import { everything, pagesOf, shell } from "../portal.mjs";
import { addLink, isActive, isOn, jsonRequests, open } from "../visitor.mjs";

const test = base.extend({
  site: async ({ serveSite }, use) => use(await serveSite({ root: everything })),
  shellSite: async ({ serveSite }, use) => use(await serveSite({ root: everything, shell })),
});

// The news differ by their number alone: one of them speaks for all.
const pages = pagesOf(everything).filter((page) => page.kind !== "news" || page.title === "Uutinen 1");
const front = pages.find((page) => page.path === "/");
const blocks = pages.find((page) => page.title === "Kaikki lohkot");

for (const target of pages) {
  test(`${target.path} is the same DOM as a snapshot, adopted, mounted in an empty shell, and after a route change`, async ({
    browser,
    page,
    site,
    shellSite,
  }) => {
    const snapshot = await snapshotOf(browser, site.origin + target.path);
    expect(snapshot).toMatchObject({ title: target.document_title, lang: target.language, canonical: target.canonical });

    await test.step("adopted", async () => {
      await open(page, site, target.path);
      expect(await outline(page)).toEqual(snapshot);
      expect(jsonRequests(site, target), "the snapshot holds all it needs").toBe(0);
    });

    await test.step("rendered from page.json in an empty shell", async () => {
      await page.goto(shellSite.origin + target.path);
      await isActive(page);
      await isOn(page, shellSite, target);
      expect(await outline(page)).toEqual(snapshot);
    });

    await test.step("after a route change", async () => {
      await open(page, site, (target === blocks ? front : blocks).path);
      await (await addLink(page, target.path)).click();
      await isOn(page, site, target);
      expect(await outline(page)).toEqual(snapshot);
    });
  });

  test(`${target.path} has no fault that axe finds, in light and in dark`, async ({ page, site }) => {
    await open(page, site, target.path);
    await page.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));

    expect(await violationsInBothColours(page)).toEqual([]);
  });

  test(`${target.path} fits on 320 px`, async ({ page, site }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, site, target.path);
    await page.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));

    for (const percent of [100, 200]) {
      await page.evaluate((percent) => document.documentElement.setAttribute("data-text-size", percent), percent);
      expect(await page.evaluate(misfits), `at ${percent} %`).toEqual([]);
    }
  });
}

test("the site has every kind of page", () => {
  const kinds = [...new Set(pages.map((page) => page.kind))].sort();

  expect(kinds).toEqual(
    ["article", "call", "contact", "event", "front", "gone", "materials", "news", "search", "section", "siteMap"],
  );
});

test("the language switch leads to the same page, with the focus on its title", async ({ page, site }) => {
  const event = pages.find((page) => page.title === "Rantapäivä");
  const translated = pages.find((page) => page.title === "Stranddagen");
  await open(page, site, event.path);
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

test("what stands for a page where it is shared goes when another page is shown", async ({ page, site }) => {
  await open(page, site, front.path);
  await expect(page.locator("meta[property='og:title']")).toHaveAttribute("content", front.title);
  await (await addLink(page, blocks.path)).click();
  await isOn(page, site, blocks);

  await expect(page.locator("meta[property], meta[name='twitter:card']")).toHaveCount(0);
});
