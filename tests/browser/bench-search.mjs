// Measures search in the browser, Seutu's beside plain Pagefind's on the same pages.
//
//   node bench-search.mjs site FOLDER        bytes to the first result, time from the last letter to the results
//   node bench-search.mjs forms FOLDER LISTS how many inflected forms, and compounds by a part, Pagefind finds
//
// FOLDER is a published site with Pagefind's files in pagefind/, and for `forms` a page for each word. LISTS is tests/finnish.
// Times are from the event that brings the last letter to the frame that shows the results, with the index at hand.

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

import { chromium } from "@playwright/test";

import { launchOptions } from "./chromium.mjs";
import { serve } from "./serve.mjs";

// As they stand in the texts: Pagefind finds nothing for "koulutus" where a text has "koulutuksen".
const QUESTIONS = ["koulutuksen", "hakemuksen", "yhteistyön", "seminaarin", "kunnan"];
const TIMES = 5;
/** Who waits longer than this waits for nothing. */
const PATIENCE = 20_000;

const SLOWED = [1, 4];

/** How often the strange questions are asked. */
const ROUNDS = 5;

/** What nobody asks for, of ten thousand letters each. */
const STRANGE = ["a", "koulutus ", "koulutusyhteistyö", ".*+?^${}()|[]\\", "<b>koulutus</b>", "🙂 👩‍👩‍👧 ", " "];

const [what, folder, lists] = process.argv.slice(2);
const site = await serve({ root: folder });
const browser = await chromium.launch(launchOptions);
try {
  if (what === "forms") await forms();
  else await useOfBoth();
} finally {
  await browser.close();
  await site.close();
}

async function useOfBoth() {
  const html = `<!doctype html><html lang="fi"><title>Pagefind</title><link rel="stylesheet" href="/pagefind/pagefind-ui.css">
    <div id="search"></div><script src="/pagefind/pagefind-ui.js"></script><script src="/plain.js"></script>`;
  await writeFile(path.join(folder, "plain.html"), html);
  // Without the pause of 300 ms that it takes by itself.
  await writeFile(path.join(folder, "plain.js"), `new PagefindUI({ element: "#search", debounceTimeoutMs: 0 });`);
  const seutu = {
    name: "Seutu",
    address: "/haku/",
    field: ".search-form input",
    result: "#search-results a",
    isAsked: (asked) => /seutu-search|search\.index|page\.json$/.test(asked) && asked !== "/haku/page.json",
  };
  const pagefind = {
    name: "Pagefind",
    address: "/plain.html",
    field: ".pagefind-ui__search-input",
    result: ".pagefind-ui__result-link",
    isAsked: (asked) => asked.startsWith("/pagefind/"),
  };
  for (const engine of [seutu, pagefind]) {
    const bytes = [];
    for (const question of QUESTIONS) bytes.push(await bytesToFirstResult(engine, question));
    const times = [];
    for (const slowed of SLOWED) times.push(await timeToResults(engine, slowed));
    const [quick, slow] = times;
    const kilobytes = `${kB(median(bytes))}, at most ${kB(Math.max(...bytes))}`;
    console.log(
      `  ${engine.name.padEnd(10)} to the first result ${kilobytes}; to the results ${ms(quick)}, slowed ${ms(slow)}; ` +
        `longest frame or task ${quick.longest.toFixed(0)} ms, slowed ${slow.longest.toFixed(0)} ms`,
    );
  }
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await framesOfStrangeQuestions(seutu));
  const least = STRANGE.map((question, place) => ({ question, frame: Math.min(...rounds.map((frames) => frames[place])) }));
  const { question, frame } = least.reduce((one, other) => (other.frame > one.frame ? other : one));
  const which = frame > 0 ? ` (of ${JSON.stringify(question)})` : "";
  console.log(`  Seutu      strange questions of 10,000 letters: longest frame or task ${frame.toFixed(0)} ms${which}, limit 50`);
}

/**
 * The longest frame or task over 50 ms of each strange question, 0 for none. What a question costs it costs in each round; what
 * another program on the machine costs, it doesn't.
 *
 * Asked by the address, which nothing shortens, and by the field. The first changes of page cost more, whatever is asked, for
 * the browser compiles what it runs: ordinary questions go first. Each begins in a task of its own, so that what brought it
 * here isn't part of it.
 */
