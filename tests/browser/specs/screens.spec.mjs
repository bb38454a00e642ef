// What lies over a page, on screens that are narrow or low, and a visitor who has a finger only. The survey sees to every page.

import { expect, test } from "../fixtures.mjs";
import { pageTitled, theme } from "../portal.mjs";
import { setTextSize } from "../screens.mjs";
import { open } from "../visitor.mjs";
import { words } from "../words.mjs";

for (const [what, opener, width, height] of [
  ["the reading settings fit on a small screen", "preferences", 320, 256],
  ["the reading settings fit on a phone held sideways", "preferences", 568, 320],
  ["the reading settings fit on a wide screen", "preferences", 1280, 800],
  ["the menu fits on a small screen", "menu_button", 320, 256],
  ["the menu fits on a phone held sideways", "menu_button", 568, 320],
]) {
  test(`${what}, with the usual and the largest text`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await open(page, site, theme().path);
    for (const percent of [100, 200]) {
      const at = `at ${percent} %`;
      await setTextSize(page, percent);
      await page.getByRole("button", { name: words(opener), exact: true }).click();
      const sheet = page.locator(":popover-open");
      await expect(sheet).toBeVisible();

      const { left, right, top, bottom } = await sheet.evaluate((sheet) => sheet.getBoundingClientRect().toJSON());
      expect(left, at).toBeGreaterThanOrEqual(0);
      expect(right, at).toBeLessThanOrEqual(width);
      expect(top, at).toBeGreaterThanOrEqual(0);
      expect(bottom, at).toBeLessThanOrEqual(height);
      expect(await sheet.evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth), `it doesn't scroll sideways ${at}`).toBeLessThanOrEqual(0);
      // What is longer than the screen scrolls, to its last control.
      for (const control of await sheet.locator("a, button").all()) {
        await control.scrollIntoViewIfNeeded();
        await expect(control).toBeInViewport({ ratio: 0.9 });
      }
      await page.keyboard.press("Escape");
      await expect(sheet).toHaveCount(0);
    }
  });
}

test.describe("touch without hover", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("a finger goes through the portal: menu, page, details", async ({ page, site }) => {
    await open(page, site, theme().path);
    await page.getByRole("button", { name: words("menu_button") }).tap();
    await page.getByRole("link", { name: "Sivukartta" }).first().tap();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(pageTitled("Sivukartta").title);
    await page.locator(".page-time summary").tap();

    await expect(page.locator(".page-time details")).toHaveAttribute("open");
  });
});
