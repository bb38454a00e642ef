// "Kuuntele": the page read aloud by a voice of the visitor's own device, sentence by sentence.

import { expect, test as base } from "../fixtures.mjs";
import { everything, pagesOf } from "../portal.mjs";
import { finishAll, finishSentence, isSpeaking, marked, recordSpeech, spoken } from "../speech.mjs";
import { addLink, isOn, open } from "../visitor.mjs";
import { words } from "../words.mjs";

const test = base.extend({
  site: async ({ serveSite }, use) => use(await serveSite({ root: everything })),
});

const FINNISH = { name: "Satu", lang: "fi-FI", localService: true };
const SWEDISH = { name: "Alva", lang: "sv-SE", localService: true };

const pages = pagesOf(everything);
const blocks = pages.find((page) => page.title === "Kaikki lohkot");

const tools = (page, name = words("listen")) => page.getByRole("group", { name, exact: true });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const texts = async (page) => (await spoken(page)).map(({ text }) => text.trim());

/** Opens the page with all blocks, where a Finnish voice speaks. */
async function openWithVoice(context, page, site, voices = [FINNISH]) {
  await recordSpeech(context, voices);
  await open(page, site, blocks.path);
  await expect(tools(page)).toBeVisible();
}

/** Begins to listen. */
async function listen(page) {
  await button(page, words("listen")).click();
  await expect(button(page, words("listen_pause"))).toBeVisible();
}

test("the page is read to its end, sentence by sentence: headings, lists, facts, tables, and no more", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  await finishAll(page);

  const heard = await texts(page);
  // The day of the last change is the file's own.
  expect(heard.pop()).toMatch(/^Muutettu viimeksi [0-9.]+$/);
  expect(heard).toEqual([
    "Kaikki lohkot",
    "– yhdellä sivulla",
    "Tekstiä: vahvaa, korostettua, koodia, linkki hankkeisiin, ELY,",
    "på svenska",
    ", rivinvaihto",
    "ja posti@jarvila.example sekä numero.",
    "Luettelot",
    "Ensimmäinen",
    "Toinen, jolla on oma luettelo",
    "Alempi",
    "Vielä alempi",
    "Pohjalla",
    "Kolmas",
    "Yksi",
    "Kaksi",
    "Tee tämä.",
    "Tee sitten tämä.",
    "Pituus",
    "12 km",
    "Ranta",
    "kivinen",
    "Lainaus ja taulukko",
    "Ranta on kaikkien.",
    "Ja talvella jää.",
    "Kyläkirja, luku 3",
    "Rannat ja niiden pituudet",
    "Ranta",
    "Pituus",
    "Pohja",
    "Itäranta",
    "3 km",
    "hiekka",
    "Länsiranta",
    "4,5 km",
    "Kuvat ja koodi",
    "Ranta illalla.",
    "fn main() {",
    "println!(\"",
    "<Hei>\");",
    "}",
    "Huomautukset",
    "Hyvä tietää",
    "Muista eväät",
    "Kahvila on kiinni.",
    "Varo",
    "Jää on heikkoa.",
    // Closed, it's the heading alone that is seen.
    "Mistä jään paksuus tiedetään?",
    "Yhteys ja aineistot",
    "Rantavahti",
    "Tehtävä",
    "valvoo rantoja",
    "Organisaatio",
    "Järvilän kunta",
    "Sähköposti",
    "vahti@jarvila.example",
    "Puhelin",
    "+358 14 000 0000",
    "Osoite",
    "Rantatie 1",
    "40000 Järvilä",
    "Rantaopas (TXT, 2 kt)",
    "Strandguide",
    "(TXT, 2 kt, ruotsiksi)",
  ]);
  await expect(button(page, words("listen"))).toBeVisible();
  expect(await marked(page)).toBe("");
});

test("a sentence isn't begun before the last one has ended", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  expect(await texts(page)).toEqual(["Kaikki lohkot"]);
  await finishSentence(page);

  expect(await texts(page)).toEqual(["Kaikki lohkot", "– yhdellä sivulla"]);
});

test("the sentence that is heard is marked, it alone", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  expect(await marked(page)).toBe("Kaikki lohkot");
  await finishAll(page);

  for (const { text, marked } of await spoken(page)) expect(marked).toBe(text);
  expect(await marked(page)).toBe("");
});

test("a passage in another language is spoken in it, by a voice that knows it", async ({ context, page, site }) => {
  await openWithVoice(context, page, site, [FINNISH, SWEDISH]);
  await listen(page);
  await finishAll(page);

  const sentences = await spoken(page);
  expect(sentences.filter(({ lang }) => lang === "sv").map(({ text, voice }) => [text, voice])).toContainEqual(["på svenska", "Alva"]);
  expect(new Set(sentences.filter(({ lang }) => lang === "fi").map(({ voice }) => voice))).toEqual(new Set(["Satu"]));
});

