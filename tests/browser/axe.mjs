// What a machine can tell about accessibility: axe-core, run in a page.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** How a page can be looked at: what the visitor's system asks for. */
const SCHEMES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "light", forcedColors: "active" },
};

/**
 * What axe finds, in words. Text has to have 7:1, but where the colours are the visitor's own: there the browser goes on
 * telling the page's colours, which nobody sees, and what axe would measure is nothing.
 */
async function violations(page, scheme) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const ours = { enabled: scheme.forcedColors === "none" };
  const rules = { "color-contrast": ours, "color-contrast-enhanced": ours };
  const found = await page.evaluate(
    ([tags, rules]) => window.axe.run(document, { runOnly: tags, rules, resultTypes: ["violations"] }),
    [TAGS, rules],
  );
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary}`),
  );
}

/** What axe finds in some of the schemes. */
async function violationsIn(page, names) {
  const found = [];
  for (const name of names) {
    // Without motion the colours are there at once; axe would measure a colour on its way.
    await page.emulateMedia({ ...SCHEMES[name], reducedMotion: "reduce" });
    for (const violation of await violations(page, SCHEMES[name])) found.push(`${name}: ${violation}`);
  }
  return found;
}

/** What axe finds in light and in dark. */
export const violationsInBothColours = (page) => violationsIn(page, ["light", "dark"]);

/** What axe finds in light, in dark and in forced colours, on screens of these widths. */
export async function violationsOnScreens(page, widths) {
  const found = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const violation of await violationsIn(page, Object.keys(SCHEMES))) found.push(`${width} px, ${violation}`);
  }
  return found;
}
