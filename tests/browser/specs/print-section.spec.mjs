// "Tulosta koko osio": a section with all its pages on paper.

import { expect, test } from "../fixtures.mjs";
import { everything, pages, theme } from "../portal.mjs";
import { linkTo, open } from "../visitor.mjs";
import { words } from "../words.mjs";

const button = (page) => page.getByRole("button", { name: words("print_section"), exact: true });

/** The pages that are printed with the theme network's own, in their order. */
const section = theme().section.map((path) => pages.find((page) => page.path === path));

/** Notes what is printed instead of opening a dialogue: the titles that paper would show when the browser prints. */
async function recordPrint(page) {
  await page.addInitScript(() => {
    window.printed = [];
    window.print = () => {
      window.printed.push([...document.querySelectorAll("main h1")].map((heading) => heading.textContent));
    };
  });
}

const printed = (page) => page.evaluate(() => window.printed);

test("a section is printed with all its pages in their order, and the screen shows its own page alone", async ({ page, site }) => {
  expect(section.length).toBeGreaterThan(2);
  await recordPrint(page);
  await open(page, site, theme().path);
  await button(page).click();

  await expect.poll(() => printed(page)).toEqual([[theme().title, ...section.map(({ title }) => title)]]);
  const headings = page.locator("main h1");
  await expect(headings.filter({ visible: true })).toHaveText([theme().title]);
  await page.emulateMedia({ media: "print" });
  await expect(headings.filter({ visible: true })).toHaveText([theme().title, ...section.map(({ title }) => title)]);
  await expect(page.getByRole("navigation").filter({ visible: true })).toHaveCount(0);
});

test("once it is printed the other pages are gone", async ({ page, site }) => {
  await recordPrint(page);
  await open(page, site, theme().path);
  await button(page).click();
  await expect.poll(() => printed(page)).toHaveLength(1);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));

  await expect(page.locator("main h1")).toHaveCount(1);
});

test("a page of the section that doesn't come is told of, and nothing is printed", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await recordPrint(page);
  await open(page, site, theme().path);
  site.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
  await button(page).click();

  await expect(page.getByRole("alert")).toBeVisible();
  expect(await printed(page)).toEqual([]);
});

test("a page of the section that isn't there any more is left out", async ({ guard, page, site }) => {
  guard.expect(/status of 404/);
  await recordPrint(page);
  await open(page, site, theme().path);
  const [gone, ...rest] = section;
  site.fault = (path) => (path === `${gone.path}page.json` ? { status: 404 } : undefined);
  await button(page).click();

  await expect.poll(() => printed(page)).toEqual([[theme().title, ...rest.map(({ title }) => title)]]);
});

test("pressed twice, it prints once", async ({ page, site }) => {
  await recordPrint(page);
  await open(page, site, theme().path);
  const waiting = [];
  site.fault = (path) => (path.endsWith("page.json") ? new Promise((go) => waiting.push(go)) : undefined);
  await button(page).click();
  await expect.poll(() => waiting.length).toBe(1);
  await button(page).click();
  site.fault = undefined;
  waiting.forEach((go) => go());

  await expect.poll(() => printed(page)).toHaveLength(1);
  expect(site.requests.filter(({ path }) => path === `${section[0].path}page.json`)).toHaveLength(1);
});

test("whoever has gone on to another section prints that one, though the first one never came", async ({ page, site }) => {
  const other = pages.find(({ section, path }) => path.startsWith(theme().path) && path !== theme().path && section?.length > 1);
  await recordPrint(page);
  await open(page, site, theme().path);
  const [hangs] = section.filter(({ path }) => path !== other.path && !other.section.includes(path));
  site.fault = (path) => (path === `${hangs.path}page.json` ? { hang: true } : undefined);
  await button(page).click();
  await expect.poll(() => site.requests.filter(({ path }) => path === `${hangs.path}page.json`).length).toBe(1);
  await linkTo(page, other.path).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(other.title);
  await button(page).click();

  const titles = other.section.map((path) => pages.find((page) => page.path === path).title);
  await expect.poll(() => printed(page)).toEqual([[other.title, ...titles]]);
});

test("a second try prints the section that didn't come at first", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await recordPrint(page);
  await open(page, site, theme().path);
  site.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
  await button(page).click();
  await expect(page.getByRole("alert")).toBeVisible();
  site.fault = undefined;
  await page.getByRole("button", { name: words("try_again") }).press("Enter");

  await expect.poll(() => printed(page)).toEqual([[theme().title, ...section.map(({ title }) => title)]]);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.locator("main h1").first()).toBeFocused();
});

test("paper waits for the pictures that nobody has scrolled to", async ({ page, serveSite }) => {
  const site = await serveSite({ root: everything });
  await page.addInitScript(() => {
    window.print = () => {
      window.pictures = [...document.querySelectorAll("main img")].map((picture) => picture.complete && picture.naturalWidth > 0);
    };
  });
  const pictures = () => page.evaluate(() => window.pictures);
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const asked = [];
  site.fault = (path) => (/\.(png|jpe?g|webp)$/.test(path) ? (asked.push(path), held.then(() => undefined)) : undefined);
  await open(page, site, "/hankkeet/");
  await button(page).click();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(await pictures()).toBe(undefined);
  release();

  await expect.poll(pictures).toContain(true);
  expect(await pictures()).not.toContain(false);
});

test("an ordinary page has no section to print", async ({ page, site }) => {
  await open(page, site, section[0].path);

  await expect(button(page)).toHaveCount(section[0].section?.length ? 1 : 0);
});

test("whoever asked for large print gets text of 14 pt", async ({ context, page, site }) => {
  await context.addInitScript(() => localStorage.setItem("seutu.print", "large"));
  await open(page, site, theme().path);
  await page.emulateMedia({ media: "print" });

  // 14 pt are 18⅔ px.
  expect(await page.locator("main p:not([class])").first().evaluate((text) => parseFloat(getComputedStyle(text).fontSize))).toBeCloseTo(18.67, 1);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("no button promises to print a section", async ({ page, site }) => {
    await page.goto(site.origin + theme().path);

    await expect(page.locator(".print-section")).toBeHidden();
    await expect(linkTo(page, section[0].path).first()).toBeVisible();
  });
});
