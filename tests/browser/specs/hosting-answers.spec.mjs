// What real web servers answer, each with the configuration that was written for it: what each file is sent as, and what stands
// at addresses that were left. No browser is needed for it; hosting.spec.mjs has what a visitor does there.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { expect, test } from "@playwright/test";

import { HOSTS, sitesOf, startHost } from "../hosts.mjs";
import { ask } from "../http.mjs";

const SECURITY = {
  "content-security-policy": "frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  // A film that is opened alone plays, and fills the screen.
  "permissions-policy": expect.stringMatching(/^(?!.*(fullscreen|autoplay|picture-in-picture)).*camera=\(\).*geolocation=\(\).*usb=\(\)/),
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
/** What pictures and documents of the editor's get in the place of the policy for all. */
const CONFINED = {
  "content-security-policy":
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'",
};
/** What pictures get in the place of the value for all: other sites show them. */
const SHOWN_BY_ALL = { "cross-origin-resource-policy": "cross-origin" };
const FOR_EVER = "public, max-age=31536000, immutable";

/** Every file that is there once more for those who can read it compressed. */
const COPIES = [
  ["br", ".br", brotliDecompressSync],
  ["gzip", ".gz", gunzipSync],
];

/** What nginx sends only with a module that isn't part of it. */
const LACKING = { nginx: ["br"] };

const file = (root, name) => readFileSync(path.join(root, name || "index.html"));

/** The file of the shell whose name begins and ends so. */
const ofShell = (root, pattern) => file(root, "index.html").toString().match(pattern)[0];

/** A file of the index of a sort, which is named by what it holds. */
const partOfIndex = (root, sort) =>
  readdirSync(path.join(root, "search.index"), { recursive: true })
    .map((name) => `search.index/${name.split(path.sep).join("/")}`)
    .find((name) => name.includes(`/fi.files/${sort}-`));

for (const name of Object.keys(HOSTS)) {
  test.describe(name, () => {
    // In order, so that the host is started once for both of its sites.
    test.describe.configure({ mode: "default" });
    let host;
    test.beforeAll(async () => void (host = await startHost(name)));
    test.afterAll(() => host?.stop());

    for (const { root, base } of sitesOf(name)) {
      test(`every answer is as it is meant, at ${base || "the root of the host"}`, async () => {
        // A preview may be a draft: no program of another site reads it.
        const opens = !name.startsWith("preview");
        const site = { root, base, opens, address: (name) => `${host.origin}${base}/${name}` };
        await test.step("each file is sent as what it is", () => files(site));
        await test.step("compressed copies go to those who read them", () => copies(site, LACKING[name] ?? []));
        await test.step("addresses that were left lead on for good", () => oldAddresses(site));
        await test.step("what isn't there, or is nobody's, says so", () => absent(site));
      });
    }
  });
}

/** What a message calls an answer. */
const asked = ({ base }, name, what) => `${base}/${name}: ${what}`;

async function files(site) {
  const { root, opens } = site;
  const FILES = [
    ["", "text/html; charset=utf-8", "no-cache", false],
    ["hankkeet/page.json", "application/json", "no-cache", true],
    ["sitemap.xml", "application/xml", "no-cache", true],
    ["feed.atom", "application/atom+xml", "no-cache", true],
    ["calendar.ics", "text/calendar; charset=utf-8", "no-cache", true],
    ["robots.txt", "text/plain; charset=utf-8", "no-cache", false],
    ["jako.png", "image/png", "no-cache", false],
    ["search.index/fi", "application/octet-stream", "no-cache", false],
    [partOfIndex(root, "terms"), "application/octet-stream", FOR_EVER, false],
    [partOfIndex(root, "listed"), "text/plain; charset=utf-8", FOR_EVER, false],
    [ofShell(root, /seutu-[0-9a-f]{16}\.css/), "text/css; charset=utf-8", FOR_EVER, false],
    [ofShell(root, /start-[0-9a-f]{16}\.js/), "text/javascript; charset=utf-8", FOR_EVER, false],
    [ofShell(root, /seutu-application-[0-9a-f]{16}_bg\.wasm/), "application/wasm", FOR_EVER, false],
    [ofShell(root, /icon-[0-9a-f]{16}\.svg/), "image/svg+xml", FOR_EVER, false],
  ];
  // Browsers look for a new worker each time; a preview has one that goes.
  if (opens) FILES.push(["worker.js", "text/javascript; charset=utf-8", "no-cache", false]);
  for (const [name, type, lasting, isOpen] of FILES) {
    const say = (what) => asked(site, name, what);
    const answer = await ask(site.address(name));
    expect.soft(answer.status, say("status")).toBe(200);
    expect.soft(answer.body.equals(file(root, name)), say("the file itself is sent")).toBe(true);
    expect.soft(answer.headers, say("headers")).toMatchObject({
      ...SECURITY,
      ...(/\.(png|svg|txt)$/.test(name) ? CONFINED : {}),
      ...(/\.(png|svg)$/.test(name) && opens ? SHOWN_BY_ALL : {}),
      "content-type": type,
      "cache-control": lasting,
    });
    expect.soft(answer.headers["access-control-allow-origin"], say("who may read it")).toBe(isOpen && opens ? "*" : undefined);

    // Whoever has it already isn't sent it again.
    const { etag, "last-modified": modified } = answer.headers;
    const again = await ask(site.address(name), etag ? { "if-none-match": etag } : { "if-modified-since": modified ?? "" });
    expect.soft(again.status, say("status for those who have it")).toBe(304);
  }
}

async function copies(site, lacking) {
  const { root } = site;
  for (const [encoding, extension, decompressed] of COPIES.filter(([encoding]) => !lacking.includes(encoding))) {
    for (const name of ["", "hankkeet/page.json", "feed.atom", ofShell(root, /seutu-[0-9a-f]{16}\.css/)]) {
      const say = (what) => asked(site, name, `${encoding}, ${what}`);
      const plain = await ask(site.address(name));
      const answer = await ask(site.address(name), { "accept-encoding": encoding });
      expect.soft(plain.headers.vary?.toLowerCase(), say("what a cache is told of the plain file")).toContain("accept-encoding");
      expect.soft(answer.headers["content-encoding"], say("encoding")).toBe(encoding);
      expect.soft(answer.headers.vary?.toLowerCase(), say("Vary")).toContain("accept-encoding");
      expect.soft(answer.headers["content-type"], say("type")).toBe(plain.headers["content-type"]);
      expect.soft(answer.headers["cache-control"], say("how long it keeps")).toBe(plain.headers["cache-control"]);
      // The copy is the one that was published.
      const published = answer.body.equals(file(root, `${name || "index.html"}${extension}`));
      expect.soft(published, say("the published copy is sent")).toBe(true);
      if (published) expect.soft(decompressed(answer.body).equals(plain.body), say("it is the file, compressed")).toBe(true);
    }
  }
}

async function oldAddresses(site) {
  const { base } = site;
  for (const [from, to] of [
    ["vanha/", "/hankkeet/"],
    ["vanha", "/hankkeet/"],
    // What is asked of a page goes with it.
    ["vanha/?lahde=kirje", "/hankkeet/?lahde=kirje"],
    ["sivu.php/lohkot/", "/hankkeet/lohkot/"],
  ]) {
    let address = new URL(site.address(from));
    let answer = await ask(address);
    // Apache first adds the slash, as for every folder.
    if (answer.headers.location?.endsWith(`/${from}/`)) {
      address = new URL(answer.headers.location, address);
      answer = await ask(address);
    }
    expect.soft(answer.status, asked(site, from, "status")).toBe(301);
    const { pathname, search } = new URL(answer.headers.location ?? "", address);
    expect.soft(pathname + search, asked(site, from, "where it leads")).toBe(base + to);
  }
  // The application asks there where the page is.
  const { body } = await ask(site.address("vanha/page.json"));
  expect.soft(JSON.parse(body), asked(site, "vanha/page.json", "what it says")).toEqual({ version: 1, moved: `${base}/hankkeet/` });

  const folder = await ask(site.address("hankkeet"));
  expect.soft([301, 308], asked(site, "hankkeet", "status of a folder without its slash")).toContain(folder.status);
  const { pathname } = new URL(folder.headers.location ?? "", site.address(""));
  expect.soft(pathname, asked(site, "hankkeet", "where it leads")).toBe(`${base}/hankkeet/`);
}

async function absent(site) {
  const { root } = site;
  const gone = await ask(site.address("hankkeet/poistettu/"));
  const page = "hankkeet/poistettu/index.html";
  expect.soft(gone.status, asked(site, "hankkeet/poistettu/", "status of what was withdrawn")).toBe(410);
  expect.soft(gone.headers, asked(site, "hankkeet/poistettu/", "headers")).toMatchObject({ ...SECURITY, "cache-control": "no-cache" });
  expect.soft(gone.body.toString(), asked(site, "hankkeet/poistettu/", "its page")).toBe(file(root, page).toString());

  // What holds for an address that was left, or withdrawn, doesn't hold below it.
  const below = ["vanha/ei-ole/", "sivu.php/lohkot/ei-ole/", "hankkeet/poistettu/ei-ole/"];
  const others = ["ei-ole/", "ei-ole", "hankkeet/ei-ole.pdf", "ei-ole.svg", "start-0000000000000000.js", "search.index/", "sivu.php/"];
  for (const name of [...others, ...below]) {
    const answer = await ask(site.address(name));
    expect.soft(answer.status, asked(site, name, "status")).toBe(404);
    expect.soft(answer.headers, asked(site, name, "headers")).toMatchObject({
      ...SECURITY,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
    });
    expect.soft(answer.body.equals(file(root, "404.html")), asked(site, name, "the page for what isn't there")).toBe(true);
  }

  for (const name of [".seutu", ".htaccess", "vanha/.htaccess"]) {
    const { status } = await ask(site.address(name));
    expect.soft(status, asked(site, name, "status of what is for the host alone")).toBeGreaterThanOrEqual(403);
  }
}
