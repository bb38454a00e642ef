// A page that was waited for fades in, by a view transition of the browser; what is at hand is there at once.

import { expect, test } from "../fixtures.mjs";
import { front, theme } from "../portal.mjs";
import { hold, isOn, jsonRequests, linkTo, open } from "../visitor.mjs";

const json = `${theme().path}page.json`;

/** Counts the transitions that begin; `giveUp` ends each one before it is seen. */
async function countTransitions(page, giveUp = false) {
  await page.addInitScript((giveUp) => {
    window.transitions = 0;
    const start = Document.prototype.startViewTransition;
    Document.prototype.startViewTransition = function (change) {
      window.transitions += 1;
      const transition = start.call(this, change);
      if (giveUp) transition.skipTransition();
      return transition;
    };
  }, giveUp);
}

const transitions = (page) => page.evaluate(() => window.transitions);

/** Clicks the link to the theme network, whose page comes later than a visitor takes for at once. */
async function waitForPage(page, site) {
  const gate = hold(site, json);
  await open(page, site, front().path);
  await linkTo(page, theme().path).click({ noWaitAfter: true });
  await expect.poll(() => jsonRequests(site, theme())).toBe(1);
  const asked = await page.evaluate(() => performance.now());
  await page.waitForFunction((asked) => performance.now() - asked > 150, asked);
  gate.release();
  await isOn(page, site, theme());
}

test("a page that was waited for fades in", async ({ page, site }) => {
  await countTransitions(page);
  await waitForPage(page, site);

  expect(await transitions(page)).toBe(1);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("a page that is at hand is there at once", async ({ page, site }) => {
  await countTransitions(page);
  await open(page, site, front().path);
  const arrived = page.waitForResponse((response) => response.url().endsWith(json));
  await linkTo(page, theme().path).hover();
  await (await arrived).finished();
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());

  expect(await transitions(page)).toBe(0);
});

test("a transition that the browser gives up shows the page all the same", async ({ page, site }) => {
  await countTransitions(page, true);
  await waitForPage(page, site);

  expect(await transitions(page)).toBe(1);
});

test.describe("for visitors who don't want motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("nothing fades", async ({ page, site }) => {
    await countTransitions(page);
    await waitForPage(page, site);

    expect(await transitions(page)).toBe(0);
  });
});
