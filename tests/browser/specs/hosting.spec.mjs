// What a visitor does on a site behind real web servers, each with the configuration that was written for it, and behind a plain
// one in a folder of its host. hosting-answers.spec.mjs has what the servers send.

import { expect, test as base } from "../fixtures.mjs";
import { HOSTS, SITES, sitesOf, startHost } from "../hosts.mjs";
import { pagesOf } from "../portal.mjs";
import { serve } from "../serve.mjs";
import { addLink, isActive, isOn, isSameDocument, mark, open } from "../visitor.mjs";

for (const name of Object.keys(HOSTS)) {
  base.describe(name, () => {
    // In order, so that the host is started once for all of its tests.
    base.describe.configure({ mode: "default" });
    let host;
    base.beforeAll(async () => void (host = await startHost(name)));
    base.afterAll(() => host?.stop());

    const test = base.extend({
      site: async ({ guard }, use) => {
        guard.allowOrigin(host.origin);
        await use({ origin: host.origin, requests: [] });
      },
    });

    for (const site of sitesOf(name)) journeys(test, site, ["front", "article", "gone"]);

    const [, folder] = sitesOf(name);
    if (!folder) return;
    test("a link to another site of the same host opens a document of that site", async ({ page, site }) => {
      await open(page, site, "/");
      await mark(page);
      await (await addLink(page, `${folder.base}/hankkeet/`)).click();

      await expect(page).toHaveURL(`${site.origin}${folder.base}/hankkeet/`);
      await expect(page.locator("html")).toHaveAttribute("data-base", folder.base);
      expect(await isSameDocument(page)).toBe(false);
    });
  });
}

base.describe("a plain server", () => {
  const [, folder] = SITES;
  const test = base.extend({
    site: async ({ guard }, use) => {
      const site = await serve(folder);
      guard.allowOrigin(site.origin);
      await use(site);
      await site.close();
    },
  });
  journeys(test, folder);

  test("a folder whose name begins like its own is another site's", async ({ guard, page, site }) => {
    guard.expect(/404/);
    const neighbour = `${folder.base}-vanha/hankkeet/`;
    await open(page, site, `${folder.base}/`);
    await mark(page);
    await (await addLink(page, neighbour)).click();

    await expect.poll(() => isSameDocument(page).catch(() => true)).toBe(false);
    await expect(page).toHaveURL(site.origin + neighbour);
    const asked = site.requests.map(({ path }) => path).filter((path) => path.startsWith(neighbour));
    expect(asked).toEqual([neighbour]);
  });
});

/** What a visitor does, on pages of some kinds; on all of them where nothing else is said. */
function journeys(test, { root, base }, only) {
  const at = base || "the root of the host";
  const pages = pagesOf(root);
  const titled = (address) => pages.find((page) => page.path === base + address);
  const kinds = [...new Set(pages.map(({ kind }) => kind))]
    .filter((kind) => only?.includes(kind) ?? true)
    .map((kind) => pages.find((page) => page.kind === kind));

  test(`pages open by themselves and from another one, at ${at}`, async ({ guard, page, site }) => {
    // Withdrawn pages may say so by their status.
    page.on("response", (answer) => answer.status() === 410 && guard.expect(/410/));
    for (const target of kinds) {
      await test.step(`a page of the kind ${target.kind}`, async () => {
        await open(page, site, target.path);
        await isOn(page, site, target);
        await mark(page);
        // By way of another page: a link to the page that is shown would change nothing.
        for (const next of [titled(target.path === `${base}/hankkeet/` ? "/" : "/hankkeet/"), target]) {
          await (await addLink(page, next.path)).click();
          await isOn(page, site, next);
          await page.locator("#added-link").evaluate((link) => link.remove());
        }
        expect(await isSameDocument(page)).toBe(true);
      });
    }
  });

  test(`from an address that isn't there, and from one that was left, one goes on, at ${at}`, async ({ guard, page, site }) => {
    guard.expect(/404/);
    await open(page, site, `${base}/ei-ole/`);
    await expect(page.locator("html")).toHaveAttribute("lang", "fi");
    await page.locator(".home-link").click();
    await isOn(page, site, titled("/"));

    await test.step("an old address, by itself", async () => {
      await page.goto(`${site.origin}${base}/vanha/`, { waitUntil: "commit" });
      await isOn(page, site, titled("/hankkeet/"));
      await isActive(page);
    });

    await test.step("within the application", async () => {
      await page.locator(".home-link").click();
      await isOn(page, site, titled("/"));
      await mark(page);
      await (await addLink(page, `${base}/vanha/`)).click();
      await isOn(page, site, titled("/hankkeet/"));
      expect(await isSameDocument(page)).toBe(true);
    });

    await test.step("search finds, and leads to what it found", async () => {
      await page.locator(".site-search input").fill("rantapäivän");
      await page.keyboard.press("Enter");
      const found = page.locator("#search-results a").first();
      await expect(found).toHaveText("Rantapäivä");
      await found.click();
      await isOn(page, site, pages.find(({ title }) => title === "Rantapäivä"));
      expect(await isSameDocument(page)).toBe(true);
    });
  });

  test.describe("without script", () => {
    test.use({ javaScriptEnabled: false });

    test(`links, pictures and the style are found, at ${at}`, async ({ page, site }) => {
      const missing = [];
      page.on("response", (answer) => answer.status() >= 400 && missing.push(answer.url()));
      await page.goto(site.origin + titled("/").path);
      await page.locator(`#seutu a[href="${titled("/hankkeet/").path}"]`).first().click();
      await isOn(page, site, titled("/hankkeet/"));
      await expect(page.locator(".site-header")).toHaveCSS("display", /./);
      expect(missing).toEqual([]);
    });
  });
}
