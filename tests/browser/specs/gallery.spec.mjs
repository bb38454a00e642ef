// The gallery of components: states that no page of a test can have at the same time are tried here side by side.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

import { expect, test as base } from "../fixtures.mjs";
import { misfits } from "../misfits.mjs";
import { gallery } from "../portal.mjs";

const test = base.extend({
  site: async ({ serveSite }, use) => use(await serveSite({ root: gallery })),
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Only what is a component's own: headers and ids stand on the gallery many times. */
const RULES = ["color-contrast", "color-contrast-enhanced", "target-size"];

async function violations(page) {
  await page.evaluate(axe);
  const rules = Object.fromEntries(RULES.map((rule) => [rule, { enabled: true }]));
  const found = await page.evaluate(
    ([runOnly, rules]) => window.axe.run(document, { runOnly, rules, resultTypes: ["violations"] }),
    [RULES, rules],
  );
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

for (const colorScheme of ["light", "dark"]) {
  for (const contrast of ["no-preference", "more"]) {
    for (const width of [320, 1280]) {
      test(`in every state texts have 7:1 and targets their size: ${colorScheme}, contrast ${contrast}, ${width} px`, async ({
        page,
        site,
      }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme, contrast, reducedMotion: "reduce" });
        await page.goto(`${site.origin}/tyylit/`);

        expect(await violations(page)).toEqual([]);
      });
    }
  }
}

test("every state fits on 320 px at 100 % and at 200 %", async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${site.origin}/tyylit/`);
  for (const percent of [100, 200]) {
    await page.evaluate((percent) => document.documentElement.setAttribute("data-text-size", percent), percent);
    expect(await page.evaluate(misfits), `at ${percent} %`).toEqual([]);
  }
});

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
