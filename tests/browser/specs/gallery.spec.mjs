// The gallery of components: states that no page of a test can have at the same time are tried here side by side.

import { STRONG_CONTRAST, violationsIn } from "../axe.mjs";
import { expect, NOT_LOADED, test as base } from "../fixtures.mjs";
import { isExhaustive, SCHEMES, WINDOWS } from "../plan.mjs";
import { dist, everything, gallery } from "../portal.mjs";
import { misfitsOn, setTextSize } from "../screens.mjs";

const test = base.extend({
  site: async ({ serveSite }, use) => use(await serveSite({ root: gallery })),
});

/** Only what is a component's own: headers and ids stand on the gallery many times. */
const RULES = [STRONG_CONTRAST, "target-size"];

for (const [window, { width, height, screens }] of WINDOWS.entries()) {
  for (const [place, scheme] of Object.keys(SCHEMES).entries()) {
    test(`in every state texts have 7:1 and targets their size: ${scheme}, ${width} px`, async ({ page, site }) => {
      await page.setViewportSize({ width, height });
      await page.goto(`${site.origin}/tyylit/`);
      for (const size of isExhaustive ? [100, 200] : [[100, 200][(window + place) % 2]]) {
        await setTextSize(page, size);
        expect.soft(await violationsIn(page, [scheme], RULES), `at ${size} %`).toEqual([]);
      }
    });
  }

  test(`every state fits on screens up to ${width} px, from the smallest text to the largest`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${site.origin}/tyylit/`);

    expect(await misfitsOn(page, screens)).toEqual([]);
  });
}

test("the reading settings hold on the gallery, where no application runs", async ({ context, page, site }) => {
  await context.addInitScript(() => localStorage.setItem("seutu.theme", "dark"));
  await page.goto(`${site.origin}/tyylit/`);

  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveAttribute("data-script", "");
  expect(site.requests.filter(({ path }) => path.endsWith(".wasm"))).toEqual([]);
});

test("a line of text has at most 80 characters, and most have 60 to 75", async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${site.origin}/tyylit/`);
  const lines = await page.evaluate(charactersInLines, ".gallery-text > p");

  expect(Math.max(...lines)).toBeLessThanOrEqual(80);
  expect(lines.filter((line) => line >= 60 && line <= 75).length).toBeGreaterThan(lines.length / 2);
});

/** Runs in the page: how many characters each full line of the long paragraphs has, without their last lines. */
function charactersInLines(selector) {
  const full = [];
  for (const paragraph of document.querySelectorAll(selector)) {
    // Inline elements would put their parts at other heights.
    if (paragraph.children.length > 0 || !paragraph.firstChild) continue;
    const lines = new Map();
    const range = document.createRange();
    for (let at = 0; at < paragraph.firstChild.length; at += 1) {
      range.setStart(paragraph.firstChild, at);
      range.setEnd(paragraph.firstChild, at + 1);
      const top = range.getBoundingClientRect().top;
      lines.set(top, (lines.get(top) ?? 0) + 1);
    }
    full.push(...[...lines.values()].slice(0, -1));
  }
  return full;
}

test("what search shows in the gallery is what it builds in the browser", async ({ guard, page, serveSite, site }) => {
  const [portal, many] = [await serveSite({ root: dist }), await serveSite({ root: everything })];
  const built = new Set();
  // Excerpts, with their marks, come after the results.
  for (const [{ origin }, question, last] of [
    [portal, "koulutus", ".search-results mark"],
    [portal, "semnaari", ".search-suggestion a"],
    [portal, "zzzxqw", ".search-count"],
    [many, "tiivistelmä", ".search-results mark"],
  ]) {
    await page.goto(`${origin}/haku/?q=${encodeURIComponent(question)}`);
    await expect(page.locator(".search-count")).not.toBeEmpty();
    await expect(page.locator(last).first()).toBeVisible();
    for (const shape of await page.evaluate(shapes)) built.add(shape);
  }
  guard.expect(NOT_LOADED);
  portal.fault = (path) => (path.startsWith("/search.index/") ? { status: 503 } : undefined);
  await page.goto(`${portal.origin}/haku/?q=koulutus`);
  await expect(page.locator(".search-failure")).toBeVisible();
  for (const shape of await page.evaluate(shapes)) built.add(shape);

  await page.goto(`${site.origin}/tyylit/`);
  expect((await page.evaluate(shapes)).sort()).toEqual([...built].sort());
});

/** Runs in the page: each sort of element among what search shows, with what it stands in: `["p.search-suggestion > a", …]`. */
function shapes() {
  const name = (element) => [element.localName, ...element.classList].join(".");
  const within = [...document.querySelectorAll(".search-live *")].map((element) => {
    const way = [name(element)];
    for (let at = element.parentElement; !at.matches(".search-live"); at = at.parentElement) way.unshift(name(at));
    return way.join(" > ");
  });
  return [...new Set(within)];
}

test("each rule of the style for a state has something in the gallery that is in that state", async ({ page, site }) => {
  await page.goto(`${site.origin}/tyylit/`);
  const { rules, unseen } = await page.evaluate(rulesOfStates);

  expect(rules).toBeGreaterThan(15);
  expect(unseen).toEqual([]);
});

/** Runs in the page: how many rules of gallery.css are for a room of a state, and the selectors of those that are for nothing in it. */
function rulesOfStates() {
  const selectors = [];
  const collect = (rules) => {
    for (const rule of rules) {
      if (rule.selectorText?.includes("[data-state=")) selectors.push(rule.selectorText);
      if (rule.cssRules) collect(rule.cssRules);
    }
  };
  collect([...document.styleSheets].find(({ href }) => href?.endsWith("gallery.css")).cssRules);
  const isSeen = (selector) => document.querySelector(`[data-state] :is(${selector.replace(/::[a-z-]+/g, "")})`) !== null;
  return { rules: selectors.length, unseen: selectors.filter((selector) => !isSeen(selector)) };
}

test("a pointer, the focus and a visited link look in the gallery as they do on a page", async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`${site.origin}/tyylit/`);
  const button = page.locator(".gallery-section:has(#virheet) .failure-retry").first();
  const link = page.locator(".gallery-section:has(#tekstin-osat) p > a").first();
  const inState = (state, what) => page.locator(`[data-state=${state}] ${what}`).first();
  await button.hover();
  expect(await inState("pointed", ".failure-retry").evaluate(look)).toEqual(await button.evaluate(look));

  await page.mouse.move(0, 0);
  expect(await inState("pointed", ".failure-retry").evaluate(look)).not.toEqual(await button.evaluate(look));
  await page.keyboard.press("Tab");
  await link.focus();
  expect(await inState("focused", "p > a").evaluate(look)).toEqual(await link.evaluate(look));

  const visited = await inState("visited", "p > a").evaluate((link) => getComputedStyle(link).color);
  expect(visited).toBe(await colourOf(page, "--colour-link-visited"));
});

/** Runs in the page: what pointer and focus change of an element. */
function look(element) {
  const { color, backgroundColor, borderColor, outline, textDecorationThickness } = getComputedStyle(element);
  return { color, backgroundColor, borderColor, outline, textDecorationThickness };
}

/** A colour of the tokens, as a computed style names it. */
const colourOf = (page, token) =>
  page.evaluate((token) => {
    const probe = document.createElement("p");
    probe.style.color = `var(${token})`;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, token);
