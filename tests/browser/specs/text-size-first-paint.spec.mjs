// The size that was kept stands before the first paint: nothing flashes, nothing moves.

import { expect, test } from "../fixtures.mjs";
import { theme } from "../portal.mjs";
import { isActive } from "../visitor.mjs";

test.beforeEach(({ context }) =>
  context.addInitScript(() => {
    // The empty document that a tab begins with has no storage.
    if (location.protocol !== "about:") localStorage.setItem("seutu.text-size", "150");
  }),
);

test("the size stands on <html> before the body is parsed", async ({ context, page, site }) => {
  await context.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      window.sizeAtBody = document.documentElement.getAttribute("data-text-size");
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(site.origin + theme().path);

  expect(await page.evaluate(() => window.sizeAtBody)).toBe("150");
});

test("the first frame has the size, before the application is there", async ({ context, page, site }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  site.fault = async (path) => void (path.endsWith(".wasm") && (await held));
  await context.addInitScript(() => {
    window.sizes = [];
    const look = () => {
      if (document.querySelector("h1")) window.sizes.push(getComputedStyle(document.documentElement).fontSize);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(site.origin + theme().path, { waitUntil: "domcontentloaded" });
  await expect.poll(() => page.evaluate(() => window.sizes.length)).toBeGreaterThan(0);
  release();
  await isActive(page);

  expect(await page.evaluate(() => [...new Set(window.sizes)])).toEqual(["24px"]);
});

test("nothing moves while the application takes over and the page time appears", async ({ page, site }) => {
  await page.goto(site.origin + theme().path);
  await isActive(page);

  const shifts = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          resolve(list.getEntries().filter((entry) => entry.value > 0).map((entry) => entry.value));
        }).observe({ type: "layout-shift", buffered: true });
        // The observer isn't called when there is nothing to tell.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
      }),
  );
  expect(shifts).toEqual([]);
});
