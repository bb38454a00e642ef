// Reading without a connection: what the worker (public/worker.js) keeps, and what it never keeps.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

import { violationsIn } from "../axe.mjs";
import { expect } from "../fixtures.mjs";
import { beyond, filesOfSearch, inSection, isAtRest, isInstead, keptPaths, LIST, PORTAL, quotaOf, readPage, registrations, SECTION, swedish, test, untilKept } from "../kept.mjs";
import { dist, everything, front, pages, pagesOf, read, theme } from "../portal.mjs";
import { withItsPolicy } from "../republished.mjs";
import { addLink, hasStarted, isActive, isOn, isSameDocument, linkTo, mark, open, withResolvers } from "../visitor.mjs";
import { words } from "../words.mjs";

const PATIENCE = 3000;

test("the worker is small, and nothing of it comes before the page has loaded", async ({ guard, page, serveSite }) => {
  guard.allow(/404/);
  expect(brotliCompressSync(readFileSync(path.join(dist, "worker.js"))).length).toBeLessThanOrEqual(4608);
  const site = await serveSite({ cacheControl: "no-cache" });
  const gate = withResolvers();
  site.fault = async (path) => (path === "/hidas.png" ? void (await gate.promise) : undefined);
  await page.addInitScript(() => {
    const addPicture = () => document.body.append(Object.assign(new Image(), { src: "/hidas.png" }));
    document.addEventListener("DOMContentLoaded", addPicture);
  });
  await page.goto(site.origin, { waitUntil: "commit" });
  await isActive(page);
  const isOfWorker = ({ path }) => /worker\.js|keep-|offline\.html/.test(path);
  expect(site.requests.filter(isOfWorker)).toEqual([]);
  gate.resolve();
  await expect.poll(() => site.requests.filter(isOfWorker).length).toBeGreaterThan(1);
});

test("what was read, its section, the front page and all of a small index are there without a connection", async ({ page, site }) => {
  const last = inSection.at(-1);
  await readPage(page, site, SECTION);
  await untilKept(page, ...inSection.map(({ path }) => path), ...filesOfSearch(), "/search.index/fi", front().site.search);
  expect(site.requests.filter(({ path }) => path === filesOfSearch()[1]).length).toBeLessThanOrEqual(1);
  await site.stop();

  await page.reload();
  await isActive(page);
  await isOn(page, site, SECTION);
  await mark(page);
  for (const target of [front(), SECTION, last]) {
    await (await addLink(page, target.path)).click();
    await isOn(page, site, target);
    await page.locator("#added-link").evaluate((link) => link.remove());
  }
  expect(await isSameDocument(page)).toBe(true);
  await page.goto(site.origin + last.path);
  await hasStarted(page);
  await isOn(page, site, last);
  await page.locator(".site-search input").fill("teemaverkosto");
  await page.keyboard.press("Enter");
  await expect(page.locator("#search-results a").first()).toHaveText(/[Tt]eemaverkosto/);
});

test("of a large index, whose list is empty, the files in which somebody has searched are there without a connection", async ({ page, site }) => {
  site.fault = (path) => (path === LIST ? { body: "", contentType: "text/plain" } : undefined);
  await readPage(page, site, front());
  await isAtRest(page);
  expect((await keptPaths(page)).filter((path) => path.startsWith("/search.index/fi.files/"))).toEqual([]);
  const ask = async () => {
    await open(page, site, `${front().site.search}?q=teemaverkosto`);
    await expect(page.locator("#search-results a").first()).toBeVisible();
  };
  await ask();
  await expect.poll(async () => (await keptPaths(page)).filter((path) => path.includes("fi.files/terms-")).length).toBeGreaterThan(0);
  await site.stop();
  await ask();
});

test("a list of the index that isn't the publisher's has nothing kept that isn't whole, and nothing else asked for", async ({ page, site }) => {
  const [damaged, ...others] = ["terms-111111111111", "../front/-222222222222", "Gateway busy", "//muu.example/terms-333333333333"];
  const answers = { [LIST]: [damaged, ...others].join("\n"), [`/search.index/fi.files/${damaged}`]: "Gateway busy" };
  site.fault = (path) => (answers[path] ? { body: answers[path], contentType: "text/plain" } : undefined);
  await readPage(page, site, front());
  await isAtRest(page);
  const within = (paths) => paths.filter((path) => path.startsWith("/search.index/"));
  expect(within(site.requests.map(({ path }) => path)).sort()).toEqual(["/search.index/fi", LIST, `/search.index/fi.files/${damaged}`]);
  expect(within(await keptPaths(page)).sort()).toEqual(["/search.index/fi", LIST]);
});

