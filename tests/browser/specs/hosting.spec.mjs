// The site behind real web servers, each with the configuration that was written for it, and behind a plain one in a folder
// of its host: what each file is sent as, what stands at addresses that were left, and that the application works there.

import { readdirSync, readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { expect, test as base } from "../fixtures.mjs";
import { HOSTS, SITES, sitesOf, startHost } from "../hosts.mjs";
import { pagesOf } from "../portal.mjs";
import { serve } from "../serve.mjs";
import { addLink, isOn, isSameDocument, mark, open } from "../visitor.mjs";

const SECURITY = {
  "content-security-policy": "frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": expect.stringContaining("geolocation=()"),
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
const FOR_EVER = "public, max-age=31536000, immutable";

/** Every file that is there once more for those who can read it compressed. */
const COPIES = [
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
];

/** What nginx sends only with a module that isn't part of it. */
const LACKING = { nginx: ["br"] };

const file = (root, name) => readFileSync(path.join(root, name));

/** The file of the shell whose name begins and ends so. */
const ofShell = (root, pattern) => file(root, "index.html").toString().match(pattern)[0];

/** A file of the index that is named by what it holds. */
const partOfIndex = (root) =>
  readdirSync(path.join(root, "search.index"), { recursive: true })
    .map((name) => `search.index/${name.split(path.sep).join("/")}`)
    .find((name) => /\/fi-[^/]+\/./.test(name));

/** Asks for an address as it stands, follows nothing and decompresses nothing. */
function ask(address, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(address, { headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    request.on("error", reject).end();
  });
}

for (const name of Object.keys(HOSTS)) {
  base.describe(name, () => {
    let host;
    base.beforeAll(async () => void (host = await startHost(name)));
    base.afterAll(() => host?.stop());

    const test = base.extend({
      site: async ({ guard }, use) => {
        guard.allowOrigin(host.origin);
        await use({ origin: host.origin, requests: [] });
      },
    });

    for (const site of sitesOf(name)) {
      headersOf(test, () => host, site, LACKING[name] ?? []);
      journeys(test, site, ["front", "article", "gone"]);
    }

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
});

/** What goes with each answer. */
function headersOf(test, host, { root, base }, lacking) {
  const at = base || "the root of the host";
  const FILES = [
    ["", "text/html; charset=utf-8", "no-cache", false],
    ["hankkeet/page.json", "application/json", "no-cache", true],
    ["sitemap.xml", "application/xml", "no-cache", true],
    ["feed.atom", "application/atom+xml", "no-cache", true],
    ["calendar.ics", "text/calendar; charset=utf-8", "no-cache", true],
    ["robots.txt", "text/plain; charset=utf-8", "no-cache", false],
    ["jako.png", "image/png", "no-cache", false],
    ["search.index/fi", "application/octet-stream", "no-cache", false],
    [ofShell(root, /seutu-[0-9a-f]{16}\.css/), "text/css; charset=utf-8", FOR_EVER, false],
    [ofShell(root, /start-[0-9a-f]{16}\.js/), "text/javascript; charset=utf-8", FOR_EVER, false],
    [ofShell(root, /seutu-application-[0-9a-f]{16}_bg\.wasm/), "application/wasm", FOR_EVER, false],
    [ofShell(root, /icon-[0-9a-f]{16}\.svg/), "image/svg+xml", FOR_EVER, false],
  ];

  for (const [name, type, lasting, isOpen] of FILES) {
    const named = name.replace(/[0-9a-f]{16}/, "…") || "the front page";
    test(`${named} is sent as what it is, at ${at}`, async () => {
      const address = `${host().origin}${base}/${name}`;
      const answer = await ask(address);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual(file(root, name || "index.html"));
      expect(answer.headers).toMatchObject({ ...SECURITY, "content-type": type, "cache-control": lasting });
      expect(answer.headers["access-control-allow-origin"]).toBe(isOpen ? "*" : undefined);

      // Whoever has it already isn't sent it again.
      const { etag, "last-modified": modified } = answer.headers;
      const again = await ask(address, etag ? { "if-none-match": etag } : { "if-modified-since": modified });
      expect(again.status).toBe(304);
    });
  }

  for (const [encoding, decompressed] of COPIES.filter(([encoding]) => !lacking.includes(encoding))) {
    for (const name of ["", "hankkeet/page.json", "feed.atom", ofShell(root, /seutu-[0-9a-f]{16}\.css/)]) {
      const named = name.replace(/[0-9a-f]{16}/, "…") || "the front page";
      test(`the copy of ${named} in ${encoding} is sent to those who read it, at ${at}`, async () => {
        const address = `${host().origin}${base}/${name}`;
        const plain = await ask(address);
        const answer = await ask(address, { "accept-encoding": encoding });
        expect(answer.headers["content-encoding"]).toBe(encoding);
        expect(answer.headers.vary?.toLowerCase()).toContain("accept-encoding");
        expect(answer.headers["content-type"]).toBe(plain.headers["content-type"]);
        expect(answer.headers["cache-control"]).toBe(plain.headers["cache-control"]);
        expect(decompressed(answer.body)).toEqual(plain.body);
        // The copy is the one that was published.
        expect(answer.body).toEqual(file(root, `${name || "index.html"}${encoding === "br" ? ".br" : ".gz"}`));
      });
    }
  }

  test(`a part of the index keeps for ever, at ${at}`, async () => {
    const part = partOfIndex(root);
    const answer = await ask(`${host().origin}${base}/${part}`);
    expect(answer.status).toBe(200);
    expect(answer.headers["cache-control"]).toBe(FOR_EVER);
  });

  test(`addresses that were left lead on for good, at ${at}`, async () => {
    for (const [from, to] of [
      ["/vanha/", "/hankkeet/"],
      ["/vanha", "/hankkeet/"],
      // What is asked of a page goes with it.
      ["/vanha/?lahde=kirje", "/hankkeet/?lahde=kirje"],
      ["/sivu.php/lohkot/", "/hankkeet/lohkot/"],
    ]) {
      let address = new URL(`${host().origin}${base}${from}`);
      let answer = await ask(address);
      // Apache first adds the slash, as for every folder.
      if (answer.headers.location?.endsWith(`${from}/`)) {
        address = new URL(answer.headers.location, address);
        answer = await ask(address);
      }
      expect(answer.status, from).toBe(301);
      const { pathname, search } = new URL(answer.headers.location, address);
      expect(pathname + search).toBe(base + to);
    }
    // The application asks there where the page is.
    const data = await ask(`${host().origin}${base}/vanha/page.json`);
    expect(JSON.parse(data.body)).toEqual({ version: 1, moved: `${base}/hankkeet/` });
  });

  test(`what was withdrawn says so with its status and its page, at ${at}`, async () => {
    const answer = await ask(`${host().origin}${base}/hankkeet/poistettu/`);
    expect(answer.status).toBe(410);
    expect(answer.headers).toMatchObject({ ...SECURITY, "cache-control": "no-cache" });
    expect(answer.body).toEqual(file(root, "hankkeet/poistettu/index.html"));
  });

  test(`what isn't there is the page for it, and nothing to keep, at ${at}`, async () => {
    const below = ["vanha/ei-ole/", "sivu.php/lohkot/ei-ole/", "hankkeet/poistettu/ei-ole/"];
    const others = ["ei-ole/", "ei-ole", "hankkeet/ei-ole.pdf", "start-0000000000000000.js", "search.index/", "sivu.php/"];
    // What holds for an address that was left, or withdrawn, doesn't hold below it.
    for (const name of [...others, ...below]) {
      const answer = await ask(`${host().origin}${base}/${name}`);
      expect(answer.status, name).toBe(404);
      expect(answer.headers).toMatchObject({
        ...SECURITY,
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-cache",
      });
      expect(answer.body).toEqual(file(root, "404.html"));
    }
  });

  test(`what is for the host alone is nobody else's, at ${at}`, async () => {
    for (const name of [".seutu", ".htaccess", "vanha/.htaccess"]) {
      expect((await ask(`${host().origin}${base}/${name}`)).status, name).toBeGreaterThanOrEqual(403);
    }
  });

  test(`a folder without its slash leads to it, at ${at}`, async () => {
    const answer = await ask(`${host().origin}${base}/hankkeet`);
    expect([301, 308]).toContain(answer.status);
    expect(new URL(answer.headers.location, host().origin).pathname).toBe(`${base}/hankkeet/`);
  });
}

/** What a visitor does, on pages of some kinds; on all of them where nothing else is said. */
function journeys(test, { root, base }, only) {
  const at = base || "the root of the host";
  const pages = pagesOf(root);
  const titled = (address) => pages.find((page) => page.path === base + address);
  const kinds = [...new Set(pages.map(({ kind }) => kind))]
    .filter((kind) => only?.includes(kind) ?? true)
    .map((kind) => pages.find((page) => page.kind === kind));

  for (const target of kinds) {
    test(`a page of the kind ${target.kind} opens by itself and from another one, at ${at}`, async ({ guard, page, site }) => {
      // Withdrawn pages may say so by their status.
      if (target.kind === "gone") page.on("response", (answer) => answer.status() === 410 && guard.expect(/410/));
      await open(page, site, target.path);
      await isOn(page, site, target);

      await open(page, site, titled(target.path === `${base}/hankkeet/` ? "/" : "/hankkeet/").path);
      await mark(page);
      await (await addLink(page, target.path)).click();
      await isOn(page, site, target);
      expect(await isSameDocument(page)).toBe(true);
    });
  }

  test(`an address that isn't there shows its page, from which one goes on, at ${at}`, async ({ guard, page, site }) => {
    guard.expect(/404/);
    await open(page, site, `${base}/ei-ole/`);
    await expect(page.locator("html")).toHaveAttribute("lang", "fi");
    await page.locator(".home-link").click();
    await isOn(page, site, titled("/"));
  });

  test(`an address that was left leads to its page, by itself and within the application, at ${at}`, async ({ page, site }) => {
    await page.goto(`${site.origin}${base}/vanha/`, { waitUntil: "commit" });
    await isOn(page, site, titled("/hankkeet/"));

    await open(page, site, titled("/").path);
    await mark(page);
    await (await addLink(page, `${base}/vanha/`)).click();
    await isOn(page, site, titled("/hankkeet/"));
    expect(await isSameDocument(page)).toBe(true);
  });

  test(`search finds, and leads to what it found, at ${at}`, async ({ page, site }) => {
    await open(page, site, titled("/").path);
    await mark(page);
    await page.locator(".site-search input").fill("rantapäivän");
    await page.keyboard.press("Enter");
    const found = page.locator("#search-results a").first();
    await expect(found).toHaveText("Rantapäivä");
    await found.click();
    await isOn(page, site, pages.find(({ title }) => title === "Rantapäivä"));
    expect(await isSameDocument(page)).toBe(true);
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
