// The worker that keeps pages (public/worker.js) on a host that it shares: other sites, other applications, and a site that has moved.

import { readFileSync, rmSync } from "node:fs";

import { expect } from "../fixtures.mjs";
import { SITES } from "../hosts.mjs";
import { isAtRest, isInstead, keptPaths, nextVersionOf, notice, PORTAL, readPage, registrations, test, untilKept } from "../kept.mjs";
import { dist, front, pagesOf, theme } from "../portal.mjs";
import { isActive, isOn } from "../visitor.mjs";

test("a worker whose site is gone goes, with all that it has kept", async ({ page, site, guard }) => {
  guard.allow(/status of 404/);
  await readPage(page, site, front());
  site.fault = () => ({ status: 404, body: PORTAL, contentType: "text/html" });
  await page.goto(`${site.origin}/muualla/`);
  await expect.poll(() => keptPaths(page)).toEqual([]);
  await expect.poll(() => registrations(page)).toBe(0);
});

test("a worker whose site leads elsewhere goes on another day; until then it is in nobody's way", async ({ page, site }) => {
  await readPage(page, site, front());
  await isAtRest(page);
  site.fault = (path) =>
    path === "/uusi/" ? { body: "<title>Uusi</title>", contentType: "text/html" } : { status: 302, headers: { location: "/uusi/" } };
  await page.goto(`${site.origin}/hankkeet/`);
  await expect(page).toHaveURL(`${site.origin}/uusi/`);
  await untilKept(page, "/", "/moved");
  await page.evaluate(async () => {
    const [name] = await caches.keys();
    const yesterday = new Response("", { headers: { "x-seutu-kept": Date.now() - 2 * 86_400_000 } });
    await (await caches.open(name)).put("/moved", yesterday);
  });
  await page.goto(`${site.origin}/hankkeet/`);
  await expect.poll(() => keptPaths(page)).toEqual([]);
});

test("a site in a folder of its host keeps what is in the folder alone", async ({ guard, page, serveSite }) => {
  guard.allow(/Failed to load resource|net::ERR_|404/);
  const [, { root, base: folder }] = SITES;
  const site = await serveSite({ root, base: folder, cacheControl: "no-cache" });
  const home = pagesOf(root).find((page) => page.path === `${folder}/`);
  await readPage(page, site, home);
  const [registered] = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));
  expect(registered).toBe(`${site.origin}${folder}/`);
  expect((await keptPaths(page)).filter((path) => !path.startsWith(`${folder}/`))).toEqual([]);
  await site.stop();
  await page.reload();
  await isOn(page, site, home);
  await page.goto(`${site.origin}${folder}/ei-ole/`);
  await isInstead(page, site, `${folder}/ei-ole/`, "fi");
  await expect(page.goto(`${site.origin}/muu/`)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
});

test("a picture, data and a search of another application of the host are its own affair", async ({ page, site }) => {
  await readPage(page, site, front());
  let isBroken = false;
  const picture = (fill) => ({ body: `<svg xmlns="http://www.w3.org/2000/svg" width="${fill}" height="1"/>`, contentType: "image/svg+xml" });
  site.fault = (path) => {
    if (!path.startsWith("/kartta/")) return undefined;
    if (isBroken) return { reset: true };
    return path.endsWith(".json") ? { body: "{}", contentType: "application/json" } : picture(path.endsWith("toinen") ? 20 : 10);
  };
  const widthOf = (address) =>
    page.evaluate(
      (address) =>
        new Promise((resolve) => {
          const shown = Object.assign(new Image(), { src: address, onload: () => resolve(shown.naturalWidth), onerror: () => resolve("broken") });
        }),
      address,
    );
  expect(await widthOf("/kartta/wms?bbox=1")).toBe(10);
  expect(await widthOf("/kartta/toinen")).toBe(20);
  isBroken = true;
  expect(await widthOf("/kartta/wms?bbox=2")).toBe("broken");
  expect(await widthOf("/kartta/toinen?uusi")).toBe("broken");
  const data = await page.evaluate(() => fetch("/kartta/page.json").then(({ status }) => status, () => "nothing"));
  expect(data).toBe("nothing");
  expect((await keptPaths(page)).filter((path) => path.startsWith("/kartta/"))).toEqual([]);
});

test("a site in a folder of another site: its pages aren't kept there, and its tab neither hears of a new version nor holds it up", async ({ context, page, site }) => {
  const [, { root: folderRoot, base: folder }] = SITES;
  site.fault = (path) => {
    if (!path.startsWith(`${folder}/`)) return undefined;
    const file = path.slice(folder.length) + (path.endsWith("/") ? "index.html" : "");
    return { body: readFileSync(folderRoot + file), ...(path.endsWith("/") ? { contentType: "text/html; charset=utf-8" } : {}) };
  };
  await readPage(page, site, front());
  const home = pagesOf(folderRoot).find(({ path }) => path === `${folder}/`);
  // As a link to it that is looked at.
  await page.evaluate((address) => fetch(address, { redirect: "manual" }).then((answer) => answer.text()), `${folder}/page.json`);
  const other = await context.newPage();
  await other.goto(site.origin + home.path);
  await untilKept(other, home.path);
  const inRoot = await page.evaluate(async (start) => {
    const names = (await caches.keys()).filter((name) => name.startsWith(start));
    const urls = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
    return urls.flat();
  }, `seutu ${site.origin}/ `);
  expect(inRoot.filter((url) => url.includes(folder))).toEqual([]);

  const next = nextVersionOf(dist);
  site.root = next;
  await page.reload();
  await isActive(page);
  const isNew = () => page.evaluate(async () => !(await navigator.serviceWorker.ready).waiting && (await caches.keys()).some((name) => name.endsWith("0123456789abcdef")));
  await expect.poll(isNew).toBe(true);
  await expect(notice(page)).toHaveCount(0);
  await expect(notice(other)).toHaveCount(0);
  rmSync(next, { recursive: true, force: true });
});

test("after a sign-in page that led everything elsewhere, the site is the site again", async ({ page, site }) => {
  await readPage(page, site, front());
  await isAtRest(page);
  const elsewhere = (path) =>
    path === "/kirjaudu" ? { body: PORTAL, contentType: "text/html" } : { status: 302, headers: { location: "/kirjaudu" } };
  site.fault = elsewhere;
  await page.goto(`${site.origin}/hankkeet/`);
  await untilKept(page, "/moved");
  site.fault = undefined;
  await readPage(page, site, theme());
  await expect.poll(async () => (await keptPaths(page)).includes("/moved")).toBe(false);
});

test("where another application answers for everything, the worker goes on another day", async ({ page, site }) => {
  await readPage(page, site, front());
  await isAtRest(page);
  site.fault = () => ({ body: "<!doctype html><title>Muu</title>", contentType: "text/html" });
  await page.goto(site.origin + front().path);
  await untilKept(page, "/moved");
  await page.evaluate(async () => {
    const [name] = await caches.keys();
    await (await caches.open(name)).put("/moved", new Response("", { headers: { "x-seutu-kept": Date.now() - 2 * 86_400_000 } }));
  });
  await page.goto(site.origin + front().path);
  await expect.poll(() => registrations(page)).toBe(0);
  expect(await keptPaths(page)).toEqual([]);
});