test("pictures that nobody has scrolled to are there without a connection, also in a window of another size", async ({ page, serveSite, guard }) => {
  guard.allow(/Failed to load resource|net::ERR_/);
  const pictured = pagesOf(everything).find((page) => JSON.stringify(page.blocks).includes('"smaller"'));
  const site = await serveSite({ root: everything, cacheControl: "no-cache" });
  await page.setViewportSize({ width: 320, height: 300 });
  await readPage(page, site, pictured);
  const [, smallest] = JSON.stringify(pictured.blocks).match(/"smaller":"(\S+)/);
  await untilKept(page, smallest);
  await site.stop();
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.reload();
  const figure = page.locator("main figure img").first();
  await figure.scrollIntoViewIfNeeded();
  await expect.poll(() => figure.evaluate((picture) => picture.complete && picture.naturalWidth > 0)).toBe(true);
});

for (const [language, target, wanted] of [
  ["fi", SECTION, beyond[0].path],
  ["fi", theme(), "/ei-ole/sellaista/"],
  ["sv", swedish[0], swedish.at(-1).path],
]) {
  test(`a page that isn't there says so in ${language}, offers those that are and the way back to it: ${wanted}`, async ({ page, site }) => {
    await readPage(page, site, target);
    await site.stop();
    await page.goto(site.origin + wanted);
    await isInstead(page, site, wanted, language);
    await isActive(page);
    // The application has taken over what stood there, and it looks and works like any page of the portal.
    await isInstead(page, site, wanted, language);
    expect(await violationsIn(page, ["light"])).toEqual([]);
    const listed = await page.locator("main article ul a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(listed).toContain(target.path);
    expect(listed).not.toContain(wanted);
    await page.locator("main article").getByRole("link", { name: target.title, exact: true }).click();
    await isOn(page, site, target);

    const known = pages.find((page) => page.path === wanted);
    if (!known) return;
    // The same within the application.
    await (await addLink(page, wanted)).click();
    await isInstead(page, site, wanted, language);
    await isActive(page);
    await site.start();
    await page.getByRole("link", { name: words("try_again", language) }).click();
    await isOn(page, site, known);
  });
}

for (const [what, wanted] of [["a document", (path) => path], ["the data of a page", (path) => `${path}page.json`]]) {
  test(`${what} that doesn't come in three seconds is the kept one, and the late answer is kept`, async ({ page, site }) => {
    await readPage(page, site, front());
    await readPage(page, site, theme());
    await open(page, site, front().path);
    const gate = withResolvers();
    const changed = read(`${theme().path}index.html`).replaceAll("Koulutusyhteistyön", "Muuttunut");
    const late = { body: changed, contentType: "text/html; charset=utf-8" };
    const data = { body: changed.match(/seutu-page">([^]*?)<\/script>/)[1], contentType: "application/json" };
    let isHeld = true;
    site.fault = async (path) => {
      if (![theme().path, `${theme().path}page.json`].includes(path)) return undefined;
      if (isHeld && path === wanted(theme().path)) await gate.promise;
      return path === theme().path ? late : data;
    };
    const began = Date.now();
    if (what === "a document") await page.goto(site.origin + theme().path);
    else await linkTo(page, theme().path).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(theme().title);
    const waited = Date.now() - began;
    expect(waited).toBeGreaterThan(PATIENCE - 200);
    expect(waited).toBeLessThan(PATIENCE + 5000);
    isHeld = false;
    gate.resolve();
    const isNew = () => page.evaluate(async (path) => (await (await caches.match(path)).text()).includes("Muuttunut"), theme().path);
    await expect.poll(isNew).toBe(true);
  });
}

const never = {
  "a captive portal's document": { body: PORTAL, contentType: "text/html" },
  "an error of the server": { status: 503, body: PORTAL, contentType: "text/html" },
  "a page that is missing": { status: 404, body: PORTAL, contentType: "text/html" },
  "a part of a page": { status: 206, file: true },
  "a page that nobody may keep": { headers: { "cache-control": "private, no-store" }, file: true },
  "a page of another version": { file: true, replace: [/start-\w+\.js/g, "start-fedcba9876543210.js"] },
  "another page of the site": { file: true, of: "/" },
  "a page of another type": { file: true, contentType: "text/plain" },
  "a page cut short": { file: true, replace: [/<\/script>[^]*$/, ""] },
};

test(`never kept: ${Object.keys(never).join(", ")}; nor downloads, parts of files, and other applications of the host`, async ({ page, site, guard }) => {
  guard.allow(/status of (404|503)/);
  await readPage(page, site, front());
  const targets = Object.entries(never).map(([what, { file, of, replace, ...answer }], place) => {
    const path = `/koe/${place}/`;
    let body = answer.body ?? read(`${of ?? theme().path}index.html`).replaceAll(theme().path, path);
    if (replace) body = withItsPolicy(body.replace(...replace), body);
    return [path, what, { contentType: "text/html; charset=utf-8", ...answer, body }];
  });
  const control = ["/koe/kelpaa/", "kept", { body: read(`${theme().path}index.html`).replaceAll(theme().path, "/koe/kelpaa/"), contentType: "text/html" }];
  const others = {
    "/wiki/Etusivu": { body: "<!doctype html><title>Wiki</title>", contentType: "text/html" },
    "/lataus.pdf": { body: "%PDF-", contentType: "application/pdf" },
    "/elokuva.mp4": { status: 206, body: "00", contentType: "video/mp4" },
    "/kuva.png": { body: PORTAL, contentType: "text/html" },
    "/search.index/fi.files/terms-000000000000": { body: PORTAL, contentType: "text/html" },
    "/search.index/fi.files/terms-111111111111": { body: "Gateway busy", contentType: "text/plain" },
  };
  const answers = { ...others, ...Object.fromEntries([...targets, control].map(([path, , answer]) => [path, answer])) };
  site.fault = (path) => answers[path];
  for (const [path, , { contentType }] of [...targets, control]) {
    if (contentType === "text/plain") await page.evaluate((path) => fetch(path).catch(() => {}), path);
    else await page.goto(site.origin + path, { waitUntil: "commit" }).catch(() => {});
  }
  await page.goto(`${site.origin}/wiki/Etusivu`);
  await page.goto(`${site.origin}/robots.txt`);
  await expect(page.locator("body")).toContainText("Sitemap");
  await open(page, site, front().path);
  await page.evaluate(async (paths) => {
    for (const path of paths) await fetch(path, path.endsWith("mp4") ? { headers: { range: "bytes=0-1" } } : {});
    await new Promise((resolve) => Object.assign(new Image(), { src: "/kuva.png", onerror: resolve, onload: resolve }));
  }, Object.keys(others));
  await untilKept(page, "/koe/kelpaa/");
  const kept = await keptPaths(page);
  expect(targets.filter(([path]) => kept.includes(path)).map(([, what]) => what)).toEqual([]);
  expect(Object.keys(others).filter((path) => kept.includes(path) || kept.includes(`${path}/`))).toEqual([]);
});

test("a page that was withdrawn isn't kept any longer; one whose server fails is", async ({ page, site, guard }) => {
  guard.allow(/status of (404|410|503)/);
  await readPage(page, site, theme());
  site.fault = (path) => (path === theme().path ? { status: 503 } : undefined);
  await page.goto(site.origin + theme().path);
  await isOn(page, site, theme());
  // What isn't there without its slash may be there with it.
  const withoutSlash = theme().path.slice(0, -1);
  site.fault = (path) => (path === withoutSlash ? { status: 404, body: "<title>404</title>", contentType: "text/html" } : undefined);
  await page.goto(site.origin + withoutSlash);
  expect(await keptPaths(page)).toContain(theme().path);
  site.fault = (path) => (path.startsWith(theme().path) ? { status: 410, body: "<title>410</title>", contentType: "text/html" } : undefined);
  await page.goto(site.origin + theme().path);
  await expect.poll(async () => (await keptPaths(page)).filter((path) => path === theme().path)).toEqual([]);

  // The same within the application, of another page.
  const [gone] = inSection;
  site.fault = undefined;
  await readPage(page, site, gone);
  site.fault = (path) => (path.startsWith(gone.path) ? { status: 410, body: "<title>410</title>", contentType: "text/html" } : undefined);
  await open(page, site, front().path);
  await (await addLink(page, gone.path)).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect.poll(async () => (await keptPaths(page)).filter((path) => path.startsWith(gone.path))).toEqual([]);
});

test("the front page itself, and an address that looks like another host's, can be tried again", async ({ page, site }) => {
  await readPage(page, site, theme());
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const path of ["/", "/page.json"]) await cache.delete(path);
    }
  });
  await site.stop();
  await page.goto(site.origin);
  await isInstead(page, site, "/", "fi");
  await isActive(page);
  await site.start();
  await page.getByRole("link", { name: words("try_again") }).click();
  await isOn(page, site, front());
  await site.stop();
  await page.goto(`${site.origin}//evil.example/kirjaudu/`);
  await expect(page.getByRole("link", { name: words("try_again") })).toHaveAttribute("href", "/evil.example/kirjaudu/");
});

