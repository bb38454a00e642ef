// Every route of the portal and of tests/sites/everything, in a few visits: what moves, how it is rendered in every way, its
// structure, its size on every screen, what axe finds. plan.mjs says which conditions are tried together.
//
// Each check says by itself what it found, so that one fault doesn't hide another.

import { violationsInLooks } from "../axe.mjs";
import { expect, test } from "../fixtures.mjs";
import { outline, snapshotOf } from "../outline.mjs";
import { densityAt, looksAt, SPACINGS, WINDOWS } from "../plan.mjs";
import { dist, everything, shell } from "../portal.mjs";
import { fold, routes, siteOf, unfold } from "../routes.mjs";
import { misfitsOn, misfitsWithSpacing, setTextSize } from "../screens.mjs";
import { holdApplicationUntilPainted, shifts } from "../shifts.mjs";
import { bringVoices, recordSpeech } from "../speech.mjs";
import { structuralFaults } from "../structure.mjs";
import { smallTargets } from "../targets.mjs";
import { addLink, isActive, isOn, jsonRequests } from "../visitor.mjs";

const VOICES = ["fi-FI", "sv-SE", "en-GB"].map((lang) => ({ lang, localService: true }));

/** Pages that nobody offers to read aloud. */
const SILENT = ["front", "search", "notFound"];

/** Pages that stand on no way from the front page. */
const WITHOUT_WAY = ["front", "notFound"];

const pagesOfSite = (root) => routes.filter((route) => route.root === root && route.page).map(({ page }) => page);

/** The page of each site with the most kinds of blocks: what a route change could leave behind. */
const RICH = new Map([
  [dist, pagesOfSite(dist).find(({ title }) => title === "Koulutusyhteistyön teemaverkosto")],
  [everything, pagesOfSite(everything).find(({ title }) => title === "Kaikki lohkot")],
]);

/** The page that follows a route on the list of its site's; the first one after the last. */
function after(route) {
  const pages = pagesOfSite(route.root);
  return pages[(pages.indexOf(route.page) + 1) % pages.length];
}

/** Notes what a check found, and goes on. */
const none = (found, what) => expect.soft(found, what).toEqual([]);

for (const [place, route] of routes.entries()) {
  test.describe(() => {
    test.use({ deviceScaleFactor: densityAt(place) });

    test(`nothing is wrong with ${route.name}`, async ({ context, guard, page, serveSite }) => {
      const site = await siteOf(route, serveSite, guard);
      await recordSpeech(context, []);
      await holdApplicationUntilPainted(site, page);

      for (const window of WINDOWS) {
        const at = `${route.name}, loaded at ${window.width} px`;
        await test.step(`loaded at ${window.width} px`, async () => {
          await load(page, site, route, window);
          if (window === WINDOWS[0]) {
            await holdAgainstSnapshot(page, site, route);
            none(await structuralFaults(page, WITHOUT_WAY.includes(route.kind) ? 0 : 1), `landmarks, headings, names: ${at}`);
          }
          none(await page.evaluate(deadControls), `controls that do nothing without script: ${at}`);
          await bringVoices(page, VOICES);
          if (!SILENT.includes(route.kind)) await expect(page.locator(".listen")).toBeVisible();
          none(await shifts(page), `what moves by itself: ${at}`);
          await page.emulateMedia({ reducedMotion: "reduce" });
          await unfold(page);
          none(await page.evaluate(smallTargets), `controls smaller than 44 px (WCAG 2.5.5): ${at}`);
          none(await misfitsOn(page, window.screens), `what doesn't fit on a screen (WCAG 1.4.4, 1.4.10): ${at}`);
          none(await misfitsWithSpacing(page, window, SPACINGS), `what doesn't bear a visitor's spacing (WCAG 1.4.12): ${at}`);
        });
      }

      await test.step("looked at by axe", async () => {
        none(await violationsInLooks(page, looksAt(place)), `what axe finds: ${route.name}`);
      });

      await test.step("left by links within the application", async () => {
        await setTextSize(page, 100);
        await fold(page);
        await bringVoices(page, []);
        await expect(page.locator(".listen:visible")).toHaveCount(0);
        for (const target of [RICH.get(route.root), after(route)]) {
          if (target === route.page) continue;
          await (await addLink(page, target.path)).click();
          await isOn(page, site, target);
          await page.locator("#added-link").evaluate((link) => link.remove());
          const wanted = await snapshotOf(page, site.origin + target.path);
          expect.soft(await outline(page), `the DOM of ${target.path} after a route change from ${route.name}`).toEqual(wanted);
        }
      });

      if (!route.page) return;
      await test.step("rendered from page.json in an empty shell", async () => {
        const shellSite = await serveSite({ root: route.root, shell });
        await page.goto(shellSite.origin + route.path);
        await isActive(page);
        await isOn(page, shellSite, route.page);
        const wanted = await snapshotOf(page, site.origin + route.path);
        expect.soft(await outline(page), `the DOM of ${route.name}, mounted in an empty shell`).toEqual(wanted);
      });
    });
  });
}

test("the survey sees every kind of page", () => {
  const kinds = [...new Set(pagesOfSite(everything).map(({ kind }) => kind))].sort();

  expect(kinds).toEqual(
    ["article", "call", "contact", "event", "front", "gone", "materials", "news", "search", "section", "siteMap"],
  );
});

/** Opens a route as a visitor does whose application comes after the first paint. Their voices come later still. */
async function load(page, site, route, { width, height }) {
  await page.emulateMedia({ colorScheme: null, forcedColors: null, contrast: null, reducedMotion: null });
  await page.setViewportSize({ width, height });
  await page.goto(site.origin + route.path, { waitUntil: "commit" });
  await isActive(page);
}

/** Whether the document that was adopted is the one that was published, and says what its page.json says. */
async function holdAgainstSnapshot(page, site, route) {
  const snapshot = await snapshotOf(page, site.origin + route.path);
  expect.soft(await outline(page), `the DOM of ${route.name}, adopted`).toEqual(snapshot);
  if (!route.page) return;
  const { document_title: title, language: lang, canonical, description } = route.page;
  expect.soft(snapshot, `what the head of ${route.name} says`).toMatchObject({ title, lang, canonical, description });
  expect.soft(jsonRequests(site, route.page), `the snapshot of ${route.name} holds all it needs`).toBe(0);
}

/** Runs in the page: the controls that would still be seen where no script runs, and the text that only a script can have. */
function deadControls() {
  const root = document.documentElement;
  const given = ["data-script", "data-search"];
  given.forEach((name) => root.removeAttribute(name));
  const controls = document.querySelectorAll("button, input, select, textarea, [role=button]");
  const found = [...controls].filter((control) => control.checkVisibility({ visibilityProperty: true }));
  given.forEach((name) => root.setAttribute(name, ""));
  return found.map((control) => control.outerHTML.slice(0, 140));
}
