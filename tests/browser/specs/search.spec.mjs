// Search: the field in the header, the search page, and what is found.

import { readFileSync } from "node:fs";
import path from "node:path";

import { violationsInBothColours } from "../axe.mjs";
import { expect, NOT_LOADED, test } from "../fixtures.mjs";
import { hashOf, inRoot } from "../index-files.mjs";
import { dist, everything, front, pages, theme } from "../portal.mjs";
import { asked, ask, count, field, links, results, SEARCH, WHOLE } from "../search-page.mjs";
import { isOn, isSameDocument, mark, open } from "../visitor.mjs";
import { words } from "../words.mjs";

const spoken = (page) => page.locator(".search-live [role=status]");

const ofSearch = (site) => asked(site).filter((path) => /seutu-search|search\.index/.test(path));

/** Scrolls through the results, until each of them has its words. */
async function seeAll(page) {
  for (const result of await results(page).all()) {
    await result.scrollIntoViewIfNeeded();
    await expect(result.locator("span")).not.toBeEmpty();
  }
}

test("nothing of search is loaded before the visitor turns to it", async ({ page, site }) => {
  await open(page, site, front().path);
  await page.mouse.wheel(0, 2000);
  await page.locator(".home-link").focus();
  expect(ofSearch(site)).toEqual([]);

  await page.locator(".site-search input").focus();
  await expect.poll(() => ofSearch(site).length).toBeGreaterThan(0);
});

test("search is at hand before anything is asked: for whoever points at the way there, or stands on its page", async ({ page, site }) => {
  await open(page, site, front().path);
  await page.locator(`.main-menu a[href="${SEARCH}"]`).hover();
  await expect.poll(() => ofSearch(site).filter((path) => /wasm$|\/fi$/.test(path)).length).toBe(2);

  await open(page, site, SEARCH);
  await expect.poll(() => ofSearch(site).filter((path) => /wasm$|\/fi$/.test(path)).length).toBe(4);
});

test("what was found is shown before its pages have come, and nothing moves when they come", async ({ page, site }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await open(page, site, SEARCH);
  site.fault = (path) => (path.endsWith("page.json") ? held.then(() => undefined) : undefined);
  await field(page).fill("koulutus");
  await expect(links(page).first()).toHaveText(WHOLE.title);
  await expect(page.locator("#search-results mark")).toHaveCount(0);
  const heights = () => results(page).evaluateAll((all) => all.map((result) => result.getBoundingClientRect().height));
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await field(page).fill("");
    await field(page).fill("koulutus");
    await expect(links(page).first()).toHaveText(WHOLE.title);
  }
  const before = await heights();
  release();

  await expect(page.locator("#search-results mark").first()).toBeVisible();
  await seeAll(page);
  expect(await heights()).toEqual(before);
});

test("a result whose page can't be loaded keeps no room for its words", async ({ guard, page, site }) => {
  guard.expect(NOT_LOADED);
  site.fault = (path) => (path === `${WHOLE.path}page.json` ? { status: 503 } : undefined);
  await ask(page, site, "koulutus");
  const summary = results(page).filter({ hasText: WHOLE.title }).locator(".listing-summary");
  await expect.poll(() => summary.evaluate((summary) => summary.getBoundingClientRect().height)).toBe(0);
  await expect(page.locator("#search-results mark").first()).toBeVisible();
});

test("the field in the header leads to the results without a new document", async ({ page, site }) => {
  await open(page, site, front().path);
  await mark(page);
  await page.locator(".site-search input").fill("koulutuksista");
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(`${site.origin}${SEARCH}?q=koulutuksista`);
  await expect(field(page)).toHaveValue("koulutuksista");
  await expect(links(page).first()).toHaveText(WHOLE.title);
  expect(await isSameDocument(page)).toBe(true);
});

test("an address with a question can be shared", async ({ page, site }) => {
  await ask(page, site, "seminaareista");

  await expect(links(page).first()).toHaveText("Seminaari Mikkelissä");
  await expect(results(page).first()).toContainText("Tapahtuma · Aika 30.11.2006 · Etusivu : hankkeet : teemaverkosto_koulutus");
});

