// Whether a visitor survives faults: what they do at each stage of a visit, and the one judge of what they then see.

import { expect } from "@playwright/test";

import { FAULTS, FILES, LOSSES } from "./faults.mjs";
import { front, pageOfKind, pageTitled, theme } from "./portal.mjs";
import { isActive, isOn, linkTo } from "./visitor.mjs";
import { words } from "./words.mjs";

// A form whose page didn't come stays a navigation without an end for Playwright, which would wait for it before each click.
process.env.PLAYWRIGHT_SKIP_NAVIGATION_CHECK = "1";

/** What the console may say: the browser of the network and of what came from it, and we of the part that didn't come. */
export const SAID = [
  /Failed to load resource/,
  /net::ERR_/,
  /Failed to load module script: /,
  /Refused to apply style from /,
  /Did not parse stylesheet at /,
  /Failed to find a valid digest in the 'integrity' attribute/,
  /Fetch API cannot load/,
  /Seutu's application didn't start/,
];

/** Longer than anybody's patience, in milliseconds: the product has ten seconds for a file, twenty for its start. */
const LONGER = 21_000;

/** How long a visitor waits where packets get lost, in milliseconds. */
const A_MINUTE = 60_000;

/** How long a visitor waits for an address that nothing is wrong with, in milliseconds. */
const PATIENT = 10_000;

/** When a document that is asked doesn't answer any more, in milliseconds. */
const NO_ANSWER = 4_000;

/** Faults after which the browser asks again and again by itself. */
const BROWSERS_OWN = ["redirect loop", "reset"];

/** How many looks in a row have to find nothing on its way. */
const STILL = 4;

/** How often one address may be asked for between two acts of the visitor. */
const OFTEN = 12;

const SEARCH = pageOfKind("search");
const OTHER = pageTitled("Hankkeet");
const QUESTION = "koulutus";
const ASKED = `?q=${QUESTION}`;

/** Everything with which a page that didn't come is explained, and why there are no results. */
const EXPLAINED = ["failure_missing", "failure_server", "failure_unreadable", "failure_slow", "failure_offline"].map((name) => words(name));

export class Visit {
  #asked = 0;
  #done = "nothing";
  #waitedFor = 0;
  #still = 0;
  #actedAt = 0;

  constructor(page, proxy, faults) {
    Object.assign(this, { page, proxy, faults });
    /** Whether nothing comes until patience ends, and whether the server can't be reached at all. */
    this.isLossy = faults.some(({ fault }) => fault in LOSSES);
    this.isSilent = faults.some(({ fault }) => FAULTS[fault]?.isSilent);
    this.isUnreadable = faults.some(({ file, fault }) => file === "document" && FAULTS[fault]?.isUnreadable);
    this.hitsAll = this.isLossy || faults.some(({ fault }) => FAULTS[fault]?.hitsAll);
    this.files = faults.map(({ file }) => file);
    /** Whether time is the test's: only a page that has come can lose its patience. */
    this.hasClock = this.isSilent && this.files.some((file) => file !== "document");
  }

  /** Time is the visitor's own in a case in which nothing but patience ends the wait. */
  async begin() {
    if (!this.hasClock) return;
    await this.page.addInitScript(keepTheTimeline);
    await this.page.clock.install();
  }

  /** The visitor does something; what they did before has led to no loop. */
  async act(what, how) {
    this.isBounded();
    this.#done = what;
    this.#asked = this.proxy.requests.length;
    this.#actedAt = performance.now();
    await how();
  }

