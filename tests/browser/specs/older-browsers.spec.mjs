// Browsers of other years: what the built files name is tried without, and what is younger than a browser is taken from it all
// together (older.mjs says how). The application needs a browser of spring 2022; an older one shows plain pages.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "../fixtures.mjs";
import { readAs, remove, UNUSED, YOUNG } from "../older.mjs";
import { dist, everything, filesOfApplication, front, pageTitled, read, theme } from "../portal.mjs";
import { hasStarted, isOn, isSameDocument, mark } from "../visitor.mjs";
import { words } from "../words.mjs";

/** The source files that name functions of the platform as text, for they look whether the browser has them. */
const sources = (folder) =>
  readdirSync(path.resolve(import.meta.dirname, "../../..", folder), { recursive: true })
    .filter((file) => file.endsWith(".rs"))
    .map((file) => readFileSync(path.resolve(import.meta.dirname, "../../..", folder, file), "utf8"));

/** All that can name a function of the platform: the scripts as built, and names in the code behind the WebAssembly. */
function named() {
  const search = /name="seutu:search" content="(\S+)/.exec(read("haku/index.html"))[1];
  const [start, glue] = filesOfApplication();
  const scripts = [start, glue, search].map((file) => readFileSync(path.join(dist, file), "utf8"));
  const inline = [...read("index.html").matchAll(/<script>([^<]*)<\/script>/g)].map(([, script]) => script);
  const texts = [...sources("src"), ...sources("search/src/browser")].flatMap((code) => [...code.matchAll(/"(\w+)"/g)].map(([, name]) => name));
  return new Set([...scripts, ...inline].flatMap((script) => script.match(/\b[A-Za-z]\w+\b/g)).concat(texts));
}

test("each function younger than 2021 that the built files name is tried without, and only those", () => {
  const names = named();

  expect(UNUSED.filter((name) => names.has(name)), "named, and never tried without: put them into YOUNG in older.mjs").toEqual([]);
  expect(Object.keys(YOUNG).filter((name) => !names.has(name)), "named no more").toEqual([]);
});

/** Those without which the application can't change pages itself. */
const NEEDED_FOR_CHANGES = ["navigation", "intercept"];
const THROWN = /is not a function|Seutu's application stopped/;

for (const [name, { since, remove: places }] of Object.entries(YOUNG)) {
  test(`without ${name}, which all browsers have since ${since}, a click leads to its page`, async ({ context, guard, page, site }) => {
    if (name === "intercept") guard.allow(THROWN);
    await remove(context, places);
    await page.goto(site.origin + front().path);
    await hasStarted(page);
    await mark(page);
    await page.locator(`#seutu a[href="${theme().path}"]`).first().click();

    await isOn(page, site, theme());
    if (NEEDED_FOR_CHANGES.includes(name)) expect(await isSameDocument(page)).toBe(false);
  });
}

/** No text is lost: it has a colour that can be told from what it stands on. */
const hasContrast = (page, selector) =>
  page.locator(selector).first().evaluate((element) => {
    const luminance = (colour) => {
      const [r, g, b] = colour.match(/[\d.]+/g).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    let ground = element;
    while (ground && /rgba\(0, 0, 0, 0\)|transparent/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
    const [a, b] = [getComputedStyle(element).color, ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)"].map(luminance);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });

test.describe("a browser of 2022, without popovers, pairs of colours and all younger functions", () => {
  test.beforeEach(({ context }) => remove(context, Object.values(YOUNG).flatMap(({ remove }) => remove)));

  test("shows the colours by day and the menu in the page, and has no control that does nothing", async ({ page, site }) => {
    site.fault = readAs(2022, dist);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(site.origin + front().path);
    await hasStarted(page);
    await expect(page.locator(".main-menu a").first()).toBeVisible();
    for (const selector of ["[popovertarget]", ".preferences", ".menu-close"]) await expect(page.locator(`${selector} >> visible=true`), selector).toHaveCount(0);
    await expect(page.locator("body")).toHaveCSS("background-color", "rgb(246, 249, 249)");
    for (const selector of ["h1", "main p", "main a", ".site-footer a", ".main-menu a"]) expect.soft(await hasContrast(page, selector), selector).toBeGreaterThan(7);
    expect((await page.locator("main p").first().boundingBox()).x, "room beside the text").toBeGreaterThan(0);
    const sizeOf = (selector) => page.locator(selector).first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect(await sizeOf("h1")).toBeGreaterThan(await sizeOf("main h2"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)).not.toBe("none");

    await page.locator(".text-size .text-size-larger").click();
    await expect(page.locator("html")).toHaveAttribute("data-text-size", "115");
    await page.locator(".main-menu a").first().click();
    await isOn(page, site, pageTitled("Hankkeet"));
    await expect(page.locator("html")).toHaveAttribute("data-text-size", "115");
  });

  test("finds a word in another form, and knows the state of a call", async ({ page, serveSite, site }) => {
    site.fault = readAs(2022, dist);
    await page.goto(`${site.origin}/haku/?q=${encodeURIComponent("jäsenen")}`);
    await expect(page.locator("#search-results a").filter({ hasText: "Haku valmisteluryhmän jäseneksi" })).toBeVisible();

    const calls = await serveSite({ root: everything, fault: readAs(2022, everything) });
    await page.clock.setFixedTime(new Date("2026-04-01T00:00:00+03:00"));
    await page.goto(`${calls.origin}/hankkeet/haku/`);
    await expect(page.locator(".call-state")).toHaveText(words("call_closed"));
  });
});

test.describe("a browser of 2021, which knows no layers of style either", () => {
  test.beforeEach(({ context }) => remove(context, [...Object.values(YOUNG).flatMap(({ remove }) => remove), "CSSLayerBlockRule"]));

  test("shows the text, the links and no control, and asks for no script", async ({ page, site }) => {
    site.fault = readAs(2021, dist);
    await page.goto(site.origin + front().path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(front().title);
    await expect(page.locator("button >> visible=true")).toHaveCount(0);
    await expect(page.locator("input >> visible=true")).toHaveCount(0);
    await page.locator(`main a[href="${theme().path}"]`).first().click();
    await isOn(page, site, theme());

    expect(site.requests.filter(({ path }) => /\.(js|wasm)$/.test(path))).toEqual([]);
  });
});