test("the list of what can be read has whole titles, and only pages whose documents are there", async ({ page, site }) => {
  const plain = read("offline.html");
  const title = front().title;
  const divided = plain.replace(/(<article[^]*<li><a [^>]*>)[^]*?(?=<\/a>)/, (_, before) => `${before}<span>${title}</span> 10 km`);
  expect(divided).not.toBe(plain);
  site.fault = (path) => (path === "/offline.html" ? { body: divided, contentType: "text/html; charset=utf-8" } : undefined);
  await readPage(page, site, theme());
  const [ahead] = beyond;
  await page.evaluate((path) => fetch(`${path}page.json`).then((answer) => answer.text()), ahead.path);
  await untilKept(page, `${ahead.path}page.json`);
  await site.stop();
  const document = await (await page.goto(`${site.origin}/ei-ole/`)).text();
  const [list] = document.match(/<article[^]*<\/article>/);
  expect(list).toMatch(new RegExp(`<a href="${theme().path}"[^>]*>${theme().title}</a>`));
  expect(list).not.toContain("10 km");
  expect(list).not.toContain(ahead.path);
});

for (const [what, fault] of Object.entries({
  "a captive portal answers for a file": { body: PORTAL, contentType: "text/html" },
  "one byte of a file is another": { body: "export{}", contentType: "text/javascript" },
  "a file is missing": { status: 404 },
})) {
  test(`nothing is kept while ${what}, and the next visit keeps all`, async ({ page, site, guard }) => {
    guard.allow(/status of 404|integrity|digest/);
    // The page itself has it already: it is asked for anew.
    const css = readdirSync(dist).find((name) => /^icon-\w+\.svg$/.test(name));
    site.fault = (path) => (path === `/${css}` ? fault : undefined);
    await open(page, site, front().path);
    await expect.poll(() => site.requests.filter(({ path }) => path === "/worker.js").length).toBeGreaterThan(0);
    await expect.poll(() => registrations(page)).toBe(0);
    site.fault = undefined;
    await readPage(page, site, front());
  });
}

