// Every page on screens that are narrow, low or enlarged, and with the spacing that a visitor may set (WCAG 1.4.10, 1.4.12):
// nothing is wider than the screen, no text is cut off, no control lies over another.

import { expect, test } from "../fixtures.mjs";
import { misfits } from "../misfits.mjs";
import { pageTitled, theme } from "../portal.mjs";
import { routes, siteOf, unfold } from "../routes.mjs";
import { recordSpeech } from "../speech.mjs";
import { open } from "../visitor.mjs";
import { words } from "../words.mjs";

/** Screens in CSS pixels, with the text sizes that are tried on them. */
const SCREENS = [
  { what: "400 % zoom of 1280 × 1024", width: 320, height: 256, sizes: [100, 200] },
  { what: "a phone held sideways", width: 568, height: 320, sizes: [100, 200] },
  { what: "just before and after the menu becomes a row", width: 767, height: 600, sizes: [100, 200] },
  { what: "just before and after the menu becomes a row", width: 768, height: 600, sizes: [100, 200] },
  { what: "a wide screen", width: 1280, height: 800, sizes: [100, 200] },
];

/** What WCAG 1.4.12 says that a page has to bear. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

const setTextSize = (page, percent) =>
  page.evaluate((percent) => document.documentElement.setAttribute("data-text-size", String(percent)), percent);

/** Opens a page with everything on it that could be in the way. */
async function openWhole(context, page, site, address) {
  await recordSpeech(context, ["fi-FI", "sv-SE", "en-GB"].map((lang) => ({ lang, localService: true })));
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, site, address);
  await unfold(page);
}

for (const route of routes) {
  test(`${route.name} fits on every screen`, async ({ context, guard, page, serveSite }) => {
    const site = await siteOf(route, serveSite, guard);
    await openWhole(context, page, site, route.path);

    for (const { what, width, height, sizes } of SCREENS) {
      await page.setViewportSize({ width, height });
      for (const percent of sizes) {
        await setTextSize(page, percent);
        expect(await page.evaluate(misfits), `${what}: ${width} × ${height} at ${percent} %`).toEqual([]);
      }
    }
  });

  test(`${route.name} bears the spacing that a visitor sets`, async ({ context, guard, page, serveSite }) => {
    const site = await siteOf(route, serveSite, guard);
    await openWhole(context, page, site, route.path);
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, SPACING);

    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const spacing of [null, "wide"]) {
        // Our own wider spacing and the visitor's stylesheet together.
        await page.evaluate((spacing) => {
          const root = document.documentElement;
          spacing ? root.setAttribute("data-spacing", spacing) : root.removeAttribute("data-spacing");
        }, spacing);
        expect(await page.evaluate(misfits), `${width} px, spacing ${spacing}`).toEqual([]);
      }
    }
  });
}

test.describe("a window of 640 px, enlarged to 200 % by the browser", () => {
  // The browser's zoom is this: fewer CSS pixels, each of more of the screen's.
  test.use({ deviceScaleFactor: 2, viewport: { width: 320, height: 320 } });

  for (const route of routes) {
    test(`${route.name} fits with the largest text`, async ({ context, guard, page, serveSite }) => {
      const site = await siteOf(route, serveSite, guard);
      await openWhole(context, page, site, route.path);
      await setTextSize(page, 200);

      expect(await page.evaluate(misfits)).toEqual([]);
    });
  }
});

for (const [what, opener, width, height] of [
  ["the reading settings fit on a small screen", "preferences", 320, 256],
  ["the reading settings fit on a phone held sideways", "preferences", 568, 320],
  ["the reading settings fit on a wide screen", "preferences", 1280, 800],
  ["the menu fits on a small screen", "menu_button", 320, 256],
  ["the menu fits on a phone held sideways", "menu_button", 568, 320],
]) {
  for (const percent of [100, 200]) {
    test(`${what} at ${percent} %`, async ({ page, site }) => {
      await page.setViewportSize({ width, height });
      await open(page, site, theme().path);
      await setTextSize(page, percent);
      await page.getByRole("button", { name: words(opener), exact: true }).click();
      const sheet = page.locator(":popover-open");
      await expect(sheet).toBeVisible();

      const { left, right, top, bottom } = await sheet.evaluate((sheet) => sheet.getBoundingClientRect().toJSON());
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(height);
      expect(await sheet.evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth), "it doesn't scroll sideways").toBeLessThanOrEqual(0);
      // What is longer than the screen scrolls, to its last control.
      for (const control of await sheet.locator("a, button").all()) {
        await control.scrollIntoViewIfNeeded();
        await expect(control).toBeInViewport({ ratio: 0.9 });
      }
    });
  }
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
