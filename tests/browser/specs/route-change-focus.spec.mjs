// After a route change assistive technology hears of the new page, once.

import { expect, test } from "../fixtures.mjs";
import { front, read, theme } from "../portal.mjs";
import { addLink, isOn, linkTo, open } from "../visitor.mjs";

test("the focus goes to the new h1", async ({ page, site }) => {
  await open(page, site, front().path);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());

  await expect(page.locator("main h1")).toBeFocused();
});

test("the focus goes to the new h1 for a visitor who uses the keyboard", async ({ page, site }) => {
  await open(page, site, front().path);
  await linkTo(page, theme().path).focus();
  await page.keyboard.press("Enter");
  await isOn(page, site, theme());

  await expect(page.locator("main h1")).toBeFocused();
});

test("the new title is announced once: by the focus, and by no live region", async ({ page, site }) => {
  await open(page, site, front().path);
  await page.evaluate(() => {
    window.announced = [];
    addEventListener("focusin", (event) => window.announced.push(event.target.textContent), true);
    // Whatever a live region ever says counts, also when it is silent again.
    const regions = "[role=status], [role=alert], [role=log], [aria-live]";
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element?.closest(regions)) window.announced.push(element.textContent);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await linkTo(page, theme().path).evaluate((link) => link.click());
  await isOn(page, site, theme());
  await expect(page.locator("main h1")).toBeFocused();

  const announced = await page.evaluate(() => window.announced);
  expect(announced.filter((text) => text.includes(theme().title))).toEqual([theme().title]);
  await expect(page.getByRole("status").filter({ hasText: theme().title })).toHaveCount(0);
});

test("the focus goes to the heading that the address names", async ({ page, site }) => {
  await open(page, site, front().path);
  await (await addLink(page, `${theme().path}#ajankohtaista`)).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(theme().title);

  await expect(page.locator("#ajankohtaista")).toBeFocused();
});

test("the focus goes to what the address names, also in letters beyond ASCII", async ({ page, site }) => {
  const contents = read(`${theme().path}page.json`.slice(1));
  for (const id of ["päätökset", "työ ja-koulutus", "100%-varma"]) {
    site.fault = (path) => (path === `${theme().path}page.json` ? { body: contents.replaceAll('"ajankohtaista"', JSON.stringify(id)) } : undefined);
    await open(page, site, front().path);
    await (await addLink(page, `${theme().path}#${id.replace("%", "%25")}`)).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(theme().title);

    await expect(page.locator(`[id="${id}"]`)).toBeFocused();
  }
});

test("the first view leaves the focus where the browser puts it", async ({ page, site }) => {
  await open(page, site, theme().path);

  expect(await page.evaluate(() => document.activeElement.localName)).toBe("body");
});

test("a header control keeps its element over a route change, so that it keeps its state", async ({ page, site }) => {
  await open(page, site, front().path);
  const button = await page.locator(".text-size .text-size-larger").elementHandle();
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());

  expect(await button.evaluate((element) => element.isConnected)).toBe(true);
});