test("without a voice for it, the page's own one reads it: no other may be asked", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  await finishAll(page);

  const sentences = await spoken(page);
  expect(sentences.map(({ text }) => text)).toContain("på svenska");
  expect(new Set(sentences.map(({ lang, voice }) => `${lang} ${voice}`))).toEqual(new Set(["fi Satu"]));
});

test("who leaves the document hears nothing more of it", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));

  await expect.poll(() => isSpeaking(page)).toBe(false);
  await expect(button(page, words("listen"))).toBeVisible();
});

test("what is folded is read once it is opened", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  await finishAll(page);
  expect(await texts(page)).not.toContain("Se mitataan.");
  await page.getByText("Mistä jään paksuus tiedetään?").click();
  await listen(page);
  await finishAll(page);

  expect(await texts(page)).toContain("Se mitataan.");
});

test("after a pause it goes on with the same sentence", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  await finishSentence(page);
  await finishSentence(page);
  const before = await texts(page);
  await button(page, words("listen_pause")).click();
  await expect(button(page, words("listen_go_on"))).toBeFocused();
  expect(await isSpeaking(page)).toBe(false);
  expect(await marked(page)).toBe("");
  await button(page, words("listen_go_on")).click();
  await expect(button(page, words("listen_pause"))).toBeVisible();

  expect(await texts(page)).toEqual([...before, before.at(-1)]);
  expect(await isSpeaking(page)).toBe(true);
});

test("after it was stopped it begins anew", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  await finishSentence(page);
  await button(page, words("listen_stop")).click();
  await expect(button(page, words("listen"))).toBeVisible();
  expect(await isSpeaking(page)).toBe(false);
  expect(await marked(page)).toBe("");
  await listen(page);

  expect((await texts(page)).at(-1)).toBe("Kaikki lohkot");
});

test("the focus isn't lost when the button that stopped it goes", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  await button(page, words("listen_stop")).press("Enter");
  await expect(button(page, words("listen_stop"))).toHaveCount(0);

  await expect(button(page, words("listen"))).toBeFocused();
});

test("the speed changes at once, from the sentence on that is heard", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  await finishSentence(page);
  const speeds = tools(page, words("listen_rate"));
  for (const [name, rate] of [["Hidas", 0.75], ["Nopea", 1.3], ["Tavallinen", 1]]) {
    await speeds.getByRole("button", { name }).click();
    await expect(speeds.getByRole("button", { name })).toHaveAttribute("aria-pressed", "true");
    await expect(speeds.locator("[aria-pressed=true]")).toHaveCount(1);
    const { text, rate: heard } = (await spoken(page)).at(-1);
    expect(text).toBe("– yhdellä sivulla");
    expect(heard).toBeCloseTo(rate, 3);
  }
});

test("the speed that was chosen stays for the next sentences", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  await button(page, "Nopea").click();
  await finishSentence(page);
  await finishSentence(page);

  expect((await spoken(page)).at(-1).rate).toBeCloseTo(1.3, 3);
});

test("the keyboard alone is enough", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await button(page, words("listen")).press("Enter");
  await expect(button(page, words("listen_pause"))).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(button(page, words("listen_stop"))).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(button(page, "Hidas")).toBeFocused();
});

test("a change of page ends it", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  const target = pages.find((page) => page.path === "/hankkeet/");
  await (await addLink(page, target.path)).click();
  await isOn(page, site, target);

  expect(await isSpeaking(page)).toBe(false);
  expect(await marked(page)).toBe("");
  await expect(button(page, words("listen"))).toBeVisible();
  expect(await texts(page)).toEqual(["Kaikki lohkot"]);
});

test("a sentence that can't be spoken is passed over", async ({ context, page, site }) => {
  await openWithVoice(context, page, site);
  await listen(page);
  await page.evaluate(() => window.speechRecord.current.onerror(new Event("error")));

  expect(await texts(page)).toEqual(["Kaikki lohkot", "– yhdellä sivulla"]);
});

test("the sentence that is heard is in sight", async ({ context, page, site }) => {
  await page.setViewportSize({ width: 360, height: 500 });
  await openWithVoice(context, page, site);
  await listen(page);
  for (let sentence = 0; sentence < 30; sentence += 1) await finishSentence(page);

  const isInSight = () => {
    const [range] = CSS.highlights.get("read-aloud");
    const { top, bottom } = range.getBoundingClientRect();
    return top >= -1 && bottom <= innerHeight + 1;
  };
  await expect.poll(() => page.evaluate(isInSight)).toBe(true);
});
