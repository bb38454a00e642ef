// "Kuuntele" is offered where a voice of the visitor's own device speaks the page's language, and nowhere else.

import { expect, test as base } from "../fixtures.mjs";
import { everything, pagesOf } from "../portal.mjs";
import { bringVoices, recordSpeech, spoken } from "../speech.mjs";
import { addLink, isOn, open } from "../visitor.mjs";
import { words } from "../words.mjs";

const test = base.extend({
  site: async ({ serveSite }, use) => use(await serveSite({ root: everything })),
});

const FINNISH = { name: "Satu", lang: "fi-FI", localService: true };
const SWEDISH = { name: "Alva", lang: "sv-SE", localService: true };
const REMOTE = { name: "Pilvi", lang: "fi-FI", localService: false };

const pages = pagesOf(everything);
const blocks = pages.find((page) => page.title === "Kaikki lohkot");
const swedishSection = pages.find((page) => page.path === "/sv/hankkeet/");

const tools = (page) => page.getByRole("group", { name: words("listen"), exact: true });
const listen = (page) => page.getByRole("button", { name: words("listen"), exact: true });

for (const [what, voices] of Object.entries({
  "there is no voice": [],
  "no voice speaks the page's language": [SWEDISH],
  "the voice is somewhere else in the net": [REMOTE],
})) {
  test(`nothing is offered where ${what}`, async ({ context, page, site }) => {
    await recordSpeech(context, voices);
    await open(page, site, blocks.path);

    await expect(tools(page)).toHaveCount(0);
    // Also when the browser tells of the same voices once more.
    await bringVoices(page, voices);
    await expect(tools(page)).toHaveCount(0);
  });
}

test("nothing is offered where the browser can't speak", async ({ context, page, site }) => {
  await context.addInitScript(() => {
    delete Window.prototype.speechSynthesis;
    delete window.speechSynthesis;
  });
  await open(page, site, blocks.path);

  await expect(tools(page)).toHaveCount(0);
});

for (const lang of ["fi-FI", "fi_FI", "fi"]) {
  test(`a voice of this device that speaks ${lang} reads a Finnish page`, async ({ context, page, site }) => {
    await recordSpeech(context, [REMOTE, SWEDISH, { name: "Satu", lang, localService: true }]);
    await open(page, site, blocks.path);
    await listen(page).click();

    expect(await spoken(page)).toMatchObject([{ voice: "Satu" }]);
  });
}

test("it is offered when voices come late, and no more when they go", async ({ context, page, site }) => {
  await recordSpeech(context, []);
  await open(page, site, blocks.path);
  await expect(tools(page)).toHaveCount(0);
  await bringVoices(page, [FINNISH]);
  await expect(tools(page)).toBeVisible();
  await bringVoices(page, [SWEDISH]);

  await expect(tools(page)).toHaveCount(0);
});

test("what is offered follows the language of the page", async ({ context, page, site }) => {
  await recordSpeech(context, [FINNISH]);
  await open(page, site, blocks.path);
  await expect(tools(page)).toBeVisible();
  await (await addLink(page, swedishSection.path)).click();
  await isOn(page, site, swedishSection);
  await expect(tools(page)).toHaveCount(0);
  await page.goBack();
  await isOn(page, site, blocks);

  await expect(tools(page)).toBeVisible();
});

test("nothing moves when it is offered late, also on a small screen", async ({ context, page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await recordSpeech(context, []);
  await open(page, site, blocks.path);
  const place = () => page.locator(".page-tools + *").evaluate((next) => next.getBoundingClientRect().top + scrollY);
  const before = await place();
  await bringVoices(page, [FINNISH]);
  await expect(tools(page)).toBeVisible();

  expect(await place()).toBe(before);
});
