// What a machine can tell about accessibility: axe-core, run in a page.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

import { looksAt, SCHEMES } from "./plan.mjs";
import { setTextSize } from "./screens.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rule for 7:1; whatever it finds nothing in has the 4.5:1 that the weaker rule asks for as well. */
export const STRONG_CONTRAST = "color-contrast-enhanced";

/** The rules whose findings another scheme or text size can change; all others see the document's elements and the width alone. */
const RULES_OF_LOOKS = [STRONG_CONTRAST, "scrollable-region-focusable", "target-size"];

/** Shows a page as a visitor's system asks for: without motion the colours are there at once, none is on its way. */
export const showIn = (page, scheme) => page.emulateMedia({ ...SCHEMES[scheme], reducedMotion: "reduce" });

/**
 * What axe finds in a page as it is shown now, in words. Text has to have 7:1, but where the colours are the visitor's own:
 * there the browser goes on telling the page's colours, which nobody sees, and what axe would measure is nothing.
 */
async function violations(page, ownColours, only = TAGS) {
  // Rules that are named run whatever else is said of them.
  const runOnly = ownColours ? only : only.filter((rule) => rule !== STRONG_CONTRAST);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const rules = { "color-contrast": { enabled: false }, [STRONG_CONTRAST]: { enabled: ownColours } };
  const found = await page.evaluate(
    ([runOnly, rules]) => window.axe.run(document, { runOnly, rules, resultTypes: ["violations"] }),
    [runOnly, rules],
  );
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary}`),
  );
}

/** What axe finds in some of the schemes, by the rules of these names or tags where any are given. */
export async function violationsIn(page, schemes, only) {
  const found = [];
  for (const scheme of schemes) {
    await showIn(page, scheme);
    const ownColours = SCHEMES[scheme].forcedColors === "none";
    for (const violation of await violations(page, ownColours, only)) found.push(`${scheme}: ${violation}`);
  }
  return found;
}

/** What axe finds in light and in dark. */
export const violationsInBothColours = (page) => violationsIn(page, ["light", "dark"]);

/**
 * What axe finds when a page is looked at in these ways: `{ scheme, width, size }`. The first look at each width asks for all
 * rules, and further ones only for those whose findings can differ there.
 */
export async function violationsInLooks(page, looks, height = 800) {
  const found = [];
  const seen = new Set();
  for (const { scheme, width, size } of looks) {
    const rules = seen.has(width) ? RULES_OF_LOOKS : TAGS;
    seen.add(width);
    await page.setViewportSize({ width, height });
    await setTextSize(page, size);
    for (const violation of await violationsIn(page, [scheme], rules)) found.push(`${width} px, ${size} %, ${violation}`);
  }
  return found;
}

/** What axe finds in a state that one page is in, looked at as the plan has it for the state's place on a list. */
export const violationsInState = (page, place = 0) => violationsInLooks(page, looksAt(place));
