// A browser that keeps nothing still changes the size for this visit.

import { expect, test } from "../fixtures.mjs";
import { front, theme } from "../portal.mjs";
import { isOn, isSameDocument, linkTo, mark, open } from "../visitor.mjs";

const ways = {
  "storage is switched off": () => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  },
  "storage is absent": () => {
    Object.defineProperty(window, "localStorage", { value: null });
  },
  "storage is full": () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  },
};

for (const [way, block] of Object.entries(ways)) {
  test(`the text size starts as the browser's own and works within the visit when ${way}`, async ({ context, page, site }) => {
    await context.addInitScript(block);
    await open(page, site, front().path);
    await expect(page.locator("html")).toHaveCSS("font-size", "16px");
    await mark(page);
    await page.getByRole("button", { name: "Suurenna tekstiä" }).click();
    await expect(page.locator("html")).toHaveCSS("font-size", "18.4px");
    await linkTo(page, theme().path).click();
    await isOn(page, site, theme());

    await expect(page.locator("html")).toHaveCSS("font-size", "18.4px");
    expect(await isSameDocument(page)).toBe(true);
  });
}