test("a word is found in its other forms and in compounds", async ({ page, site }) => {
  await page.goto(site.origin + SEARCH);
  for (const [question, title] of [
    ["verkostojen", theme().title],
    ["hakuja", "Haku valmisteluryhmän jäseneksi"],
    ["jäsenen", "Haku valmisteluryhmän jäseneksi"],
    ["yhteistyö", theme().title],
    ["verkosto", theme().title],
    ["KOORDINOINNIN", "Koulutusyhteistyön teemaverkoston koordinointi tulevalla kaudella"],
    // The browser's own tables know what is compatible.
    ["ｖｅｒｋｏｓｔｏ", theme().title],
    ["verkosto:n", theme().title],
  ]) {
    await field(page).fill(question);
    await expect(count(page), question).toContainText(`”${question}”`);

    await expect.soft(links(page).filter({ hasText: title }).first(), question).toBeVisible();
  }
});

test("what was found is marked as it stands in the text", async ({ page, site }) => {
  await ask(page, site, "koulutus");
  await seeAll(page);

  await expect(page.locator("#search-results mark").filter({ hasText: "koulutusyhteistyön" }).first()).toBeVisible();
});

test("pages are asked for the words around what was found as their results come into sight", async ({ page, site }) => {
  const ofPages = () => asked(site).filter((path) => path.endsWith("page.json") && path !== `${SEARCH}page.json`).length;
  await page.setViewportSize({ width: 360, height: 500 });
  await ask(page, site, "koulutus");
  await results(page).first().scrollIntoViewIfNeeded();
  await expect(results(page).first().locator("span")).not.toBeEmpty();
  expect(ofPages()).toBeLessThan(await results(page).count());
  const all = await results(page).count();
  await seeAll(page);
  expect(ofPages()).toBe(all);
});

test("a browser that can't tell what is in sight shows all words around what was found", async ({ page, site }) => {
  await page.addInitScript(() => void delete window.IntersectionObserver);
  await ask(page, site, "koulutus");

  await expect(results(page).last().locator("span")).not.toBeEmpty();
});

test("results follow what is typed; the address and what is spoken wait until typing rests", async ({ page, site }) => {
  await open(page, site, SEARCH);
  await field(page).pressSequentially("seminaari");
  await expect(links(page).first()).toHaveText("Seminaari Mikkelissä");

  await expect(page).toHaveURL(`${site.origin}${SEARCH}?q=seminaari`);
  await expect(spoken(page)).toHaveText(await count(page).textContent());
  await field(page).fill("");
  await expect(page.locator(".search-live > *")).toHaveCount(0);
});

test("a word is found in the middle of typing, before it is typed to its end", async ({ page, site }) => {
  await open(page, site, SEARCH);
  await field(page).pressSequentially("seminaa");
  await expect(count(page)).toContainText("”seminaa”");

  await expect(links(page).first()).toHaveText("Seminaari Mikkelissä");
});

test("the keyboard alone reaches field, choices and results", async ({ page, site }) => {
  await ask(page, site, "koulutus");
  await field(page).focus();
  const stops = [];
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => document.activeElement.localName));
  }
  expect(stops).toEqual(["button", "select", "a", "a"]);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");

  await isOn(page, site, WHOLE);
});

test("who types fast has the index asked for once, and gets an answer to the last letter", async ({ page, site }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const root = (path) => /search\.index\/fi$/.test(path);
  site.fault = (path) => (root(path) ? held.then(() => undefined) : undefined);
  await page.goto(site.origin + SEARCH);
  await field(page).fill("k");
  await expect.poll(() => asked(site).filter(root).length).toBe(1);
  await field(page).fill("ko");
  await field(page).fill("kissanpentu");
  await field(page).fill("koulutus");
  const before = asked(site).length;
  release();

  await expect(count(page)).toContainText("koulutus");
  await expect(links(page).first()).toHaveText(WHOLE.title);
  expect(asked(site).filter(root)).toHaveLength(1);
  // Files of one question: nothing was brought for those that nobody waited for.
  const files = asked(site).slice(before).filter((path) => /search\.index/.test(path));
  expect(new Set(files).size).toBe(files.length);
});

test("an emptied field is empty at once, whatever is still on its way", async ({ page, site }) => {
  await ask(page, site, "koulutus");
  site.fault = (path) => (/search\.index|page\.json/.test(path) ? { hang: true } : undefined);
  await field(page).fill("seminaari");
  await field(page).fill("");

  await expect(results(page)).toHaveCount(0);
  await expect(count(page)).toHaveCount(0);
});

