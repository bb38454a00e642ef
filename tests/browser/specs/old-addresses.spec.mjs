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

for (const { from, to } of oldAddresses) {
  test(`${from} is a plain page that leads to ${to}`, async ({ page, site }) => {
    expect((await fetch(site.origin + from)).status).toBe(200);
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

    expect(found).toEqual({
      refresh: `0; url=${to}`,
      canonical: target(to).canonical,
      link: to,
      text: expect.stringMatching(/\S/),
      lang: target(to).language,
    });
  });

  test(`a link to ${from} opens ${to} within the application`, async ({ page, site }) => {
    await open(page, site, (to === front().path ? theme() : front()).path);
    await mark(page);
    await (await addLink(page, from)).click();

    await isOn(page, site, target(to));
    expect(await isSameDocument(page)).toBe(true);
  });
}

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

    for (const { from, to } of oldAddresses) {
      test(`the browser is led from ${from.slice(0, -1)} to ${to}`, async ({ page, site }) => {
        // The refresh begins before the load is done, so there is no load to wait for.
        await page.goto(site.origin + from.slice(0, -1), { waitUntil: "commit" });

        await isOn(page, site, target(to));
      });
    }
  });
}
