// The main menu: a sheet over the page on a small screen, a row of links where there is room, a list without script.

import { expect, test } from "../fixtures.mjs";
import { front, pageTitled, theme } from "../portal.mjs";
import { isOn, open } from "../visitor.mjs";
import { words } from "../words.mjs";

const SMALL = { width: 360, height: 740 };

const menu = (page) => page.getByRole("navigation", { name: words("main_menu") });
const opener = (page) => page.getByRole("banner").getByRole("button", { name: words("menu_button") });
const links = (page) => menu(page).getByRole("link");

/** What the browser itself tells assistive technology of a button: it knows that a popover is open without an attribute. */
async function isExpanded(page, name) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const button = nodes.find((node) => node.role?.value === "button" && node.name?.value === name);
  return button.properties.find((property) => property.name === "expanded")?.value.value;
}

/** The titles in the menu of the page's language, in their order. */
const titles = () => front().site.menu.map((link) => link.name);

test.describe("on a small screen", () => {
  test.use({ viewport: SMALL, hasTouch: true });

  test("the links are behind a button, which a finger opens", async ({ page, site }) => {
    await open(page, site, theme().path);
    await expect(links(page)).toHaveCount(0);
    await opener(page).tap();

    await expect(links(page)).toHaveText(titles());
    for (const link of await links(page).all()) await expect(link).toBeInViewport({ ratio: 1 });
  });

  test("Escape closes it and gives the focus back", async ({ page, site }) => {
    await open(page, site, theme().path);
    await opener(page).press("Enter");
    await expect(links(page).first()).toBeVisible();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement.closest(".menu-links") !== null), "the next stop is in the menu").toBe(true);
    await page.keyboard.press("Escape");

    await expect(links(page)).toHaveCount(0);
    await expect(opener(page)).toBeFocused();
  });

  test("it closes when the Tab key goes on to the page under it", async ({ page, site }) => {
    await open(page, site, theme().path);
    await opener(page).press("Enter");
    await links(page).last().focus();
    await page.keyboard.press("Tab");

    await expect(page.locator(":popover-open")).toHaveCount(0);
    expect(await page.evaluate(() => document.activeElement.closest(".menu-links") === null && document.activeElement !== document.body)).toBe(true);
  });

  test("its own button closes it and gives the focus back", async ({ page, site }) => {
    await open(page, site, theme().path);
    await opener(page).press("Enter");
    await menu(page).getByRole("button", { name: words("close_panel") }).press("Enter");

    await expect(links(page)).toHaveCount(0);
    await expect(opener(page)).toBeFocused();
  });

  test("it says whether it is open", async ({ page, site }) => {
    await open(page, site, theme().path);
    expect(await isExpanded(page, words("menu_button"))).toBe(false);
    await opener(page).click();

    await expect(links(page).first()).toBeVisible();
    expect(await isExpanded(page, words("menu_button"))).toBe(true);
  });

  test("it closes when a link in it has led to another page, and the focus is on the page", async ({ page, site }) => {
    await open(page, site, front().path);
    await opener(page).click();
    await menu(page).getByRole("link", { name: "Hankkeet" }).click();
    await isOn(page, site, pageTitled("Hankkeet"));

    await expect(links(page)).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  });

  test("it closes where the focus can't be moved on to the page", async ({ page, site }) => {
    await page.addInitScript(() => delete HTMLElement.prototype.focus);
    await open(page, site, front().path);
    await opener(page).click();
    await menu(page).getByRole("link", { name: "Hankkeet" }).click();
    await isOn(page, site, pageTitled("Hankkeet"));

    await expect(links(page)).toHaveCount(0);
  });

  test("it stands over the whole page, and nothing of the page is seen through it", async ({ page, site }) => {
    await open(page, site, theme().path);
    await opener(page).click();

    const sheet = page.locator(".menu-links");
    expect(await sheet.boundingBox()).toEqual({ x: 0, y: 0, ...SMALL });
    await expect(sheet).toHaveCSS("background-color", /^rgb\(/);
  });
});

test.describe("on a wide screen", () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test("the links are in sight, in a row, without a button", async ({ page, site }) => {
    await open(page, site, theme().path);

    await expect(links(page)).toHaveText(titles());
    await expect(menu(page).getByRole("button")).toHaveCount(0);
    const tops = await links(page).evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
  });

  test("the keyboard goes from link to link", async ({ page, site }) => {
    await open(page, site, theme().path);
    await links(page).first().focus();
    for (const title of titles().slice(1)) {
      await page.keyboard.press("Tab");
      await expect(menu(page).getByRole("link", { name: title })).toBeFocused();
    }
  });
});

test("a screen that is turned while the menu is open shows the row, and the page under it", async ({ page, site }) => {
  await page.setViewportSize(SMALL);
  await open(page, site, theme().path);
  await opener(page).click();
  await expect(links(page).first()).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });

  await expect(menu(page).getByRole("button")).toHaveCount(0);
  await expect(links(page)).toHaveText(titles());
  const { bottom, next } = await menu(page).evaluate((menu) => ({
    bottom: menu.querySelector("ul").getBoundingClientRect().bottom,
    next: document.querySelector(".breadcrumb").getBoundingClientRect().top,
  }));
  expect(next).toBeGreaterThanOrEqual(bottom);
});

for (const width of [360, 1280]) {
  test.describe(`without script, ${width} px`, () => {
    test.use({ javaScriptEnabled: false, viewport: { width, height: 740 } });

    test("it is a plain list of links in sight", async ({ page, site }) => {
      await page.goto(site.origin + theme().path);

      await expect(menu(page)).toMatchAriaSnapshot(`
        - navigation "${words("main_menu")}":
          - list:
            ${titles().map((title) => `- listitem:\n              - link "${title}"`).join("\n            ")}
      `);
      await links(page).last().click();
      await expect(page).toHaveURL(site.origin + front().site.menu.at(-1).path);
    });
  });
}
