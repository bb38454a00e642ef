// Search whose module, index or pages don't come, or are those of another publication.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { violationsInBothColours } from "../axe.mjs";
import { expect, NOT_LOADED, test } from "../fixtures.mjs";
import { inRoot } from "../index-files.mjs";
import { dist, front } from "../portal.mjs";
import { withItsPolicy } from "../republished.mjs";
import { asked, ask, count, field, links, results, SEARCH, WHOLE } from "../search-page.mjs";
import { addLink, isSameDocument, mark, open, withResolvers } from "../visitor.mjs";
import { words } from "../words.mjs";

test("an index that doesn't come is told, and asked for again", async ({ guard, page, site }) => {
  guard.expect(NOT_LOADED);
  site.fault = (path) => (path.startsWith("/search.index/") ? { status: 503 } : undefined);
  await page.goto(`${site.origin}${SEARCH}?q=koulutus`);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Haku ei onnistunut");
  await expect(page.getByRole("main").getByRole("link", { name: "Sivukartta" })).toBeVisible();
  expect.soft(await violationsInBothColours(page)).toEqual([]);

  site.fault = undefined;
  await alert.getByRole("button", { name: "Yritä uudelleen" }).click();
  await expect(results(page).first()).toBeVisible();
});

test("search goes on when another publication has put another index in the place of the one at hand", async ({ guard, page, site }) => {
  guard.expect(NOT_LOADED);
  const root = "/search.index/fi";
  const now = readFileSync(path.join(dist, root)).toString("latin1");
  const hashes = readdirSync(path.join(dist, "search.index/fi.files")).filter((name) => name.startsWith("terms-")).map((name) => name.slice("terms-".length));
  const [first] = hashes.sort((one, other) => now.indexOf(inRoot(one)) - now.indexOf(inRoot(other)));
  // The root of the publication before, whose first words stood in a file of another name.
  const gone = "0123456789ab";
  site.fault = (name) => {
    if (name === root && asked(site).filter((path) => path === root).length === 1) return { body: Buffer.from(now.replace(inRoot(first), inRoot(gone)), "latin1") };
    return name.includes(gone) ? { status: 404, body: "" } : undefined;
  };
  await ask(page, site, "yhteystiedot");
  expect(asked(site).filter((path) => path.includes(gone))).toEqual([]);
  await field(page).fill("ajankohtaista");

  await expect(links(page).filter({ hasText: "Ajankohtaista" }).first()).toBeVisible();
  expect(asked(site).filter((path) => path.includes(gone)).length).toBeGreaterThan(0);
});

test("a module that doesn't come is asked for again", async ({ guard, page, site }) => {
  guard.expect(NOT_LOADED);
  site.fault = (path) => (/seutu-search.*wasm/.test(path) ? { status: 503 } : undefined);
  await page.goto(`${site.origin}${SEARCH}?q=koulutus`);
  await expect(page.getByRole("alert")).toContainText(words("search_unavailable"));
  expect.soft(await violationsInBothColours(page)).toEqual([]);

  site.fault = undefined;
  await field(page).focus();
  await expect(results(page).first()).toBeVisible();
  await expect(page.getByRole("alert")).toBeHidden();
});

test("a module whose script doesn't come is asked for again when a letter is typed", async ({ guard, page, site }) => {
  guard.expect(NOT_LOADED);
  site.fault = (path) => (/seutu-search.*js/.test(path) ? { status: 503 } : undefined);
  await page.goto(`${site.origin}${SEARCH}?q=koulutus`);
  await expect(page.getByRole("alert")).toContainText(words("search_unavailable"));

  site.fault = undefined;
  await field(page).fill("seminaari");
  await expect(count(page)).toContainText("seminaari");
});

/** Publishes the site anew, with another module for search, while documents of the old publication are open. */
function publishAnew(site) {
  const [, glue, wasm] = readFileSync(path.join(dist, "index.html"), "utf8").match(/name="seutu:search" content="\/(\S+) \/([^"]+)"/);
  const renamed = (name) => name.replace(/seutu-search-[0-9a-f]+/g, "seutu-search-0123456789abcdef");
  const types = { js: "text/javascript", wasm: "application/wasm" };
  site.fault = (asked) => {
    const name = asked.slice(1);
    if (name === glue || name === wasm) return { status: 404 };
    const old = [glue, wasm].find((file) => renamed(file) === name);
    if (old) return { body: readFileSync(path.join(dist, old)), contentType: types[old.split(".").pop()] };
    if (!asked.endsWith("/")) return undefined;
    const document = readFileSync(path.join(dist, name, "index.html"), "utf8");
    return { body: withItsPolicy(renamed(document), document), contentType: "text/html" };
  };
}

