// "Kuuntele" with a real voice, where the machine has one (Debian: speech-dispatcher and speech-dispatcher-espeak-ng).
//
// The browser gets a speech service of its own that speaks into nothing: no loudspeaker is needed, nobody is disturbed,
// and a sentence is over as soon as its sound is made. Where the machine has no voice, nothing may be offered.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { launchOptions } from "../chromium.mjs";
import { expect, test as base } from "../fixtures.mjs";
import { everything, pagesOf } from "../portal.mjs";
import { marked } from "../speech.mjs";
import { open } from "../visitor.mjs";
import { words } from "../words.mjs";

const eventPage = pagesOf(everything).find((page) => page.title === "Rantapäivä");

/** How long a voice may take to come until it is held for absent; where there is one it comes within two seconds. */
const VOICE_COMES = 15_000;

const SPEECH_SERVICE = `
AudioOutputMethod "alsa"
AudioALSADevice "null"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
# It ends by itself this many seconds after the browser.
Timeout 1
`;

const test = base.extend({
  // A browser of its own: the others have no voices but those that tests give them.
  browser: [
    async ({ playwright }, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), "seutu-voice-"));
      const settings = path.join(folder, "config", "speech-dispatcher");
      mkdirSync(settings, { recursive: true });
      writeFileSync(path.join(settings, "speechd.conf"), SPEECH_SERVICE);
      const browser = await playwright.chromium.launch({
        ...launchOptions,
        args: [...launchOptions.args, "--enable-speech-dispatcher"],
        env: { ...process.env, XDG_CONFIG_HOME: path.dirname(settings), XDG_RUNTIME_DIR: folder },
      });
      await use(browser);
      await browser.close();
      // The service may still write its log.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: "worker" },
  ],
  site: async ({ serveSite }, use) => use(await serveSite({ root: everything })),
});

const tools = (page) => page.getByRole("group", { name: words("listen"), exact: true });
const button = (page, name) => page.getByRole("button", { name: words(name), exact: true });

/** The name of a voice of this device that speaks a language, as soon as the browser knows one. */
const voiceOf = (page, language) =>
  page.evaluate(
    ([language, patience]) =>
      new Promise((resolve) => {
        const look = () => {
          const voice = speechSynthesis.getVoices().find(({ lang, localService }) => localService && lang.split(/[-_]/)[0] === language);
          if (voice) resolve(voice.name);
        };
        speechSynthesis.addEventListener("voiceschanged", look);
        setTimeout(() => resolve(undefined), patience);
        look();
      }),
    [language, VOICE_COMES],
  );

/**
 * Notes what the voice tells of each sentence: that it begins, with what is marked then, and how it ends. At the sentence
 * with the number `pauseAt` the visitor presses Pause while it is being said.
 */
const noteSpeech = (context, pauseAt = -1) =>
  context.addInitScript((pauseAt) => {
    window.heard = [];
    const speak = SpeechSynthesis.prototype.speak;
    SpeechSynthesis.prototype.speak = function (utterance) {
      const note = (event) => {
        const mark = [...(CSS.highlights.get("read-aloud") ?? [])].map((range) => range.toString()).join("");
        window.heard.push({ event: event.type, text: utterance.text, voice: utterance.voice?.name, mark });
      };
      for (const type of ["start", "end", "error"]) utterance.addEventListener(type, note);
      utterance.addEventListener("start", () => {
        if (window.heard.filter(({ event }) => event === "start").length === pauseAt + 1) document.activeElement.click();
      });
      speak.call(this, utterance);
    };
  }, pauseAt);

const heard = async (page, type) => (await page.evaluate(() => window.heard)).filter(({ event }) => event === type);
const isSilent = (page) => page.evaluate(() => !speechSynthesis.speaking && !speechSynthesis.pending);

const isHeardToItsEnd = (page) =>
  expect.poll(async () => (await heard(page, "end")).at(-1)?.text, { timeout: 60_000 }).toMatch(/^Muutettu viimeksi/);

/** Where no voice speaks the page's language, the portal doesn't offer to read it. */
async function offersNothing(page) {
  await expect(tools(page)).toHaveCount(0);
  await expect(button(page, "listen")).toHaveCount(0);
}

test("the page is heard to its end, each sentence marked while it is said", async ({ context, page, site }) => {
  await noteSpeech(context);
  await open(page, site, eventPage.path);
  const voice = await voiceOf(page, eventPage.language);
  if (!voice) return offersNothing(page);
  await button(page, "listen").click();
  await isHeardToItsEnd(page);
  await expect(button(page, "listen")).toBeVisible();

  const [begun, ended] = [await heard(page, "start"), await heard(page, "end")];
  expect(begun[0]).toMatchObject({ text: eventPage.title, voice });
  expect(begun.length).toBeGreaterThan(10);
  expect(ended.map(({ text }) => text)).toEqual(begun.map(({ text }) => text));
  expect(begun.map(({ mark }) => mark)).toEqual(begun.map(({ text }) => text));
  expect(await heard(page, "error")).toEqual([]);
  expect(await marked(page)).toBe("");
  expect(await isSilent(page)).toBe(true);
});

test("after a pause the voice goes on with the same sentence", async ({ context, page, site }) => {
  await noteSpeech(context, 3);
  await open(page, site, eventPage.path);
  if (!(await voiceOf(page, eventPage.language))) return offersNothing(page);
  await button(page, "listen").click();
  await expect(button(page, "listen_go_on")).toBeVisible();
  await expect.poll(() => isSilent(page)).toBe(true);
  expect(await marked(page)).toBe("");
  const before = (await heard(page, "start")).map(({ text }) => text);
  expect(before).toHaveLength(4);
  await button(page, "listen_go_on").click();
  await isHeardToItsEnd(page);

  const all = (await heard(page, "start")).map(({ text }) => text);
  expect(all.slice(0, 5)).toEqual([...before, before.at(-1)]);
  expect(all.indexOf(before.at(-1), 5)).toBe(-1);
});
