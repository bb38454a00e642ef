// 100 % is what the visitor chose in their own browser.

import { headlessOptions } from "../chromium.mjs";
import { expect, test } from "../fixtures.mjs";
import { theme } from "../portal.mjs";
import { open } from "../visitor.mjs";

test.use({
  launchOptions: { ...headlessOptions, args: [...headlessOptions.args, "--blink-settings=defaultFontSize=20"] },
});

test("the text begins at the size that the browser uses", async ({ page, site }) => {
  await open(page, site, theme().path);

  await expect(page.locator("html")).toHaveCSS("font-size", "20px");
});

test("the largest step is twice the size that the browser uses", async ({ context, page, site }) => {
  await context.addInitScript(() => localStorage.setItem("seutu.text-size", "200"));
  await open(page, site, theme().path);

  await expect(page.locator("html")).toHaveCSS("font-size", "40px");
});