const ways = {
  "asked in the header": async (page) => {
    await page.locator(".site-search input").fill("koulutus");
    await page.keyboard.press("Enter");
  },
  "asked in the header before it is known that the old one is gone": (page) =>
    page.evaluate(() => {
      document.querySelector(".site-search input").value = "koulutus";
      document.querySelector(".site-search").requestSubmit();
    }),
  "asked in the header while it becomes known that the old one is gone": async (page, site) => {
    const anew = site.fault;
    const gate = withResolvers();
    site.fault = async (asked) => {
      if (asked === `${SEARCH}page.json`) await gate.promise;
      const answer = anew(asked);
      if (answer?.status === 404 && asked.endsWith(".wasm")) gate.resolve();
      return answer;
    };
    await page.evaluate(() => {
      const field = document.querySelector(".site-search input");
      field.value = "koulutus";
      document.querySelector(".site-search").requestSubmit();
      field.focus();
    });
  },
  "asked by a link": async (page) => (await addLink(page, `${SEARCH}?q=koulutus`)).click(),
};
for (const [way, ask] of Object.entries(ways)) {
  test(`in a tab that was open when the site was published anew, search answers when it is ${way}`, async ({ guard, page, site }) => {
    guard.expect(NOT_LOADED);
    await open(page, site, front().path);
    publishAnew(site);
    await ask(page, site);

    await expect(links(page).first()).toHaveText(WHOLE.title);
    await expect(page).toHaveURL(`${site.origin}${SEARCH}?q=koulutus`);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

test("on a search page that was open when the site was published anew, the button leads to what is found", async ({ guard, page, site }) => {
  guard.expect(NOT_LOADED);
  publishAnew(site);
  const anew = site.fault;
  // The document is of the publication before.
  site.fault = (path) => (path.endsWith("/") ? undefined : anew(path));
  await open(page, site, SEARCH);
  site.fault = anew;
  await field(page).fill("koulutus");
  await expect(page.getByRole("alert")).toContainText(words("search_unavailable"));
  await page.locator(".search-form").getByRole("button", { name: words("search"), exact: true }).click();

  await expect(links(page).first()).toHaveText(WHOLE.title);
});

test("where the module is gone for good, the page says so and doesn't load itself for ever", async ({ guard, page, site }) => {
  guard.expect(NOT_LOADED);
  site.fault = (path) => (/seutu-search/.test(path) ? { status: 404 } : undefined);
  await open(page, site, front().path);
  await (await addLink(page, `${SEARCH}?q=koulutus`)).click();
  await expect(page.getByRole("alert")).toContainText(words("search_unavailable"));

  const documents = () => asked(site).filter((path) => path === SEARCH).length;
  expect(documents()).toBeLessThanOrEqual(1);
});

test("an index in the form of another version leads to a new document", async ({ page, site }) => {
  site.fault = (path) => (/search\.index\/fi$/.test(path) ? { body: "\u0002 of another version" } : undefined);
  await open(page, site, SEARCH);
  await field(page).fill("koulutus");
  const again = page.locator(".search-again");
  await expect(again).toBeVisible();
  await mark(page);
  site.fault = undefined;
  await expect(page).toHaveURL(`${site.origin}${SEARCH}?q=koulutus`);
  await again.click();

  await expect(links(page).first()).toHaveText(WHOLE.title);
  expect(await isSameDocument(page)).toBe(false);
});

test("when nothing of what was found comes, it says so and tries again", async ({ guard, page, site }) => {
  guard.expect(NOT_LOADED);
  site.fault = (path) => (path.endsWith(".txt") ? { status: 503 } : undefined);
  await page.goto(`${site.origin}${SEARCH}?q=koulutus`);
  const again = page.locator(".search-again");
  await expect(page.locator(".search-failure")).toBeVisible();
  expect.soft(await violationsInBothColours(page)).toEqual([]);
  await again.focus();
  const pressed = await again.elementHandle();
  await again.press("Enter");
  // It is said anew, with another button.
  await expect.poll(() => pressed.evaluate((button) => button.isConnected)).toBe(false);
  await expect(again).toBeFocused();
  site.fault = undefined;
  await again.press("Enter");

  await expect(links(page).first()).toBeFocused();
});
