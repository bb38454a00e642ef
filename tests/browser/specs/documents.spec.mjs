// What stands in the published documents, so that a strict content security policy holds.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, NOT_LOADED, test } from "../fixtures.mjs";
import { dist, filesOfApplication, front, htmlFiles, read } from "../portal.mjs";
import { open } from "../visitor.mjs";
import { words } from "../words.mjs";

const hash = (contents) => `sha256-${createHash("sha256").update(contents).digest("base64")}`;

test("no document has a script or a style but those whose hash its policy names, nor a style or handler attribute", async ({ page }) => {
  const found = [];
  for (const file of htmlFiles) {
    const { policy, inline, attributes } = await page.evaluate(inlineCode, read(file));
    const isNamed = ({ text }) => policy.includes(`'${hash(text)}'`);
    const unnamed = inline.filter((element) => !isNamed(element)).map(({ name }) => name);
    for (const element of [...unnamed, ...attributes]) found.push(`${file}: ${element}`);
    expect(policy, file).toMatch(/^default-src 'none'(;|$)/);
    expect(policy, file).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);
    if (inline.length > 0) expect(policy, file).toContain("; require-trusted-types-for 'script'; trusted-types seutu");
  }

  expect(found).toEqual([]);
});

test("each document says what its scripts, modules, WebAssembly and stylesheet hold", () => {
  const files = new Map();
  const hashOf = (name) => files.get(name) ?? files.set(name, hash(readFileSync(path.join(dist, name)))).get(name);
  for (const file of htmlFiles) {
    const html = read(file);
    const lists = [...html.matchAll(/name="seutu:(?:application|search)" content="([^"]+)"/g)].map(([, list]) => list.split(" "));
    // A document at an old address asks for nothing.
    if (lists.length === 0) {
      expect(html, file).not.toMatch(/<script|stylesheet/);
      continue;
    }
    const { integrity } = JSON.parse(html.match(/<script type="importmap">(.*?)<\/script>/)[1]);
    // The script that starts imports another one.
    const names = [...lists.flat(), ...lists.flatMap(([start]) => imported(start))].sort();
    expect(Object.keys(integrity).sort(), file).toEqual(names);
    for (const name of names) expect(integrity[name], `${file}: ${name}`).toBe(hashOf(name));
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"(?: integrity="([^"]+)")?>/g)];
    expect(sheets.map(([, name, integrity]) => [name, integrity]), file).toEqual(sheets.map(([, name]) => [name, hashOf(name)]));
    expect(sheets.length, file).toBeGreaterThan(0);
  }
});

/** The scripts that a script of the site imports by their names. */
function imported(name) {
  return [...readFileSync(path.join(dist, name), "utf8").matchAll(/import\("\.(\/[^"]+)"\)/g)].map(([, imported]) => imported);
}

// One byte more: it would run, and isn't what was published.
const names = { start: filesOfApplication()[0], glue: filesOfApplication()[1], first: filesOfApplication()[2], second: filesOfApplication()[3] };
const [searchGlue, searchWasm] = read("index.html").match(/name="seutu:search" content="([^"]+)"/)[1].split(" ");
const sheet = read("index.html").match(/<link rel="stylesheet" href="([^"]+)"/)[1];
const changed = {
  "the stylesheet": [sheet, (page) => expect.poll(() => page.evaluate(() => document.styleSheets.length)).toBe(1)],
  "the script that starts": [names.start, (page) => expect(page.locator("html")).not.toHaveAttribute("data-script")],
  "the application's module": [names.glue, (page) => expect(page.locator("html")).not.toHaveAttribute("data-script")],
  "its WebAssembly": [names.first, (page) => expect(page.locator("html")).not.toHaveAttribute("data-script")],
  "the module of search": [searchGlue, failsInSearch],
  "the WebAssembly of search": [searchWasm, failsInSearch],
};
for (const [what, [name, isKeptOut]] of Object.entries(changed)) {
  test(`where somebody has changed ${what}, the browser doesn't take it, and the page is readable`, async ({ guard, page, site }) => {
    guard.expect(NOT_LOADED);
    guard.allow(/Seutu's application didn't start/);
    const longer = Buffer.concat([readFileSync(path.join(dist, name)), Buffer.from(name.endsWith("wasm") ? "\0\x01\0" : "\n")]);
    site.fault = (asked) => (asked === name ? { body: longer } : undefined);
    await page.goto(site.origin + front().path);
    await isKeptOut(page);
    await expect(page.locator("h1")).toBeVisible();
  });
}

async function failsInSearch(page) {
  await page.locator(".site-search input").focus();
  await expect(page.locator("html")).toHaveAttribute("data-search-failed");
}

test("no text becomes code: the browser refuses each way to make a script of one, and says so", async ({ guard, page, site }) => {
  await open(page, site, front().path);
  const ways = {
    "innerHTML": "document.createElement('div').innerHTML = '<b>a</b>'",
    "outerHTML": "document.body.appendChild(document.createElement('i')).outerHTML = '<b>a</b>'",
    "insertAdjacentHTML": "document.body.insertAdjacentHTML('beforeend', '<b>a</b>')",
    "document.write": "document.write('<b>a</b>')",
    "a parser": "new DOMParser().parseFromString('<b>a</b>', 'text/html')",
    "a range": "document.createRange().createContextualFragment('<b>a</b>')",
    "a frame's document": "document.createElement('iframe').srcdoc = '<b>a</b>'",
    "the address of a script": "document.createElement('script').src = '/a.js'",
    "the text of a script": "document.createElement('script').text = 'a()'",
    "a worker": "new Worker('/a.js')",
    "a handler": "document.body.setAttribute('onclick', 'a()')",
    "a policy of another name": "trustedTypes.createPolicy('muu', {})",
  };
  for (const [what, way] of Object.entries(ways)) {
    guard.expect(/policy violated: (require-trusted-types-for|trusted-types)/);
    // Called by the debugger, which may run what the page may not.
    const thrown = await page.evaluate(way).then(() => "nothing", (error) => error.message);
    expect.soft(thrown, what).toMatch(/TypeError.*(requires 'Trusted|disallowed)/);
  }
  guard.allow(/Trusted|trusted-types/);
});

test("opening a page asks for each file once and for nothing that isn't there", async ({ page, site }) => {
  await page.goto(site.origin);
  await expect(page.locator(".page-time details")).toBeAttached();

  const paths = site.requests.map((request) => request.path);
  expect(paths).toEqual([...new Set(paths)]);
  // The icon may still be on its way.
  await expect.poll(() => site.requests.filter((request) => request.status !== 200)).toEqual([]);
});

test("no page sets a cookie", async ({ context, page, site }) => {
  await page.goto(site.origin);
  await expect(page.locator(".page-time details")).toBeAttached();

  expect(await context.cookies()).toEqual([]);
});

/** Runs in a page; works on the text of another document without opening it. */
function inlineCode(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const handlers = [...parsed.querySelectorAll("*")].filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith("on")),
  );
  // A data block isn't run (HTML §4.12.1).
  const inline = [...parsed.querySelectorAll("style, script:not([src]):not([type$=json])")];
  const styled = [...parsed.querySelectorAll("[style]")];
  return {
    policy: parsed.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content ?? "",
    inline: inline.map(({ localName, textContent }) => ({ name: localName, text: textContent })),
    attributes: [...styled, ...handlers].map((element) => element.outerHTML.slice(0, 200)),
  };
}
