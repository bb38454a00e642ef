// Acts of a visitor of the portal, in any engine. Each check is a sentence with the feature of FEATURES (lacks.mjs) that the check
// needs, if any; where the engine lacks the feature, another check says what its visitors get instead.

import assert from "node:assert/strict";

import { dist, everything, front, oldAddresses, pagesOf, pageTitled, theme } from "../portal.mjs";
import { words } from "../words.mjs";

const map = () => pageTitled("Sivukartta");
const linkTo = ({ path }) => `#seutu a[href="${path}"]`;
const menuLink = ({ path }) => `.main-menu a[href="${path}"]`;
const FIRST_RESULT = "#search-results > li a";
/** The page whose title has the word "koulutus" in another form. */
const ofMeaning = () => pagesOf(dist).find(({ title }) => title.includes("koulutuksen merkitys"));

/** The focus is on the page's h1. */
const focusIsOnHeading = (visitor) => visitor.until("the focus is on the h1", () => document.activeElement?.localName === "h1");
const isAtTop = (visitor) => visitor.until("the page is at its top", () => scrollY === 0);
/** The text has so many per cent of the browser's own size. */
const isAtPercent = (visitor, size) =>
  visitor.until(`the text has ${size} %`, (size) => Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) / 0.16) === size, size);

/** A window low enough for every page to be scrolled in. */
const scrolls = (visitor) => visitor.resize(1000, 500);

/** Clicks on a link and waits for its page. */
async function follow(visitor, target, selector = linkTo(target)) {
  await visitor.click(selector);
  await visitor.isOn(target);
}

/** Opens a page, and scrolls until a link at its end is in sight. Gives the place. */
async function readToItsEnd(visitor) {
  await scrolls(visitor);
  await visitor.open(theme().path);
  await visitor.evaluate(() => document.querySelector(".site-footer a").scrollIntoView());
  return visitor.until("the page is scrolled", () => scrollY);
}

/** Without the application: the text is there, controls that need it are not, and a link leads on. */
async function isReadable(visitor) {
  assert.equal(await visitor.text("h1"), front().title);
  await visitor.until("the style has come", () => getComputedStyle(document.querySelector(".site-header")).display !== "inline");
  await follow(visitor, theme());
}

/** Messages of a document that the visitor leaves before its application has come. */
const LEFT_EARLY = /application didn't start|not loaded: .*(seutu-application|start-)|computed hash is “47DEQpj8HBSa\+/;

const CALL = "/hankkeet/haku/";
const BLOCKS = "/hankkeet/lohkot/";

