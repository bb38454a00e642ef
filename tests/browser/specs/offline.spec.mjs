// Reading without a connection: what the worker (public/worker.js) keeps, what it never keeps, and how versions follow each other.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

import { violationsIn } from "../axe.mjs";
import { expect, test as base } from "../fixtures.mjs";
import { SITES } from "../hosts.mjs";
import { dist, everything, front, pages, pagesOf, pageTitled, read, theme } from "../portal.mjs";
import { withItsPolicy } from "../republished.mjs";
import { addLink, hasStarted, isActive, isOn, isSameDocument, linkTo, mark, open, withResolvers } from "../visitor.mjs";
import { words } from "../words.mjs";

const PATIENCE = 3000;
const REST = 3000;

const test = base.extend({
  keeps: true,
  // The browser itself says of each request that fails, also the worker's, that it failed.
  site: async ({ guard, serveSite }, use) => {
    guard.allow(/Failed to load resource|net::ERR_/);
    await use(await serveSite({ cacheControl: "no-cache" }));
  },
});

/** Words that the publisher has written: crates/compile/src/terms. */
const terms = (name, language = "fi") => {
  const source = readFileSync(path.resolve(import.meta.dirname, `../../../crates/compile/src/terms/${language}/mod.rs`), "utf8");
  return source.match(new RegExp(`${name}: "([^"]+)"`))[1];
};

const SECTION = pageTitled("Koulutusyhteistyön teemaverkosto");
const filesOfSearch = () => read("index.html").match(/name="seutu:search" content="([^"]+)"/)[1].split(" ");
const inSection = pages.filter((page) => SECTION.section.includes(page.path));
const beyond = pages.filter((page) => page.language === "fi" && page.kind === "article" && !page.path.startsWith("/hankkeet/"));
const swedish = pages.filter((page) => page.language === "sv");

/** The paths of all that is kept, whatever the version. */
const keptPaths = (page) =>
  page.evaluate(async () => {
    const paths = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    }
    return paths;
  });

/** Waits until the worker has kept some files. */
async function untilKept(page, ...paths) {
  await expect
    .poll(async () => {
      const kept = await keptPaths(page);
      return paths.filter((path) => !kept.includes(path));
    })
    .toEqual([]);
}

/** Reads a page, and waits until what belongs to it is kept. */
async function readPage(page, site, target) {
  await open(page, site, target.path);
  await untilKept(page, target.path, `${target.path}page.json`, target.site.home, `${target.site.home}offline.html`);
}

/** The page says in its language that the wanted one can't be shown, and lists what can be read. */
async function isInstead(page, site, address, language) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(terms("offline_title", language));
  await expect(page).toHaveURL(site.origin + address);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.locator("main")).toContainText(terms("offline_text", language));
}

/** A copy of a published site as the next version of the application would publish it. */
function nextVersionOf(root) {
  const copy = mkdtempSync(path.join(tmpdir(), "seutu-next-"));
  cpSync(root, copy, { recursive: true });
  const start = readdirSync(copy).find((name) => /^start-\w+\.js$/.test(name));
  const next = "start-0123456789abcdef.js";
  cpSync(path.join(copy, start), path.join(copy, next));
  rmSync(path.join(copy, start));
  for (const name of readdirSync(copy, { recursive: true })) {
    if (!/\.html$|^worker\.js$/.test(name)) continue;
    const file = path.join(copy, name);
    const text = readFileSync(file, "utf8");
    const changed = text.replaceAll(start, next).replace(/"version":"\w{16}"/, '"version":"0123456789abcdef"');
    writeFileSync(file, withItsPolicy(changed, text));
  }
  return copy;
}

/** The same site published with --no-offline. */
function withoutOffline(root) {
  const copy = mkdtempSync(path.join(tmpdir(), "seutu-plain-"));
  cpSync(root, copy, { recursive: true });
  cpSync(path.resolve(import.meta.dirname, "../../../crates/site/src/render/worker.js"), path.join(copy, "worker.js"));
  for (const name of readdirSync(copy, { recursive: true })) {
    if (!name.endsWith(".html")) continue;
    const file = path.join(copy, name);
    writeFileSync(file, readFileSync(file, "utf8").replace("<html ", "<html data-no-offline "));
  }
  return copy;
}

