// At the largest step on a screen of 320 px nothing is cut off and nothing overlaps (WCAG 1.4.4, 1.4.10).

import { expect, test } from "../fixtures.mjs";
import { misfits } from "../misfits.mjs";
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
      if (percent < STEPS.at(-1)) await page.locator(".text-size .text-size-larger").click();
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
