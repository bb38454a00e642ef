// The keyboard reaches everything, in the order of the document; where the focus is can be seen, and nothing lies over it.

import { contrast } from "../colours.mjs";
import { expect, test } from "../fixtures.mjs";
import { theme } from "../portal.mjs";
import { kinds, siteOf, unfold } from "../routes.mjs";
import { recordSpeech } from "../speech.mjs";
import { brokenRings, collectStops, lookAtFocus, rings } from "../stops.mjs";
import { open } from "../visitor.mjs";
import { words } from "../words.mjs";

/** Screens: wide, small, 400 % zoom of 1280 × 1024, a phone held sideways. */
const SCREENS = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
  { width: 320, height: 256 },
  { width: 568, height: 320 },
];

/** Opens a page with everything on it that the keyboard could come to. */
async function openWhole(context, page, site, address) {
  await recordSpeech(context, ["fi-FI", "sv-SE", "en-GB"].map((lang) => ({ lang, localService: true })));
  await open(page, site, address);
  await unfold(page);
}

/** Presses Tab until every stop should have had the focus: `[{ place, faults }]`. */
async function tabThrough(page) {
  const count = await page.evaluate(collectStops);
  const visited = [];
  for (let stop = 0; stop < count; stop += 1) {
    await page.keyboard.press("Tab");
    visited.push(await page.evaluate(lookAtFocus));
  }
  return visited;
}

for (const route of kinds) {
  test(`the Tab key comes to all of ${route.name} in its order, and the focus is never hidden`, async ({ context, guard, page, serveSite }) => {
    const site = await siteOf(route, serveSite, guard);
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      await openWhole(context, page, site, route.path);
      const visited = await tabThrough(page);

      const where = `on ${screen.width} × ${screen.height}`;
      expect(visited.map(({ place }) => place), where).toEqual(visited.map((_, place) => place));
      expect(visited.flatMap(({ faults }) => faults), where).toEqual([]);
    }
  });

  test(`the ring around the focus is seen everywhere on ${route.name}`, async ({ context, guard, page, serveSite }) => {
    const site = await siteOf(route, serveSite, guard);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openWhole(context, page, site, route.path);
    // From now on the focus comes from the keyboard.
    await page.keyboard.press("Tab");
    await page.evaluate(collectStops);

    expect(await weakRings(page)).toEqual([]);
  });

  for (const width of [320, 1280]) {
    test(`nothing is painted over a side of the ring on ${route.name}, ${width} px`, async ({ context, guard, page, serveSite }) => {
      const site = await siteOf(route, serveSite, guard);
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await openWhole(context, page, site, route.path);
      await page.keyboard.press("Tab");
      await page.evaluate(collectStops);

      expect(await brokenRings(page)).toEqual([]);
    });
  }
}

/** The rings that can't be told from what is around them (WCAG 1.4.11, 2.4.13), in every theme. */
async function weakRings(page) {
  const weak = [];
  for (const theme of ["light", "dark"]) {
    for (const contrastChoice of [null, "more"]) {
      await page.evaluate(([theme, choice]) => {
        const root = document.documentElement;
        root.setAttribute("data-theme", theme);
        choice ? root.setAttribute("data-contrast", choice) : root.removeAttribute("data-contrast");
      }, [theme, contrastChoice]);
      for (const { name, isSeen, ring, grounds } of await page.evaluate(rings)) {
        const where = `${theme}${contrastChoice ? ", high contrast" : ""}: ${name}`;
        if (!isSeen) weak.push(`${where} has no ring`);
        for (const ground of grounds) {
          if (contrast(ring, ground) < 3) weak.push(`${where}: ${ring} on ${ground}, ${contrast(ring, ground).toFixed(2)}`);
        }
      }
    }
  }
  return weak;
}

for (const [what, opener, width] of [
  ["the reading settings", words("preferences"), 1280],
  ["the reading settings on a small screen", words("preferences"), 320],
  ["the menu on a small screen", words("menu_button"), 320],
]) {
  test(`the Tab key goes through ${what}, and the focus is seen there`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 400 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, site, theme().path);
    await page.getByRole("button", { name: opener, exact: true }).press("Enter");
    await expect(page.locator(":popover-open")).toBeVisible();
    await page.evaluate(collectStops);
    const inside = await page.evaluate(() => {
      window.stops = window.stops.filter((stop) => stop.closest(":popover-open"));
      return window.stops.length;
    });
    const visited = [];
    for (let stop = 0; stop < inside; stop += 1) {
      await page.keyboard.press("Tab");
      visited.push(await page.evaluate(lookAtFocus));
    }

    expect(visited.map(({ place }) => place)).toEqual(visited.map((_, place) => place));
    expect(visited.flatMap(({ faults }) => faults)).toEqual([]);
    expect(await weakRings(page)).toEqual([]);
  });
}

test("what the visitor's own colours leave of the focus is a ring", async ({ context, page, site }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openWhole(context, page, site, theme().path);
  const visited = await tabThrough(page);

  expect(visited.flatMap(({ faults }) => faults)).toEqual([]);
});

for (const width of [320, 1280]) {
  for (const route of kinds) {
    test(`a finger hits every control of ${route.name} on ${width} px: 44 px or more (WCAG 2.5.5)`, async ({ context, guard, page, serveSite }) => {
      const site = await siteOf(route, serveSite, guard);
      await page.setViewportSize({ width, height: 800 });
      await openWhole(context, page, site, route.path);
      const small = () => page.evaluate(smallTargets);
      expect(await small()).toEqual([]);
      await page.locator(".preferences-button").click();

      expect(await small()).toEqual([]);
    });
  }
}

/** Runs in the page: the controls that are smaller than 44 px, but for links in running text (WCAG 2.5.5, Inline). */
function smallTargets() {
  const isInline = (control) => {
    if (!control.matches("a") || getComputedStyle(control).display !== "inline") return false;
    const block = control.closest("p, li, dd, dt, td, th, figcaption, footer, address");
    return block !== null && block.textContent.trim() !== control.textContent.trim();
  };
  const controls = [...document.querySelectorAll("a[href], button, summary")].filter(
    (control) => control.checkVisibility({ visibilityProperty: true }) && !control.matches(".skip-link:not(:focus)") && !isInline(control),
  );
  return controls.flatMap((control) => {
    const { width, height } = control.getBoundingClientRect();
    return width < 43.9 || height < 43.9 ? [`${width} × ${height}: ${control.outerHTML.slice(0, 140)}`] : [];
  });
}