test("a choice narrows the results and keeps the focus", async ({ page, site }) => {
  await ask(page, site, "koulutus");
  const all = await results(page).count();
  await page.getByLabel("Sivun laji").focus();
  await page.getByLabel("Sivun laji").selectOption({ label: "Uutinen (2)" });

  await expect(results(page)).toHaveCount(2);
  await expect(page.getByLabel("Sivun laji")).toBeFocused();
  await page.getByLabel("Sivun laji").selectOption({ index: 0 });
  await expect(results(page)).toHaveCount(all);
});

test("each choice begins with all that was found, also what is in no section", async ({ page, site }) => {
  await ask(page, site, "hankkeella");
  const all = await results(page).count();
  const counts = await page.locator("select[name=section] option").allTextContents();
  const [, ...sections] = counts.map((option) => Number(/\((\d+)\)$/.exec(option)[1]));

  expect(sections.reduce((sum, count) => sum + count, 0)).toBeLessThan(all);
  expect(counts[0]).toBe(`Kaikki (${all})`);
  await expect(page.getByLabel("Sivun laji").locator("option").first()).toHaveText(`Kaikki (${all})`);
});

test("a word that nobody wrote is asked about: did you mean another one?", async ({ page, site }) => {
  await page.goto(site.origin + SEARCH);
  for (const [typed, meant] of [["semnaari", "seminaari"], ["tyo", "työtä"], ["kouultus", "koulutus"], ["joulutus", "koulutus"], ["kouultuksista", "koulutus"]]) {
    await field(page).fill(typed);
    await expect(count(page), typed).toContainText(`”${typed}”`);
    const suggestion = page.locator(".search-suggestion a");
    await expect(suggestion, typed).toHaveText(meant);
    await suggestion.click();

    await expect(field(page), typed).toHaveValue(meant);
    await expect(count(page), typed).toContainText(`”${meant}”`);
    await expect(results(page).first(), typed).toBeVisible();
  }
});

test("where nothing is found, the page says what helps", async ({ page, site }) => {
  await ask(page, site, "zzzxqw");

  await expect(count(page)).toHaveText("Ei tuloksia haulle ”zzzxqw”");
  await expect(page.getByText("Kokeile toista sanaa")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Sivukartta" })).toBeVisible();
});

test("whatever is typed does no harm", async ({ page, site }) => {
  await open(page, site, SEARCH);
  await field(page).focus();
  await field(page).evaluate((input) => input.removeAttribute("maxlength"));
  for (const [what, question] of Object.entries({
    "ten thousand letters": "a".repeat(10_000),
    "signs of regular expressions": ".*+?^${}()|[]\\",
    markup: "<img src=x onerror=alert(1)><b>koulutus</b>",
    pictures: "🙂🎉 koulutus 👩‍👩‍👧",
    blanks: "      koulutus     ",
  })) {
    await test.step(what, async () => {
      const type = (text) =>
        field(page).evaluate((input, text) => {
          input.value = text;
          input.dispatchEvent(new Event("input", { bubbles: true }));
        }, text);
      await type(question);
      await expect(count(page)).not.toBeEmpty();

      await expect.soft(page.locator(".search-live img, .search-live b"), what).toHaveCount(0);
      if (question.includes("koulutus")) await expect(results(page).first()).toBeVisible();
      await type("");
      await expect(page.locator(".search-live > *")).toHaveCount(0);
    });
  }
});

test("a choice that nothing of another question has doesn't hide what is found", async ({ page, site }) => {
  await ask(page, site, "koulutus");
  await page.getByLabel("Sivun laji").selectOption({ label: "Uutinen (2)" });
  await expect(results(page)).toHaveCount(2);
  await field(page).fill("saavutettavuusseloste");

  await expect(links(page).filter({ hasText: "Saavutettavuusseloste" })).toBeVisible();
});

test("in a tab that stays open, what pages say is asked for again after a while", async ({ page, site }) => {
  await ask(page, site, "koulutus");
  await expect(links(page).first()).toHaveText(WHOLE.title);
  const [, folder, hash] = asked(site).map((path) => path.match(/^(.*listed-)(.*)\.txt$/)).find(Boolean);
  const edited = Buffer.from(readFileSync(path.join(dist, `${folder}${hash}.txt`), "utf8").replace(`\t${WHOLE.title}\t`, "\tUusi otsikko\t"));
  const root = readFileSync(path.join(dist, "search.index/fi"), "latin1").replace(inRoot(hash), () => inRoot(hashOf(edited)));
  site.fault = (asked) => {
    if (asked === "/search.index/fi") return { body: Buffer.from(root, "latin1") };
    return asked === `${folder}${hashOf(edited)}.txt` ? { body: edited } : undefined;
  };
  const roots = () => asked(site).filter((path) => /search\.index\/fi$/.test(path)).length;
  expect(roots()).toBe(1);
  await page.clock.setFixedTime(Date.now() + 10 * 60 * 1000);
  await field(page).fill("koulutuksesta");

  await expect(links(page).first()).toHaveText("Uusi otsikko");
  expect(roots()).toBe(2);
});

test("an address that asks nothing is no question", async ({ page, site }) => {
  for (const query of ["?utm_source=x", "?q=", "?q=%20+", "?fbclid=q&qq=1#q=koulutus", "?sivu=2"]) {
    await open(page, site, SEARCH + query);

    await expect(page.locator("html"), query).not.toHaveAttribute("data-asked");
    await expect(page.locator(".search-live > *"), query).toHaveCount(0);
  }
  await page.goto(`${site.origin}${SEARCH}?utm_source=x&q=%C3%A4iti`);
  await expect(page.locator("html")).toHaveAttribute("data-asked");
  await expect(count(page)).toContainText("äiti");
});

test("results that are ready before the application takes over stay", async ({ page, site }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  site.fault = (path) => (/seutu-application.*wasm/.test(path) ? held.then(() => undefined) : undefined);
  await page.goto(`${site.origin}${SEARCH}?q=koulutus`, { waitUntil: "commit" });
  await expect.poll(() => ofSearch(site).length).toBeGreaterThan(1);
  release();
  await expect(page.getByRole("contentinfo")).toContainText(words("page_time_before"));

  await expect(results(page).first()).toBeVisible();
});

test("what is found moves nothing, asked by the address", async ({ page, site }) => {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
  });
  await ask(page, site, "koulutus");
  await expect(page.locator("#search-results mark").first()).toBeVisible();

  expect(await page.evaluate(() => window.shifts)).toEqual([]);
});

