// What stands above every page.

import { expect, test } from "../fixtures.mjs";
import { front, pages, pageTitled, read, theme } from "../portal.mjs";
import { isOn, linkTo, open } from "../visitor.mjs";

test("the header shows the site's name and slogan as a link to the front page", async ({ page, site }) => {
  await open(page, site, theme().path);
  await page.getByRole("banner").getByRole("link", { name: "Jyväskylän seutu – ihmistä varten" }).click();

  await isOn(page, site, front());
});

test("“Etusivulle” leads to the front page", async ({ page, site }) => {
  await open(page, site, theme().path);
  await page.getByRole("link", { name: "Etusivulle", exact: true }).click();

  await isOn(page, site, front());
});

test("the main menu marks the current page, and only it", async ({ page, site }) => {
  await open(page, site, front().path);
  const menu = page.getByRole("navigation", { name: "Päävalikko" });
  await expect(menu.locator("[aria-current]")).toHaveCount(0);
  await menu.getByRole("link", { name: "Hankkeet" }).click();
  await isOn(page, site, pageTitled("Hankkeet"));

  await expect(menu.locator("[aria-current]")).toHaveCount(1);
  await expect(menu.getByRole("link", { name: "Hankkeet" })).toHaveAttribute("aria-current", "page");
});

test("the main menu marks the part of the site that the page is in", async ({ page, site }) => {
  await open(page, site, theme().path);

  const hankkeet = page.getByRole("navigation", { name: "Päävalikko" }).getByRole("link", { name: "Hankkeet" });
  await expect(hankkeet).toHaveAttribute("aria-current", "true");
});

test("no menu marks what the page isn't in", async ({ page }) => {
  for (const target of pages) {
    const marked = await page.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, "text/html");
      const links = [...parsed.querySelectorAll("nav:not(.breadcrumb) [aria-current]")];
      return links.map((link) => [link.getAttribute("href"), link.ariaCurrent]);
    }, read(`${target.path}index.html`));
    for (const [path, current] of marked) {
      expect.soft(current, `${path} on ${target.path}`).toBe(path === target.path ? "page" : "true");
      expect.soft(target.breadcrumb.map((part) => part.path), target.path).toContain(path);
    }
  }
});

test("the skip link is the first thing the Tab key reaches, and can be seen then", async ({ page, site }) => {
  await open(page, site, theme().path);
  await page.keyboard.press("Tab");

  const skipLink = page.getByRole("link", { name: "Siirry sisältöön" });
  await expect(skipLink).toBeFocused();
  await expect(skipLink).toBeInViewport({ ratio: 1 });
});

test("the skip link leads past the header to the content", async ({ page, site }) => {
  await open(page, site, theme().path);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").getByRole("link").first()).toBeFocused();
});

test("the skip link works on a page that was opened in the application", async ({ page, site }) => {
  await open(page, site, front().path);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
  await page.getByRole("link", { name: "Siirry sisältöön" }).focus();
  await page.keyboard.press("Enter");

  await expect(page.getByRole("main")).toBeFocused();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(theme().title);
});
