// Screens that a page is shown on once it is open: their size, the text's size, and the spacing that a visitor may set.

import { misfits } from "./misfits.mjs";

/** What WCAG 1.4.12 says that a page has to bear. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

/** The text has this size now, in per cent, whatever was chosen before. */
export const setTextSize = (page, percent) =>
  page.evaluate((percent) => document.documentElement.setAttribute("data-text-size", String(percent)), percent);

/** What doesn't fit on screens, each with the text sizes that are tried on it, in words. */
export async function misfitsOn(page, screens) {
  const found = [];
  for (const { width, height, sizes } of screens) {
    await page.setViewportSize({ width, height });
    for (const size of sizes) {
      await setTextSize(page, size);
      for (const misfit of await page.evaluate(misfits)) found.push(`${width} × ${height}, ${size} %: ${misfit}`);
    }
  }
  return found;
}

/** What doesn't fit with the spacing that a visitor sets, alone and on top of our own settings for it. */
export async function misfitsWithSpacing(page, { width, height }, spacings) {
  const found = [];
  await page.setViewportSize({ width, height });
  await setTextSize(page, 100);
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  for (const spacing of spacings) {
    await page.evaluate(setSpacing, spacing);
    for (const misfit of await page.evaluate(misfits)) found.push(`${width} × ${height}, spacing ${spacing}: ${misfit}`);
  }
  await page.evaluate(setSpacing, null);
  await page.evaluate(() => void (document.adoptedStyleSheets = []));
  return found;
}

/** Runs in the page. */
function setSpacing(spacing) {
  const root = document.documentElement;
  spacing ? root.setAttribute("data-spacing", spacing) : root.removeAttribute("data-spacing");
}