/** Put in front of a worker: the browser grants the site so many bytes. */
const quotaOf = (quota) => `navigator.storage.estimate=async()=>({quota:${quota}});`;

const registrations = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const notice = (page) => page.locator(".update-notice");

test("the worker is small, and nothing of it comes before the page has loaded", async ({ guard, page, serveSite }) => {
  guard.allow(/404/);
  expect(brotliCompressSync(readFileSync(path.join(dist, "worker.js"))).length).toBeLessThanOrEqual(4096);
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

/** Lets the page rest only when `rested` is called: what it would do after three seconds, it does then. */
async function holdRest(page) {
  await page.addInitScript((rest) => {
    const { setTimeout, clearTimeout } = window;
    window.rests = new Map();
    window.setTimeout = (act, time, ...given) => {
      const timer = setTimeout(act, time === rest ? 2 ** 30 : time, ...given);
      if (time === rest) window.rests.set(timer, act);
      return timer;
    };
    window.clearTimeout = (timer) => {
      window.rests.delete(timer);
      clearTimeout(timer);
    };
  }, REST);
}

const isResting = (page) => page.waitForFunction(() => window.rests.size > 0);
const rested = (page) => page.evaluate(() => window.rests.forEach((act) => act()));

test("a section that a visitor leaves at once isn't fetched", async ({ page, site }) => {
  const news = pages.find(({ path, section }) => SECTION.section.includes(path) && section?.length > 0);
  await holdRest(page);
  await open(page, site, SECTION.path);
  await isResting(page);
  await (await addLink(page, news.path)).click();
  await isOn(page, site, news);
  await rested(page);
  await untilKept(page, ...news.section);

  const others = SECTION.section.filter((path) => path !== news.path && !news.section.includes(path));
  expect(others.length).toBeGreaterThan(0);
  expect(site.requests.filter(({ path }) => others.includes(path))).toEqual([]);
});

test("a page that was fetched ahead of a click that never comes isn't taken for the page that is read", async ({ page, site }) => {
  const [other] = beyond;
  await holdRest(page);
  await open(page, site, SECTION.path);
  await isResting(page);
  await (await addLink(page, other.path)).hover();
  await untilKept(page, `${other.path}page.json`);
  await rested(page);
  await untilKept(page, ...SECTION.section);
  expect(site.requests.filter(({ path }) => path === other.path)).toEqual([]);
});

test("what was read, its section, the front page and search are there without a connection", async ({ page, site }) => {
  const last = inSection.at(-1);
  await readPage(page, site, SECTION);
  await untilKept(page, ...inSection.map(({ path }) => path), ...filesOfSearch(), "/search.index/fi");
  // Files that the index consists of are kept as they are used.
  await open(page, site, `${front().site.search}?q=teemaverkosto`);
  await expect(page.locator("#search-results a").first()).toBeVisible();
  await open(page, site, SECTION.path);
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

const PORTAL = "<!doctype html><title>Kirjaudu</title><h1>Kirjaudu verkkoon</h1>";
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
  guard.allow(/status of (410|503)/);
  await readPage(page, site, theme());
  site.fault = (path) => (path === theme().path ? { status: 503 } : undefined);
  await page.goto(site.origin + theme().path);
  await isOn(page, site, theme());
  site.fault = (path) => (path.startsWith(theme().path) ? { status: 410, body: "<title>410</title>", contentType: "text/html" } : undefined);
  await page.goto(site.origin + theme().path);
  await expect.poll(async () => (await keptPaths(page)).filter((path) => path === theme().path)).toEqual([]);
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

test.describe("a new version", () => {
  let next;
  test.beforeAll(() => void (next = nextVersionOf(dist)));
  test.afterAll(() => rmSync(next, { recursive: true, force: true }));

  for (const [language, target] of [["fi", theme()], ["sv", swedish[0]]]) {
    test(`waits for the tabs of the old one, and comes when the visitor wants it, in ${language}`, async ({ context, page, site }) => {
      await readPage(page, site, target);
      site.root = next;
      const other = await context.newPage();
      await other.goto(site.origin + target.path);
      await isActive(other);
      await expect(notice(page)).toContainText(terms("new_version", language));
      expect(await violationsIn(page, ["light"])).toEqual([]);
      await expect(notice(other)).toHaveCount(0);
      // The old tab works as ever, from the files of its version, which the server doesn't have any longer.
      await mark(page);
      await mark(other);
      await (await addLink(page, target.site.home)).click();
      await expect(page).toHaveURL(site.origin + target.site.home);
      expect(await isSameDocument(page)).toBe(true);

      await notice(page).getByRole("button", { name: terms("to_new_version", language) }).click();
      await expect.poll(() => isSameDocument(page).catch(() => true)).toBe(false);
      await isActive(page);
      await expect(page.locator('meta[name="seutu:application"]')).toHaveAttribute("content", /0123456789abcdef/);
      await expect(notice(page)).toHaveCount(0);
      expect(await isSameDocument(other)).toBe(true);
      await expect(other.locator("html")).not.toHaveAttribute("data-outdated");
      await site.stop();
      await page.reload();
      await isActive(page);
      await expect(page.locator('meta[name="seutu:application"]')).toHaveAttribute("content", /0123456789abcdef/);
    });
  }

  test("comes by itself where no tab of the old one is left, and what was read before stays", async ({ page, site }) => {
    await readPage(page, site, theme());
    await untilKept(page, inSection[0].path);
    site.root = next;
    await page.reload();
    await isActive(page);
    const isNew = () => page.evaluate(async () => (await caches.keys()).at(-1).endsWith("0123456789abcdef") && !(await navigator.serviceWorker.ready).waiting);
    await expect.poll(isNew).toBe(true);
    await expect(notice(page)).toHaveCount(0);
    await site.stop();
    for (const target of [front(), inSection[0]]) {
      await page.goto(site.origin + target.path);
      await isOn(page, site, target);
    }
  });

  test("taken over in one tab, it leaves another tab of the old version its page, and gives it new documents", async ({ context, page, site }) => {
    await readPage(page, site, theme());
    const other = await context.newPage();
    await open(other, site, front().path);
    site.root = next;
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    for (const tab of [page, other]) await expect(notice(tab)).toContainText(terms("new_version"));
    await mark(other);
    await notice(page).getByRole("button", { name: terms("to_new_version") }).click();
    await expect(other.locator("html")).toHaveAttribute("data-outdated", "");
    expect(await isSameDocument(other)).toBe(true);
    await linkTo(other, theme().path).click();
    await isOn(other, site, theme());
    await expect(other.locator('meta[name="seutu:application"]')).toHaveAttribute("content", /0123456789abcdef/);
  });

  test("can be left for later", async ({ context, page, site }) => {
    await readPage(page, site, front());
    site.root = next;
    const other = await context.newPage();
    await other.goto(site.origin);
    await notice(page).getByRole("button", { name: words("close") }).click();
    await expect(notice(page)).toHaveCount(0);
    await expect(page.locator("html")).not.toHaveAttribute("data-outdated");
  });
});

test("a publication that keeps nothing removes the worker and what was kept", async ({ page, site }) => {
  await readPage(page, site, front());
  const plain = withoutOffline(dist);
  site.root = plain;
  await page.reload();
  await isActive(page);
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await expect.poll(() => keptPaths(page)).toEqual([]);
  await page.reload();
  await isActive(page);
  expect(await registrations(page)).toBe(0);
  expect(site.requests.at(-1).path).not.toMatch(/worker|keep/);
  rmSync(plain, { recursive: true, force: true });
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
