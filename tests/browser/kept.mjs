// Reading without a connection: what its tests share. specs/offline*.spec.mjs try the worker (public/worker.js).

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, test as base } from "./fixtures.mjs";
import { pages, pageTitled, read } from "./portal.mjs";
import { withItsPolicy } from "./republished.mjs";
import { open } from "./visitor.mjs";

export const test = base.extend({
  keeps: true,
  // The browser itself says of each request that fails, also the worker's, that it failed.
  site: async ({ guard, serveSite }, use) => {
    guard.allow(/Failed to load resource|net::ERR_/);
    await use(await serveSite({ cacheControl: "no-cache" }));
  },
});

/** Words that the publisher has written: crates/compile/src/terms. */
export const terms = (name, language = "fi") => {
  const source = readFileSync(path.resolve(import.meta.dirname, `../../crates/compile/src/terms/${language}/mod.rs`), "utf8");
  return source.match(new RegExp(`${name}: "([^"]+)"`))[1];
};

export const SECTION = pageTitled("Koulutusyhteistyön teemaverkosto");
export const filesOfSearch = () => read("index.html").match(/name="seutu:search" content="([^"]+)"/)[1].split(" ");
/** The list of the files of a small index. */
export const LIST = "/search.index/fi.files.txt";
export const inSection = pages.filter((page) => SECTION.section.includes(page.path));
export const beyond = pages.filter((page) => page.language === "fi" && page.kind === "article" && !page.path.startsWith("/hankkeet/"));
export const swedish = pages.filter((page) => page.language === "sv");

/** The paths of all that is kept, whatever the version. */
export const keptPaths = (page) =>
  page.evaluate(async () => {
    const paths = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    }
    return paths;
  });

/** Waits until the worker has kept some files. */
export async function untilKept(page, ...paths) {
  await expect
    .poll(async () => {
      const kept = await keptPaths(page);
      return paths.filter((path) => !kept.includes(path));
    })
    .toEqual([]);
}

/** Reads a page, and waits until what belongs to it is kept. */
export async function readPage(page, site, target) {
  await open(page, site, target.path);
  await untilKept(page, target.path, `${target.path}page.json`, target.site.home, `${target.site.home}offline.html`);
}

/** Waits until the worker has kept all that is around a page. A page that came later would say that the site is still here. */
export const isAtRest = (page) => untilKept(page, "/search.index/fi");

/** The page says in its language that the wanted one can't be shown, and lists what can be read. */
export async function isInstead(page, site, address, language) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(terms("offline_title", language));
  await expect(page).toHaveURL(site.origin + address);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.locator("main")).toContainText(terms("offline_text", language));
}

/** A copy of a published site as another version of the application would publish it. */
export function nextVersionOf(root, version = "0123456789abcdef") {
  const copy = mkdtempSync(path.join(tmpdir(), "seutu-next-"));
  cpSync(root, copy, { recursive: true });
  const start = readdirSync(copy).find((name) => /^start-\w+\.js$/.test(name));
  const next = `start-${version}.js`;
  cpSync(path.join(copy, start), path.join(copy, next));
  rmSync(path.join(copy, start));
  for (const name of readdirSync(copy, { recursive: true })) {
    if (!/\.html$|^worker\.js$/.test(name)) continue;
    const file = path.join(copy, name);
    const text = readFileSync(file, "utf8");
    const changed = text.replaceAll(start, next).replace(/"version":"\w{16}"/, `"version":"${version}"`);
    writeFileSync(file, withItsPolicy(changed, text));
  }
  return copy;
}

/** The same site published with --no-offline. */
export function withoutOffline(root) {
  const copy = mkdtempSync(path.join(tmpdir(), "seutu-plain-"));
  cpSync(root, copy, { recursive: true });
  cpSync(path.resolve(import.meta.dirname, "../../crates/site/src/render/worker.js"), path.join(copy, "worker.js"));
  for (const name of readdirSync(copy, { recursive: true })) {
    if (!name.endsWith(".html")) continue;
    const file = path.join(copy, name);
    writeFileSync(file, readFileSync(file, "utf8").replace("<html ", "<html data-no-offline "));
  }
  return copy;
}

/** Put in front of a worker: the browser grants the site so many bytes. */
export const quotaOf = (quota) => `navigator.storage.estimate=async()=>({quota:${quota}});`;

export const registrations = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
export const notice = (page) => page.locator(".update-notice");

/** What a network says that wants a login first. */
export const PORTAL = "<!doctype html><title>Kirjaudu</title><h1>Kirjaudu verkkoon</h1>";