test("whoever follows a result before typing rests comes back to it", async ({ page, site }) => {
  await page.goto(site.origin + SEARCH);
  await field(page).fill("koulutus");
  await links(page).first().click();
  await isOn(page, site, WHOLE);
  await page.goBack();

  await expect(page).toHaveURL(`${site.origin}${SEARCH}?q=koulutus`);
  await expect(links(page).first()).toHaveText(WHOLE.title);
});

test("an answer that nobody waits for holds up none", async ({ page, site }) => {
  await page.goto(site.origin + SEARCH);
  await field(page).fill("koulutus");
  await expect(results(page).first()).toBeVisible();
  // The first one hangs at a page that nobody has asked for yet.
  const hangs = theme().section.at(-1);
  site.fault = (path) => (path === `${hangs}page.json` ? { hang: true } : undefined);
  await field(page).fill("yhteystiedot");
  await expect.poll(() => asked(site).includes(`${hangs}page.json`)).toBe(true);
  await field(page).fill("koulutus");

  await expect(count(page)).toContainText("koulutus");
});

test("the same question can be asked in other languages", async ({ page, site }) => {
  await ask(page, site, "projects");
  await page.locator(".search-languages").getByRole("link", { name: "In English" }).click();

  await expect(page).toHaveURL(`${site.origin}/en/search/?q=projects`);
  await expect(links(page).first()).toHaveText("Projects");
  await expect(count(page)).toContainText("for “projects”");
});

test("no state of search has a fault that axe finds", async ({ page, site }) => {
  for (const question of ["koulutus", "semnaari", "koulutus zzzxqw", "zzzxqw"]) {
    await ask(page, site, question);
    expect(await violationsInBothColours(page), question).toEqual([]);
  }
});

test("more results come after those that are there, and the focus goes on to the first of them", async ({ page, serveSite }) => {
  const site = await serveSite({ root: everything });
  await page.goto(`${site.origin}${SEARCH}?q=tiivistelmä`);
  const more = page.locator(".search-more");
  await expect(more).toBeVisible();
  const before = await results(page).count();
  expect(await violationsInBothColours(page)).toEqual([]);
  expect((await more.boundingBox()).height).toBeGreaterThanOrEqual(44);
  await more.press("Enter");

  await expect.poll(() => results(page).count()).toBeGreaterThan(before);
  await expect(links(page).nth(before)).toBeFocused();
});
