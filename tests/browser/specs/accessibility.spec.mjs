// What a machine can tell about accessibility: axe, on every page, in light and dark.

import { violationsInBothColours } from "../axe.mjs";
import { expect, test } from "../fixtures.mjs";
import { front, pages, theme } from "../portal.mjs";
import { isActive, isOn, linkTo, open } from "../visitor.mjs";

for (const address of [...pages.map((page) => page.path), "/ei-ole/"]) {
  test(`${address} has no fault that axe finds, in light and in dark`, async ({ guard, page, site }) => {
    if (address === "/ei-ole/") guard.expect(/status of 404/);
    await open(page, site, address);
    await page.locator(".page-time summary").click();

    expect(await violationsInBothColours(page)).toEqual([]);
  });
}

test("a page after a route change has no fault that axe finds", async ({ page, site }) => {
  await open(page, site, front().path);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
  await isActive(page);

  expect(await violationsInBothColours(page)).toEqual([]);
});

test("the message about a page that didn't come has no fault that axe finds", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await open(page, site, front().path);
  site.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
  await linkTo(page, theme().path).click();
  await expect(page.getByRole("alert")).toBeVisible();

  expect(await violationsInBothColours(page)).toEqual([]);
});

test("a link or button that the keyboard reaches can be seen", async ({ page, site }) => {
  await open(page, site, theme().path);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const target of [linkTo(page, front().path), page.locator(".text-size .text-size-larger")]) {
      await target.focus();
      // From the keyboard, so that :focus-visible holds.
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Tab");
      await expect(target).toBeFocused();
      const { style, width } = await target.evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { style: outlineStyle, width: parseFloat(outlineWidth) };
      });
      expect(style).not.toBe("none");
      expect(width).toBeGreaterThanOrEqual(2);
    }
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("targets are large enough for a finger (WCAG 2.5.8)", async ({ page, site }) => {
    await page.goto(site.origin + theme().path);
    const small = await page.locator("nav a, .home-link").evaluateAll((links) =>
      links.filter((link) => link.getBoundingClientRect().height < 24).map((link) => link.outerHTML),
    );

    expect(small).toEqual([]);
  });
});
