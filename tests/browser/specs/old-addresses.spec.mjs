// The old addresses /sivu.php/… lead to their pages.

import { expect, test } from "../fixtures.mjs";
import { front, oldAddresses, pages, pageTitled, read, theme } from "../portal.mjs";
import { addLink, isOn, isSameDocument, mark, open } from "../visitor.mjs";

const target = (path) => pages.find((page) => page.path === path);

test("the addresses that the seed names are kept", () => {
  const kept = Object.fromEntries(oldAddresses.map(({ from, to }) => [from, to]));

  expect(kept).toMatchObject({
    "/sivu.php/teemaverkosto_koulutus/": theme().path,
    "/sivu.php/teemaverkosto_koulutus/teema_materiaalit/": pageTitled("Materiaalit").path,
  });
});

test("each old address is a plain page that leads to the new one", async ({ page, site }) => {
  for (const { from, to } of oldAddresses) {
    expect.soft((await fetch(site.origin + from)).status, from).toBe(200);
    const found = await page.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, "text/html");
      return {
        refresh: parsed.querySelector("meta[http-equiv=refresh]")?.content,
        canonical: parsed.querySelector("link[rel=canonical]")?.getAttribute("href"),
        link: parsed.querySelector("body a[href]")?.getAttribute("href"),
        text: parsed.querySelector("body a[href]")?.textContent,
        lang: parsed.documentElement.lang,
      };
    }, read(`${from}index.html`));

    expect.soft(found, from).toEqual({
      refresh: `0; url=${to}`,
      canonical: target(to).canonical,
      link: to,
      text: expect.stringMatching(/\S/),
      lang: target(to).language,
    });
  }
});

test("a link to an old address opens the new one within the application", async ({ page, site }) => {
  // A page that no old address leads to.
  const start = pages.find(({ path, language }) => language === "fi" && !oldAddresses.some(({ to }) => to === path));
  const follow = async (address, next) => {
    const link = await addLink(page, address);
    await link.click();
    await isOn(page, site, next);
    await link.evaluate((link) => link.remove());
  };
  await open(page, site, start.path);
  await mark(page);
  for (const { from, to } of oldAddresses) {
    await follow(from, target(to));
    await follow(start.path, start);
  }
  expect(await isSameDocument(page)).toBe(true);
});

test("an old address without its last slash works within the application", async ({ page, site }) => {
  await open(page, site, front().path);
  await mark(page);
  await (await addLink(page, "/sivu.php/teemaverkosto_koulutus")).click();

  await isOn(page, site, theme());
  expect(await isSameDocument(page)).toBe(true);
});

test("back leads past the old address to where the visitor was", async ({ page, site }) => {
  await open(page, site, front().path);
  await (await addLink(page, "/sivu.php/teemaverkosto_koulutus")).click();
  await isOn(page, site, theme());
  await page.goBack();

  await isOn(page, site, front());
});

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("the browser is led from each old address to the new one", async ({ page, site }) => {
      for (const { from, to } of oldAddresses) {
        // The refresh begins before the load is done, so there is no load to wait for.
        await page.goto(site.origin + from.slice(0, -1), { waitUntil: "commit" });

        await isOn(page, site, target(to));
      }
    });
  });
}