  /** The page was loaded anew at most once, and nothing asks again and again. */
  isBounded() {
    const asked = this.proxy.requests.slice(this.#asked).filter(({ fault }) => !BROWSERS_OWN.includes(fault));
    const documents = asked.filter(({ method, path }) => method === "GET" && path.endsWith("/")).map(({ path }) => path);
    for (const path of documents) {
      const times = documents.filter((other) => other === path).length;
      expect(times, `documents after: ${this.#done} (${documents})`).toBeLessThanOrEqual(2);
    }
    for (const { address } of asked) {
      const often = asked.filter((other) => other.address === address).length;
      expect(often, `requests for ${address} after: ${this.#done}`).toBeLessThanOrEqual(OFTEN);
    }
  }

  /** Whether something has been asked for since the visitor did something, and nothing is on its way. */
  hasBeenAnswered() {
    return this.proxy.requests.length > this.#asked && !this.proxy.isAnswering();
  }

  /** Waits until one of these has come about, and gives its name. */
  async outcome(outcomes) {
    let found;
    this.#still = 0;
    const look = async () => {
      for (const [name, holds] of Object.entries(outcomes)) {
        // A document that is being replaced can't be asked, or doesn't answer.
        const asked = holds().catch(() => false);
        if (await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, NO_ANSWER))])) return (found = name);
      }
      await this.#loseOnesPatience();
      return undefined;
    };
    await expect
      .poll(look, { message: `after: ${this.#done}: ${Object.keys(outcomes).join(" or ")}`, timeout: this.isLossy ? A_MINUTE + 5_000 : 30_000, intervals: [20, 50, 100, 200] })
      .toBeTruthy();
    return found;
  }

  /** Whoever waits for a file that is held back gets impatient, once for each time that a fault was met; not while anything else is on
   * its way. */
  async #loseOnesPatience() {
    this.#still = this.proxy.isAnswering() ? 0 : this.#still + 1;
    if (!this.hasClock || this.proxy.hits === this.#waitedFor || !this.proxy.isHolding() || this.#still < STILL) return;
    const { hits } = this.proxy;
    // A document that is being replaced has no clock.
    await this.page.clock.runFor(LONGER).then(() => (this.#waitedFor = hits), () => {});
  }

  /** Whether a fault that the browser can't read has met one of these files since the visitor did something. */
  hasMet(files) {
    return this.proxy.requests.slice(this.#asked).some(({ path, fault }) => files(path) && FAULTS[fault]?.isUnreadable);
  }

  /** Heading and text of a page are seen. */
  async shows(target) {
    return this.page.evaluate((title) => {
      const isSeen = (element) => Boolean(element?.checkVisibility() && element.innerText.trim());
      const [heading, main] = ["h1", "main"].map((name) => document.querySelector(name));
      return isSeen(heading) && isSeen(main) && heading.innerText.trim() === title;
    }, target.title);
  }

  /** A page has been reached, by its address and its heading. */
  async isAt(target, query = "") {
    return this.page.url() === this.proxy.origin + target.path + query && (await this.shows(target));
  }

  /** The browser tells of a document that didn't come, in its own words or in the server's. */
  async isToldByTheBrowser() {
    if (this.page.url().startsWith("chrome-error:")) return true;
    // Of a document of which only the beginning has come, the browser shows that, and says no more: not even that it is done.
    return this.page.evaluate((isOver) => location.protocol === "http:" && (isOver || document.readyState === "complete") && !document.querySelector("main"), this.#still >= STILL);
  }

  /** A message says in Finnish which page didn't come and why, and the page under it stays. */
  async isTold() {
    const said = await this.page.locator(".failure[role=alert]").innerText({ timeout: 100 });
    return EXPLAINED.some((text) => said.includes(text)) && this.page.locator("main h1").isVisible();
  }

  /** The search page says in Finnish that it can't answer, and leads to the list of all pages. */
  async isToldBySearch() {
    const said = this.page.locator(".search-failure, .search-unavailable").filter({ visible: true });
    if ((await said.count()) === 0) return false;
    const texts = await said.allInnerTexts();
    const isSaid = texts.some((text) => text.includes("Haku ei onnistunut") || text.includes(words("search_unavailable")));
    return isSaid && this.page.getByRole("main").getByRole("link", { name: "Sivukartta" }).first().isVisible();
  }

  /** Pages are found. */
  async finds() {
    return (await this.page.locator("#search-results > li").count()) > 0;
  }

  /** Follows a link to a page. */
  async follow(target) {
    await this.act(`a click on ${target.path}`, () => linkTo(this.page, target.path).click({ noWaitAfter: true, timeout: 10_000 }));
  }

  /** Asks in the header of the page. */
  async ask() {
    await this.act("a question", async () => {
      await this.page.locator(".site-search input").fill(QUESTION);
      await this.page.keyboard.press("Enter");
    });
  }

  /** The fault is over. */
  async mend() {
    await this.proxy.mend();
  }

  /**
   * Packets get lost, and after a minute the document is still on its way: no request has arrived, or the text hasn't. The browser
   * says so in its own words, as of a document that is stalled.
   */
  async isOnItsWay() {
    if (!this.isLossy || performance.now() - this.#actedAt < A_MINUTE) return false;
    if (this.proxy.requests.length === 0) return true;
    return this.page.evaluate(() => document.readyState === "loading" && !document.querySelector("main h1"));
  }

  /** No control is dead: those of the application are gone, or they work. */
  async hasNoDeadControl() {
    const larger = this.page.locator(".text-size .text-size-larger");
    const size = () => this.page.locator("html").getAttribute("data-text-size");
    const before = await size();
    // A press may have worked although the driver waited in vain for what it thinks would follow.
    const hasWorked = async () => (await size()) !== before;
    await this.outcome({
      "a control that works, or none": async () => {
        if ((await hasWorked()) || !(await larger.isVisible())) return true;
        await larger.click({ timeout: 3_000, noWaitAfter: true }).catch(() => {});
        return hasWorked();
      },
    });
  }

  /** An address is opened as from the address bar. The browser's own page about the document that didn't come may still be on its way,
   * and so may its own new try: the visitor opens the address once more. */
  async open(what, address) {
    const open = () => this.act(what, () => this.page.goto(this.proxy.origin + address, { timeout: PATIENT }));
    await expect(open).toPass({ timeout: 3 * PATIENT });
  }

  /** A page is opened as from the address bar, and everything works. */
  async opensWhole(target) {
    await this.open(`opening ${target.path}`, target.path);
    if (this.hasClock) await this.page.clock.resume().catch(() => {});
    await isActive(this.page);
    await isOn(this.page, this.proxy, target);
  }
}

/** The tests' clock empties the browser's timeline, which tells the page what the browser has kept: it stays the browser's own. */
function keepTheTimeline() {
  const own = performance;
  let shown = own;
  const entries = Object.fromEntries(["getEntries", "getEntriesByName", "getEntriesByType"].map((name) => [name, own[name].bind(own)]));
  Object.defineProperty(globalThis, "performance", { configurable: true, get: () => shown, set: (clock) => (shown = Object.assign(clock, entries)) });
}

/** The acts of the visitor at each stage, from before the faults begin until they are over. */
export const DONE = {
  async "first view"(visit, inject) {
    const { page, proxy } = visit;
    inject();
    // A document that is stalled is never there.
    let opening, isRefused;
    const refuse = () => (isRefused = true);
    await visit.act("opening the page", () => {
      opening = page.goto(proxy.origin + theme().path, { waitUntil: "commit" }).catch(refuse);
    });
    if (visit.files.includes("document")) {
      const isWaiting = async () => visit.isSilent && proxy.hits > 0;
      const isTold = async () => isRefused || visit.isToldByTheBrowser();
      const isUnreadable = async () => visit.isUnreadable && visit.hasMet(FILES.document);
      await visit.outcome({ shown: () => visit.isAt(theme()), told: isTold, waiting: isWaiting, unreadable: isUnreadable });
    } else {
      const isOnItsWay = () => visit.isOnItsWay();
      const found = await visit.outcome({ shown: () => visit.isAt(theme()), "the document still on its way": isOnItsWay });
      // Whatever comes when a visitor acts is asked for.
      if (!visit.isLossy) await expect.poll(() => page.mouse.move(1, 0).then(() => page.mouse.move(0, 0)).then(() => proxy.hits), { timeout: 10_000 }).toBeGreaterThan(0);
      if (found === "shown") await visit.hasNoDeadControl();
      if (!visit.hitsAll) {
        await visit.follow(front());
        await visit.outcome({ shown: () => visit.isAt(front()) });
        await visit.hasNoDeadControl();
      }
    }
    await visit.mend();
    await opening;
    await visit.opensWhole(theme());
  },

  async "route change"(visit, inject) {
    const { page } = visit;
    // The second part comes at the first sign of the visitor.
    if (visit.files.includes("second part")) inject();
    await visit.act("opening the page", () => page.goto(visit.proxy.origin + front().path));
    if (!visit.files.includes("second part")) {
      await isActive(page);
      inject();
    }
    await changePage(visit);
    await visit.opensWhole(OTHER);
  },

  async search(visit, inject) {
    const { page } = visit;
    await visit.act("opening the page", () => page.goto(visit.proxy.origin + front().path));
    await isActive(page);
    inject();
    await askForPages(visit);
    await visit.opensWhole(OTHER);
  },

  async update(visit, inject, publishAnew) {
    const { page } = visit;
    await visit.act("opening the page", () => page.goto(visit.proxy.origin + front().path));
    await isActive(page);
    publishAnew();
    inject();
    const isOnOurPage = await changePageWhileFaulty(visit);
    const opensAgain = !isOnOurPage || visit.hitsAll;
    if (opensAgain) await visit.mend();
    if (opensAgain) await visit.open("opening the page again", front().path);
    await askForPages(visit);
    await visit.opensWhole(OTHER);
  },
};

/**
 * What the visitor does while a content delivery network goes over to another publication, and afterwards: `mix` lets both answer,
 * `settle` the new one alone.
 */
export async function liveThroughAMixture(visit, { mix, settle }) {
  const { page } = visit;
  await visit.act("opening the page", () => page.goto(visit.proxy.origin + front().path));
  await isActive(page);
  mix();
  for (const target of [theme(), OTHER, front()]) {
    await visit.follow(target);
    const outcome = await visit.outcome({ shown: () => visit.isAt(target), told: () => visit.isTold() });
    if (outcome === "told") await visit.act("opening it plainly", () => page.locator(".failure-plain").click());
    await visit.outcome({ shown: () => visit.isAt(target) });
  }
  await visit.ask();
  for (let tries = 0; (await visit.outcome(outcomesOfQuestion(visit))) !== "found"; tries += 1) {
    expect(tries, "how often a visitor asks in vain").toBeLessThan(ASKED_AT_MOST);
    await askAgain(visit);
    // The message of the try before stands until this one is answered.
    await expect.poll(async () => visit.hasBeenAnswered() || visit.finds()).toBe(true);
  }
  settle();
  await visit.opensWhole(OTHER);
  await visit.ask();
  await visit.outcome({ found: () => visit.finds() });
}

/** How often a visitor may have to ask again while two publications answer. */
const ASKED_AT_MOST = 6;

/** What the browser alone may show of a document that doesn't come. */
function outcomesOfDocument(visit) {
  const isMet = visit.files.includes("document");
  return {
    ...(isMet || visit.hitsAll ? { "told by the browser": () => visit.isToldByTheBrowser() } : {}),
    ...(isMet && visit.isSilent ? { waiting: async () => visit.proxy.isHolding(FILES.document) } : {}),
    ...(isMet && visit.isUnreadable ? { unreadable: async () => visit.hasMet(FILES.document) } : {}),
  };
}

/** Where a visitor may be who has followed a link: at the page, or where they were, with the reason. */
const outcomesOfChange = (visit, target) => ({
  shown: () => visit.isAt(target),
  told: () => visit.isTold(),
  ...outcomesOfDocument(visit),
});

/** Follows a link whose page may not come, then others; gives how it ended. */
async function changePageWhileFaulty(visit) {
  await visit.follow(theme());
  const outcome = await visit.outcome(outcomesOfChange(visit, theme()));
  if (outcome !== "shown" && outcome !== "told") return undefined;
  if (!visit.hitsAll) {
    for (const target of [OTHER, front()]) {
      await visit.follow(target);
      await visit.outcome({ shown: () => visit.isAt(target) });
    }
  }
  return outcome;
}

/** Follows a link whose page doesn't come, and once more when the fault is over. */
async function changePage(visit) {
  const outcome = await changePageWhileFaulty(visit);
  await visit.mend();
  if (!outcome) {
    await visit.open("opening the address again", theme().path);
  } else if (!visit.hitsAll) {
    await visit.follow(theme());
  } else if (outcome === "told") {
    await visit.act("another try", () => visit.page.locator(".failure-retry").click());
  }
  await visit.outcome({ shown: () => visit.isAt(theme()) });
}

/** What a visitor may see who has asked. */
const outcomesOfQuestion = (visit) => ({
  found: async () => (await visit.isAt(SEARCH, ASKED)) && visit.finds(),
  "told by search": async () => (await visit.isAt(SEARCH, ASKED)) && visit.isToldBySearch(),
  told: () => visit.isTold(),
  ...outcomesOfDocument(visit),
});

/** Presses the button that tries again, whichever is seen. */
async function askAgain(visit) {
  const { page } = visit;
  const buttons = [".failure-retry", ".search-again", `.search-form button`].map((selector) => page.locator(selector).filter({ visible: true }));
  for (const button of buttons) {
    // Search may recover by itself meanwhile, and its button goes: the test judges the page that the visitor then sees.
    const press = () => button.first().click({ timeout: PATIENT }).catch(() => {});
    if ((await button.count()) > 0) return visit.act("another try", press);
  }
  return visit.open("opening the address again", SEARCH.path + ASKED);
}

/** Asks for pages; and once more for each fault when all are over, unless there was an answer: a file that one of them met may still be
 * on its way while the visitor hears of another. */
async function askForPages(visit) {
  await visit.ask();
  let outcome = await visit.outcome(outcomesOfQuestion(visit));
  await visit.mend();
  for (let tries = 0; outcome !== "found"; tries += 1) {
    expect(tries, "how often a visitor asks in vain").toBeLessThan(visit.faults.length);
    await askAgain(visit);
    const isLast = tries + 1 === visit.faults.length;
    outcome = await visit.outcome(isLast ? { found: outcomesOfQuestion(visit).found } : outcomesOfQuestion(visit));
  }
}