for (const [what, { before, after, worker }] of Object.entries({
  "a browser refuses the worker": { before: () => (ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("", "SecurityError"))) },
  "a browser has no worker": { before: () => delete Navigator.prototype.serviceWorker },
  "storage is forbidden": { worker: "caches.open=caches.match=caches.keys=()=>Promise.reject(new DOMException('','SecurityError'));" },
  "nothing can be kept": { worker: "Cache.prototype.put=()=>Promise.reject(new DOMException('','QuotaExceededError'));" },
  "the device has no room": { worker: quotaOf(3e6) },
  "storage is taken away": { after: async () => void (await Promise.all((await caches.keys()).map((name) => caches.delete(name)))) },
})) {
  test(`pages open and change where ${what}`, async ({ page, site }) => {
    if (before) await page.addInitScript(before);
    if (worker) site.fault = (path) => (path === "/worker.js" ? { body: worker + read("worker.js") } : undefined);
    await open(page, site, front().path);
    if (after) {
      await untilKept(page, "/", "/offline.html");
      await page.evaluate(after);
    }
    await linkTo(page, theme().path).click();
    await isOn(page, site, theme());
    await page.reload();
    await isActive(page);
    await isOn(page, site, theme());
    if (after) await untilKept(page, theme().path);
  });
}

test("the oldest goes when no more may be kept, the front page and the application stay", async ({ page, site }) => {
  site.fault = (path) => (path === "/worker.js" ? { body: quotaOf(30e6) + read("worker.js") } : undefined);
  await readPage(page, site, front());
  const old = "/vanha/kuva.png";
  await page.evaluate(async (old) => {
    const [name] = await caches.keys();
    const answer = new Response(new Uint8Array(2_900_000), { headers: { "content-length": 2_900_000 } });
    await (await caches.open(name)).put(old, answer);
  }, old);
  await readPage(page, site, theme());
  await expect.poll(async () => (await keptPaths(page)).includes(old)).toBe(false);
  await untilKept(page, theme().path, "/", "/offline.html", ...read("index.html").match(/\/start-\w+\.js/));
});
