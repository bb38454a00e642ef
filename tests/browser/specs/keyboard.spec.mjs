// The keyboard reaches everything, in the order of the document; where the focus is can be seen, and nothing lies over it.

import { contrast } from "../colours.mjs";
import { expect, test } from "../fixtures.mjs";
import { isExhaustive, keyboardAt } from "../plan.mjs";
import { dist, everything, theme } from "../portal.mjs";
import { kinds, kindsOf, routes, siteOf, unfold } from "../routes.mjs";
import { recordSpeech } from "../speech.mjs";
import { brokenRings, collectStops, keepNewSorts, lookAtFocus, rings } from "../stops.mjs";
import { smallTargets } from "../targets.mjs";
import { open } from "../visitor.mjs";
import { words } from "../words.mjs";

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

for (const [place, route] of (isExhaustive ? routes : kinds).entries()) {
  test(`the Tab key comes to all of ${route.name} in its order, and the focus is never hidden`, async ({ context, guard, page, serveSite }) => {
    const site = await siteOf(route, serveSite, guard);
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const screen of keyboardAt(place)) {
      await page.setViewportSize(screen);
      await openWhole(context, page, site, route.path);
      const visited = await tabThrough(page);

      const where = `${route.name} on ${screen.width} × ${screen.height}`;
      expect.soft(visited.map(({ place }) => place), `the order, ${where}`).toEqual(visited.map((_, place) => place));
      expect.soft(visited.flatMap(({ faults }) => faults), `what hides the focus, ${where}`).toEqual([]);
    }
  });
}

for (const width of [320, 1280]) {
  for (const [name, root] of Object.entries({ "the portal": dist, "tests/sites/everything": everything })) {
    // Controls of one sort have the same ring: a picture is taken of the first of each sort, on whichever page it is.
    test(`the ring around the focus is seen on all of its sides everywhere in ${name}, ${width} px`, async ({ context, guard, page, serveSite }) => {
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      const known = [];
      for (const route of kindsOf(root)) {
        const site = await siteOf(route, serveSite, guard);
        await openWhole(context, page, site, route.path);
        // From now on the focus comes from the keyboard.
        await page.keyboard.press("Tab");
        await page.evaluate(collectStops);
        known.push(...(await page.evaluate(keepNewSorts, isExhaustive ? [] : known)));

        expect.soft(await brokenRings(page), `sides that something is painted over, ${route.name}`).toEqual([]);
        expect.soft(await weakRings(page), `rings that can't be told from their grounds, ${route.name}`).toEqual([]);
      }
      expect(known.length).toBeGreaterThan(30);
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
  test(`a finger hits every control of the reading settings on ${width} px: 44 px or more (WCAG 2.5.5)`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, site, theme().path);
    await page.locator(".preferences-button").click();
    await expect(page.locator(":popover-open")).toBeVisible();

    expect(await page.evaluate(smallTargets)).toEqual([]);
  });
}