export const CHECKS = [
  {
    what: "a page is read, and its links followed, while the application is on its way",
    run: async (visitor) => {
      visitor.allow(LEFT_EARLY);
      visitor.fault = (path) => (path.endsWith(".wasm") ? { hang: true } : undefined);
      await visitor.go(front().path);
      await isReadable(visitor);
    },
  },
  {
    what: "where the application's files don't come, its controls go and links lead on",
    run: async (visitor) => {
      visitor.allow(/./);
      visitor.fault = (path) => (/seutu-[^/]+\.(wasm|js)$/.test(path) ? { status: 503 } : undefined);
      await visitor.go(front().path);
      await visitor.until("the controls are gone", () => !document.documentElement.hasAttribute("data-script"));
      assert.equal(await visitor.isVisible(".text-size-larger"), false);
      await isReadable(visitor);
    },
  },
  {
    what: "a damaged module leaves the page readable",
    run: async (visitor) => {
      visitor.allow(/./);
      visitor.fault = (path) => (path.endsWith(".wasm") ? { body: "damaged", contentType: "application/wasm" } : undefined);
      await visitor.go(front().path);
      await visitor.until("the controls are gone", () => !document.documentElement.hasAttribute("data-script"));
      await isReadable(visitor);
    },
  },
  {
    what: "the application starts, changes nothing that is read, and says how long the page took",
    site: { root: everything },
    run: async (visitor) => {
      let release;
      const held = new Promise((resolve) => (release = resolve));
      visitor.fault = async (path) => void (path.endsWith(".wasm") && (await held));
      await visitor.go(BLOCKS);
      await visitor.until("the whole text is there", () => document.readyState !== "loading");
      const before = await visitor.evaluate(() => document.querySelector("main").innerHTML);
      release();
      await visitor.isActive();
      assert.equal(await visitor.evaluate(() => document.querySelector("main").innerHTML), before);
      assert.match(await visitor.text(".page-time"), /\d/);
    },
  },
  {
    what: "a page begins at 320 px without a scrollbar across, and with its style",
    run: async (visitor) => {
      await visitor.open(front().path);
      await visitor.resize(450, 700);
      for (const target of [front(), theme(), map()]) {
        await visitor.open(target.path);
        const [needed, given] = await visitor.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(needed <= given, `${target.path} is ${needed} px wide in ${given} px`);
      }
      await visitor.resize(1280, 800);
    },
  },
  {
    what: "a click leads to the page, at its top",
    run: async (visitor) => {
      await scrolls(visitor);
      await visitor.open(front().path);
      await follow(visitor, theme(), `main ${linkTo(theme()).slice("#seutu ".length)}`);
      await isAtTop(visitor);
      assert.equal(await visitor.style("main h1", "display"), "block");
    },
  },
  {
    what: "a change of page keeps the document and puts the focus on the h1",
    needs: "Navigation API",
    run: async (visitor) => {
      await visitor.open(front().path);
      await visitor.mark();
      await follow(visitor, theme());
      await focusIsOnHeading(visitor);
      assert.ok(await visitor.isSameDocument());
    },
  },
  {
    what: "the keyboard follows a link",
    run: async (visitor) => {
      await visitor.open(front().path);
      await visitor.focus(linkTo(theme()));
      await visitor.press("Enter");
      await visitor.isOn(theme());
      await visitor.isActive();
    },
  },
  {
    what: "the Tab key reaches the way to the content first, which leads there",
    run: async (visitor) => {
      await visitor.open(theme().path);
      await visitor.press("Tab");
      await visitor.until("the skip link has the focus", () => document.activeElement?.classList.contains("skip-link"));
      await visitor.press("Enter");
      await visitor.until("the address names the content", () => location.hash === "#sisalto");
      await visitor.press("Tab");
      await visitor.until("the next stop is in the content", () => document.activeElement?.closest("main") !== null);
    },
  },
  {
    what: "back leads to the place where the visitor was, forward to the page after it",
    run: async (visitor) => {
      const place = await readToItsEnd(visitor);
      await visitor.click(`.site-footer a[href="${map().path}"]`);
      await visitor.isOn(map());
      await isAtTop(visitor);
      const left = await visitor.evaluate(() => scrollY);
      assert.equal(left, 0);
      await visitor.back();
      await visitor.isOn(theme());
      await visitor.until(`the page is at ${place} again`, (place) => Math.abs(scrollY - place) < 200 && scrollY > 0, place);
      await visitor.forward();
      await visitor.isOn(map());
      await visitor.back();
      await visitor.isOn(theme());
    },
  },
  {
    what: "back leads to the place where the visitor was, also from a lower page that was waited for",
    run: async (visitor) => {
      const place = await readToItsEnd(visitor);
      let come;
      const late = new Promise((resolve) => (come = resolve));
      visitor.fault = (path) => (path === `${map().path}page.json` ? late : undefined);
      await visitor.click(`.site-footer a[href="${map().path}"]`);
      const clicked = await visitor.evaluate(() => performance.now());
      await visitor.until("a wait is noticed", (clicked) => performance.now() > clicked + 200, clicked);
      come();
      await visitor.isOn(map());
      await isAtTop(visitor);
      const isLower = (place) => document.documentElement.scrollHeight < place + innerHeight - 200;
      await visitor.until("the page is lower, and as high as its content", isLower, place);
      await visitor.back();
      await visitor.isOn(theme());
      await visitor.until(`the page is at ${place} again`, (place) => Math.abs(scrollY - place) < 200, place);
    },
  },
  {
    what: "back and forward keep the document and move the focus to the h1",
    needs: "Navigation API",
    run: async (visitor) => {
      await visitor.open(front().path);
      await visitor.mark();
      await follow(visitor, theme());
      await visitor.back();
      await visitor.isOn(front());
      await focusIsOnHeading(visitor);
      await visitor.forward();
      await visitor.isOn(theme());
      await focusIsOnHeading(visitor);
      assert.ok(await visitor.isSameDocument());
    },
  },
  {
    what: "a link to a heading leads to it on another page",
    run: async (visitor) => {
      await scrolls(visitor);
      await visitor.open(map().path);
      await visitor.evaluate((address) => document.body.append(Object.assign(document.createElement("a"), { href: address, id: "added", textContent: "added" })), `${front().path}#tutustu-seutuun`);
      await visitor.click("#added");
      await visitor.isOn(front());
      await visitor.until("the heading is in sight", () => {
        const { top } = document.querySelector("#tutustu-seutuun").getBoundingClientRect();
        return location.hash === "#tutustu-seutuun" && top > -50 && top < innerHeight;
      });
    },
  },
  {
    what: "an old address leads to the page that took its place",
    run: async (visitor) => {
      const { from, to } = oldAddresses.find(({ from }) => from.endsWith("/")) ?? oldAddresses[0];
      await visitor.go(from);
      await visitor.until(`${from} leads to ${to}`, (to) => location.pathname === to && document.querySelector("h1") !== null, to);
      await visitor.isActive();
    },
  },
  {
    what: "a page that doesn't come is told of, and the visitor stays where they were",
    needs: "Navigation API",
    run: async (visitor) => {
      visitor.allow(/500|not loaded|Load failed|NetworkError/);
      await visitor.open(front().path);
      visitor.fault = (path) => (path === `${theme().path}page.json` ? { status: 500 } : undefined);
      await visitor.click(linkTo(theme()));
      await visitor.until("the failure is told", (text) => document.querySelector("[role=alert]")?.textContent.includes(text), words("failure_server"));
      assert.equal(await visitor.text("h1"), front().title);
      visitor.fault = undefined;
      await visitor.click("[role=alert] [data-action=try-again]");
      await visitor.isOn(theme());
      assert.equal(await visitor.isVisible("[role=alert]"), false);
    },
  },
  {
    what: "until a page has come, the address stays",
    needs: "precommitHandler",
    run: async (visitor) => {
      let release;
      const held = new Promise((resolve) => (release = resolve));
      await visitor.open(front().path);
      visitor.fault = async (path) => void (path === `${theme().path}page.json` && (await held));
      await visitor.click(linkTo(theme()));
      await visitor.until("the page is asked for", () => performance.getEntriesByType("resource").length > 0);
      assert.equal(await visitor.evaluate(() => location.pathname), front().path);
      release();
      await visitor.isOn(theme());
    },
  },
  {
    what: "a missing page.json keeps nobody from a page that is there",
    run: async (visitor) => {
      visitor.allow(/404|not loaded/);
      await visitor.open(front().path);
      visitor.fault = (path) => (path === `${theme().path}page.json` ? { status: 404 } : undefined);
      await follow(visitor, theme());
      await visitor.isActive();
    },
  },
  {
    what: "the text size holds on the next page, in the next document and after a reload",
    run: async (visitor) => {
      await visitor.open(front().path);
      await visitor.click(".text-size .text-size-larger");
      await isAtPercent(visitor, 115);
      await follow(visitor, theme());
      await visitor.isActive();
      await isAtPercent(visitor, 115);
      await visitor.open(map().path);
      await isAtPercent(visitor, 115);
      await visitor.reload();
      await isAtPercent(visitor, 115);
      await visitor.isActive();
      await visitor.click(".text-size .text-size-normal");
      await isAtPercent(visitor, 100);
    },
  },
  {
    what: "reading settings take effect at once, hold on the next page, and can be reset",
    run: async (visitor) => {
      await visitor.open(front().path);
      const day = await visitor.style("body", "backgroundColor");
      await visitor.click(".preferences-button");
      await visitor.click('#lukuasetukset [data-action="theme=dark"]');
      await visitor.until("it is dark", (day) => getComputedStyle(document.body).backgroundColor !== day, day);
      await visitor.click('#lukuasetukset [data-action="spacing=wide"]');
      await visitor.until("lines are wide", () => document.documentElement.dataset.spacing === "wide");
      await visitor.press("Escape");
      await visitor.until("the panel is closed", () => document.querySelector("#lukuasetukset").getClientRects().length === 0);
      await follow(visitor, theme());
      await visitor.isActive();
      await visitor.reload();
      await visitor.isActive();
      assert.equal(await visitor.evaluate(() => `${document.documentElement.dataset.theme} ${document.documentElement.dataset.spacing}`), "dark wide");
      assert.notEqual(await visitor.style("body", "backgroundColor"), day);
      await visitor.click(".preferences-button");
      await visitor.click("#lukuasetukset [data-action=reset-preferences]");
      await visitor.until("it is day again", (day) => getComputedStyle(document.body).backgroundColor === day, day);
    },
  },
  {
    what: "on a small screen the keyboard opens the menu, closes it, and follows a link of it",
    run: async (visitor) => {
      const entry = pageTitled("Hankkeet");
      await visitor.resize(460, 740);
      await visitor.open(theme().path);
      assert.equal(await visitor.isVisible(menuLink(entry)), false);
      await visitor.focus(".menu-button");
      await visitor.press("Enter");
      await visitor.until("the menu is open", () => document.querySelector("#valikko").getClientRects().length > 0);
      await visitor.press("Tab");
      await visitor.until("the focus is in the menu", () => document.activeElement?.closest("#valikko") !== null);
      await visitor.press("Escape");
      await visitor.until("the menu is closed, and the focus where it was", () => document.querySelector("#valikko").getClientRects().length === 0 && document.activeElement?.classList.contains("menu-button"));
      await visitor.press("Enter");
      await visitor.until("the menu is open", () => document.querySelector("#valikko").getClientRects().length > 0);
      await visitor.focus(menuLink(entry));
      await visitor.press("Enter");
      await visitor.isOn(entry);
      await visitor.until("the menu is closed", () => document.querySelector("#valikko").getClientRects().length === 0);
      await visitor.resize(1280, 800);
    },
  },
  {
    what: "search finds a word in another form, from its own field and by an address",
    run: async (visitor) => {
      await visitor.open(front().path);
      await visitor.click(".site-search input");
      await visitor.type("koulutuksista");
      await visitor.press("Enter");
      await visitor.until("the page is found", (selector, title) => document.querySelector(selector)?.textContent === title, FIRST_RESULT, ofMeaning().title);
      assert.equal(await visitor.evaluate(() => location.search), "?q=koulutuksista");
      await visitor.go(`/haku/?q=${encodeURIComponent("jäsenen")}`);
      await visitor.until("the call is found", (selector) => [...document.querySelectorAll(selector)].some(({ textContent }) => textContent === "Haku valmisteluryhmän jäseneksi"), FIRST_RESULT);
    },
  },
  {
    what: "search follows what is typed, marks it, suggests a word, and a result leads to its page",
    run: async (visitor) => {
      await visitor.open("/haku/");
      await visitor.click(".search-form input");
      await visitor.type("semnaari");
      await visitor.until("another word is suggested", () => document.querySelector(".search-suggestion a")?.textContent === "seminaari");
      await visitor.click(".search-suggestion a");
      await visitor.until("it is found and marked", (selector) => document.querySelector(selector)?.textContent === "Seminaari Mikkelissä" && document.querySelector("#search-results mark") !== null, FIRST_RESULT);
      await visitor.click(FIRST_RESULT);
      await visitor.isOn(pageTitled("Seminaari Mikkelissä"));
    },
  },
  {
    what: "search that doesn't come says so, and what helps",
    run: async (visitor) => {
      visitor.allow(/./);
      visitor.fault = (path) => (path.startsWith("/search.index/") ? { status: 503 } : undefined);
      await visitor.go("/haku/?q=koulutus");
      await visitor.until("the failure is told", () => [...document.querySelectorAll("[role=alert]")].some((one) => one.textContent.includes("Haku ei onnistunut")));
      assert.ok(await visitor.isVisible(`main a[href="${map().path}"]`));
    },
  },
  ...[
    ["before it opens", "2026-01-31T23:50:00+02:00", "call_coming"],
    ["while it is open", "2026-02-01T00:00:00+02:00", "call_open"],
    ["when it has closed", "2026-04-01T00:00:00+03:00", "call_closed"],
  ].map(([when, moment, message]) => ({
    what: `a call says its state by the visitor's clock: ${when}`,
    site: { root: everything, moment: Date.parse(moment) },
    run: async (visitor) => {
      await visitor.go(CALL);
      const says = (text) => visitor.until(`the call says ${text}`, (text) => document.querySelector(".call-state")?.textContent.startsWith(text), text);
      await visitor.hasStarted();
      await says(words(message));
      await visitor.isActive();
      await says(words(message));
    },
  })),
  {
    what: "a page that is kept as it was left for a week is right by the clock on the way back, and its links work",
    site: { root: everything, moment: Date.parse("2026-03-27T12:00:00+02:00") },
    run: async (visitor, engine) => {
      await visitor.open(CALL);
      await visitor.until("the call is in its last week", (text) => document.querySelector(".call-state")?.textContent.startsWith(text), words("call_last_week"));
      await visitor.evaluate(() => globalThis.moveClock(7 * 24 * 3600 * 1000));
      await visitor.go("/hankkeet/tapahtuma/");
      await visitor.isActive();
      await visitor.back();
      const isKept = await visitor.until("the call is there again", () => location.pathname.endsWith("/haku/") && document.readyState !== "loading" && { as: globalThis.cameBackAsLeft === true });
      if (isKept.as) engine.note("keeps pages for the way back as they were left");
      const state = words(isKept.as ? "call_closed" : "call_last_week");
      await visitor.until(`the call says ${state}`, (text) => document.querySelector(".call-state")?.textContent.startsWith(text), state);
      await visitor.isActive();
      await visitor.click('.main-menu a[href="/hankkeet/"]');
      await visitor.until("the next page is there", () => location.pathname === "/hankkeet/" && document.querySelector("h1") !== null);
    },
  },
  {
    what: "a notice stands within its time before the application comes, and what is over is gone",
    site: { root: everything, moment: Date.parse("2026-01-11T12:00:00+02:00") },
    run: async (visitor) => {
      visitor.allow(LEFT_EARLY);
      visitor.fault = (path) => (path.endsWith(".wasm") ? { hang: true } : undefined);
      await visitor.go("/");
      await visitor.until("the notice stands", () => document.documentElement.hasAttribute("data-notice"));
      assert.ok(await visitor.isVisible(".site-notice"));
    },
  },
  {
    what: "an unknown address gives the portal's own page, which leads on",
    run: async (visitor) => {
      visitor.allow(/404/);
      await visitor.open("/hankkeet/ei/ole/");
      assert.equal(await visitor.text("h1"), "Sivua ei löydy");
      await follow(visitor, map(), `main ${linkTo(map()).slice("#seutu ".length)}`);
    },
  },
  {
    what: "the language switch leads to the page's translation",
    site: { root: everything },
    run: async (visitor) => {
      const titled = (title) => pagesOf(everything).find((page) => page.title === title);
      await visitor.open(titled("Rantapäivä").path);
      await visitor.click(".languages a[hreflang=sv]");
      await visitor.isOn(titled("Stranddagen"));
      await visitor.until("the page is Swedish", () => document.documentElement.lang === "sv");
      await visitor.back();
      await visitor.isOn(titled("Rantapäivä"));
      await visitor.until("the page is Finnish", () => document.documentElement.lang === "fi");
    },
  },
  {
    what: "“Kuuntele” is offered exactly where a voice of the device speaks Finnish",
    run: async (visitor, engine) => {
      await visitor.open(theme().path);
      const offered = () => visitor.isVisible("[data-action=listen]");
      assert.equal(await offered(), engine.has("voices for speech"));
    },
  },
  {
    what: "a page left for another document and come back to answers as before",
    run: async (visitor) => {
      await visitor.open(front().path);
      await visitor.click(".text-size .text-size-larger");
      await isAtPercent(visitor, 115);
      // The data of a page is no page of the portal.
      await visitor.go(`${theme().path}page.json`);
      await visitor.back();
      await visitor.isOn(front());
      await visitor.isActive();
      await isAtPercent(visitor, 115);
      await visitor.click(".text-size .text-size-larger");
      await isAtPercent(visitor, 130);
      await follow(visitor, theme());
    },
  },
];
