// At the largest step on a screen of 320 px nothing is cut off and nothing overlaps (WCAG 1.4.4, 1.4.10).

import { expect, test } from "../fixtures.mjs";
import { pages, theme } from "../portal.mjs";
import { linkTo, open } from "../visitor.mjs";

test.use({ viewport: { width: 320, height: 640 } });

const STEPS = [100, 115, 130, 150, 175, 200];

for (const address of [...pages.map((page) => page.path), "/ei-ole/"]) {
  test(`${address} fits on 320 px from 100 % to 200 %`, async ({ guard, page, site }) => {
    if (address === "/ei-ole/") guard.expect(/status of 404/);
    await open(page, site, address);
    // What was folded has to fit as well.
    await page.locator(".page-time summary").click();

    for (const percent of STEPS) {
      await expect(page.locator("html")).toHaveCSS("font-size", `${(percent * 16) / 100}px`);
      expect(await page.evaluate(misfits), `at ${percent} %`).toEqual([]);
      // At the last step the button says that it has nothing left to do.
      if (percent < STEPS.at(-1)) await page.locator(".text-size-larger").click();
    }
  });
}

test("the message about a page that didn't come fits on 320 px at 200 %", async ({ context, guard, page, site }) => {
  guard.expect(/status of 500/);
  await context.addInitScript(() => localStorage.setItem("seutu.text-size", "200"));
  await open(page, site, "/");
  site.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
  await linkTo(page, theme().path).click();
  await expect(page.getByRole("alert")).toBeVisible();

  expect(await page.evaluate(misfits)).toEqual([]);
});

/** Runs in the page: what is too wide, cut off, or lies over something else. */
function misfits() {
  const name = (element) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
  const isSpokenOnly = (element) => element.closest(".visually-hidden, .skip-link:not(:focus)");
  const visible = [...document.querySelectorAll("body *")].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !isSpokenOnly(element),
  );
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page scrolls sideways: ${root.scrollWidth} px`);
  for (const element of visible) {
    const { left, right } = element.getBoundingClientRect();
    if (left < -0.5 || right > innerWidth + 0.5) found.push(`too wide: ${name(element)} ${left}–${right}`);
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut =
      (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) ||
      (overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1);
    if (isCut && element.localName !== "html" && element.localName !== "body") found.push(`cut off: ${name(element)}`);
  }
  // Text that is wider than its own box spills over without making the box wider.
  for (const element of visible) {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { right } of range.getClientRects()) {
        if (right > innerWidth + 0.5) found.push(`text beyond the edge: ${name(element)} ${right}`);
      }
    }
  }
  const controls = visible.filter((element) => element.matches("a, button, summary"));
  // A link in running text has a box for each of its lines.
  const boxes = controls.flatMap((control) => [...control.getClientRects()].map((box) => ({ control, box })));
  const overlap = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1.5;
  for (const [place, one] of boxes.entries()) {
    for (const other of boxes.slice(place + 1)) {
      if (one.control !== other.control && overlap(one.box, other.box)) {
        found.push(`overlapping: ${name(one.control)} and ${name(other.control)}`);
      }
    }
  }
  return found;
}