async function framesOfStrangeQuestions({ address, field, result }) {
  const page = await open();
  await page.goto(`${site.origin}${address}?q=${QUESTIONS[0]}`);
  await page.locator(result).first().waitFor();
  const ask = (question) =>
    new Promise((asked) => {
      setTimeout(() => asked(navigation.navigate(`?q=${encodeURIComponent(question)}`).finished));
    });
  const answered = (question) => {
    const repeated = [...question.trim()].slice(0, 20).join("");
    return repeated
      ? page.locator(".search-count", { hasText: repeated }).waitFor()
      : page.locator(".search-live > *").first().waitFor({ state: "detached" });
  };
  for (const question of QUESTIONS.slice(1)) {
    await page.evaluate(ask, question);
    await answered(question);
  }
  await page.evaluate(prepare, result);
  const longest = [];
  for (const strange of STRANGE) {
    const question = strange.repeat(10_000 / strange.length);
    await page.evaluate(ask, question);
    await answered(question);
    for (const typed of [QUESTIONS[0], question.slice(0, 200)]) {
      await page.locator(field).fill(typed);
      await answered(typed);
    }
    longest.push(await page.evaluate(longestSince));
  }
  await page.close();
  return longest;
}

/** What is loaded from the visitor's turning to search until the first result is there, as a host with Brotli sends it. */
async function bytesToFirstResult({ address, field, result, isAsked }, question) {
  const page = await open();
  const before = site.requests.length;
  await page.goto(site.origin + address);
  await page.locator(field).pressSequentially(question);
  await page.locator(result).first().waitFor();
  const asked = new Set(site.requests.slice(before).map((request) => request.path).filter(isAsked));
  await page.close();
  const sizes = [...asked].map(async (name) => {
    const bytes = await readFile(path.join(folder, name));
    return Math.min(bytes.length, brotliCompressSync(bytes).length);
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function timeToResults({ address, field, result }, slowed) {
  const page = await open();
  await page.goto(site.origin + address);
  // Every question once: what they need is at hand then.
  for (const question of QUESTIONS) {
    await page.locator(field).fill(question);
    await page.locator(result).first().waitFor();
    await page.locator(field).fill("");
    await page.locator(result).first().waitFor({ state: "detached" });
  }
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await page.evaluate(prepare, result);
  const times = [];
  for (let time = 0; time < TIMES; time += 1) {
    for (const question of QUESTIONS) {
      await page.locator(field).focus();
      await page.evaluate(() => void (window.answered = window.shown()));
      await page.keyboard.insertText(question);
      times.push(await page.evaluate(() => window.answered));
      await page.locator(field).fill("");
      await page.locator(result).first().waitFor({ state: "detached" });
    }
  }
  const longest = await page.evaluate(longestSince);
  await page.close();
  return { median: median(times), most: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)], longest };
}

function prepare(result) {
  window.longest = 0;
  const observe = (type) => {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type });
  };
  observe("longtask");
  observe("long-animation-frame");
  window.shown = () =>
    new Promise((resolve) => {
      let typed;
      addEventListener("input", () => (typed = performance.now()), { capture: true, once: true });
      const observer = new MutationObserver(() => {
        if (!typed || !document.querySelector(result)) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - typed)));
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
}

/** The longest since it was last asked, once the frame that is under way is counted. */
function longestSince() {
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      setTimeout(() => {
        resolve(window.longest);
        window.longest = 0;
      }),
    );
  });
}

/** Recall of plain Pagefind, both ways, on the lists that `tests/recall.rs` asks ours. */
async function forms() {
  const page = await open();
  await page.goto(`${site.origin}/index.html`);
  for (const list of ["inflection.tsv", "held-out.tsv"]) {
    const pairs = await read(list);
    const both = pairs.flatMap(([word, other]) => [[word, other], [other, word]]);
    report(list, await found(page, both));
  }
  report("compounds.tsv", await found(page, (await read("compounds.tsv")).map(([word, part]) => [part, word])));
}

/** How many of the pairs of a question and a word are met. */
async function found(page, pairs) {
  const met = await page.evaluate(async (pairs) => {
    const pagefind = await import("/pagefind/pagefind.js");
    await pagefind.init();
    const words = new Map();
    const answers = new Map();
    let met = 0;
    for (const [question, word] of pairs) {
      if (!answers.has(question)) {
        const { results } = await pagefind.search(question);
        const titles = [];
        for (const result of results) {
          if (!words.has(result.id)) words.set(result.id, (await result.data()).meta.title);
          titles.push(words.get(result.id));
        }
        answers.set(question, new Set(titles));
      }
      if (answers.get(question).has(word)) met += 1;
    }
    return met;
  }, pairs);
  return { met, all: pairs.length };
}

async function read(list) {
  const lines = (await readFile(path.join(lists, list), "utf8")).split("\n");
  const entries = lines.filter((line) => line.includes("\t") && !line.startsWith("#")).map((line) => line.split("\t"));
  return entries.flatMap(([word, others]) => others.split(" ").map((other) => [word, other]));
}

function report(list, { met, all }) {
  console.log(`  Pagefind   ${list}: ${((100 * met) / all).toFixed(1)} % (${met} of ${all})`);
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function ms(times) {
  return `${times.median.toFixed(0)} ms (95th percentile ${times.most.toFixed(0)})`;
}

async function open() {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  return page;
}
