// What a machine can tell about accessibility: axe-core, run in a page.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds, in words. */
async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), TAGS);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary}`),
  );
}

/** What axe finds in light and in dark. */
export async function violationsInBothColours(page) {
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    // Without motion the colours are there at once; axe would measure a colour on its way.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const violation of await violations(page)) found.push(`${colorScheme}: ${violation}`);
  }
  return found;
}
