// The acts of a visitor in any engine, and the signs that they see: the words in which checks.mjs is written.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { dist } from "../portal.mjs";
import { serve } from "../serve.mjs";
import { HEARD, LISTENING, listening } from "./listening.mjs";
import { within } from "./process.mjs";

/** Longer than a busy machine takes for what a visitor would see within a second, in milliseconds. */
const PATIENCE = 30_000;

/**
 * How long one look at the page may take, in milliseconds. WebKitGTK never answers what was asked of a document that it then kept for
 * the way back: the next look is at the new one.
 */
const LOOK = 8000;

/** How often the page is looked at while something is waited for, in milliseconds. */
const GLANCE = 25;

/**
 * A visitor with an engine, at a site of their own: a server on another port is another origin, so nothing that an earlier
 * visitor chose or loaded is left.
 */
export async function visit(driver, { root = dist, moment } = {}) {
  const site = await serve({ root });
  const heard = [];
  /** A test may answer in the server's place, as serve.mjs says. */
  const visitor = { site, fault: undefined };
  /** What the test expects to go wrong. */
  const allowed = [];
  site.fault = async (address) => {
    if (address.startsWith(HEARD)) {
      heard.push(decodeURIComponent(address.slice(HEARD.length)));
      return { status: 204 };
    }
    if (address === LISTENING) return { body: listening(moment), contentType: "text/javascript" };
    return (await visitor.fault?.(address)) ?? documentAt(root, address);
  };

  const evaluate = (page, ...values) => driver.evaluate(`(${page})(${values.map((value) => JSON.stringify(value)).join(", ")})`);

  /** Waits until a function gives something true in the page, and gives that. */
  const until = async (what, page, ...values) => {
    const late = Date.now() + PATIENCE;
    for (let last; ; ) {
      try {
        last = await within(LOOK, evaluate(page, ...values), "a look at the page");
        if (last) return last;
      } catch (error) {
        // The document may be going.
        last = error;
      }
      if (Date.now() > late) throw new Error(`waited ${PATIENCE / 1000} s until ${what}; at last: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
      await new Promise((resolve) => setTimeout(resolve, GLANCE));
    }
  };

  /** Does something that leads to another document, and waits until that is there to be read. */
  const toAnotherDocument = async (lead) => {
    await evaluate(() => void (globalThis.isLeft = true)).catch(() => undefined);
    await lead();
    await until("another document is there", () => !globalThis.isLeft && document.readyState !== "loading" && location.href !== "about:blank");
  };

  const go = (address) => toAnotherDocument(() => driver.navigate(site.origin + address));

  const hasStarted = () => until("the application has started", () => document.querySelector(".page-time details") !== null);

  /** A document that is left before its application has come says so in the console. */
  const hasSettled = async () => {
    const isSettled = () => document.querySelector(".page-time details") !== null || !document.documentElement.hasAttribute("data-script");
    if (!visitor.fault) await until("the application has started or given up", isSettled);
  };

  /** The second part of the application comes when the pointer moves. */
  const isActive = async () => {
    await hasStarted();
    await driver.point(2, 1);
    await driver.point(1, 1);
    await until("the application follows links", () => !("seutuLater" in globalThis));
  };

  /** Brings an element into the window, and gives the middle of it. */
  const placeOf = (selector) =>
    until(`${selector} can be clicked`, (selector) => {
      const element = [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length > 0);
      if (!element) return null;
      // No further than needed: a panel that stands at its button moves with the page.
      element.scrollIntoView({ block: "nearest", behavior: "instant" });
      const box = element.getClientRects()[0];
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const above = document.elementFromPoint(x, y);
      return element.contains(above) ? { x, y } : null;
    }, selector);

  Object.assign(visitor, {
    evaluate,
    until,
    go,
    hasStarted,
    isActive,
    /** Opens an address as from the address bar, and waits until the application has taken over, with both its parts. */
    open: async (address) => {
      await go(address);
      await isActive();
    },
    reload: () => toAnotherDocument(() => driver.reload()),
    back: () => driver.traverse(-1),
    forward: () => driver.traverse(1),
    click: async (selector) => {
      const { x, y } = await placeOf(selector);
      await driver.point(x, y, { click: true });
    },
    /** Clicks as a script does, without a look at the window. */
    clickByScript: (selector) => evaluate((selector) => document.querySelector(selector).click(), selector),
    press: (key, how) => driver.press(key, how),
    type: (text) => driver.type(text),
    focus: (selector) => evaluate((selector) => document.querySelector(selector).focus(), selector),
    resize: async (width, height) => {
      await driver.resize(width, height);
      await until(`the window is ${width} px wide`, (width) => innerWidth === width, width);
    },
    /** The text of the first element that a selector names, as it is read. */
    text: (selector) => evaluate((selector) => document.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim(), selector),
    isVisible: (selector) => evaluate((selector) => [...document.querySelectorAll(selector)].some((one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === "visible"), selector),
    /** A computed value of the first element that a selector names. */
    style: (selector, property) => evaluate((selector, property) => getComputedStyle(document.querySelector(selector))[property], selector, property),
    /** Waits until the visitor is on a page: its address, its title, its h1. */
    isOn: async (target) => {
      await until(`the visitor is on ${target.path}`, (path, title, whole) => location.pathname === path && document.title === whole && document.querySelector("h1")?.textContent === title && document.querySelectorAll("main article").length === 1, target.path, target.title, target.document_title);
      await hasSettled();
    },
    mark: () => evaluate(() => void (globalThis.markedByTest = true)),
    /** Whether the document is still the one that was marked. */
    isSameDocument: () => evaluate(() => globalThis.markedByTest === true),
    allow: (...patterns) => allowed.push(...patterns),
    /** Ends the visit: nothing may have gone wrong that nobody expected. */
    leave: async () => {
      await hasSettled();
      await driver.navigate("about:blank");
      await until("the site is left", () => location.href === "about:blank");
      const { errors, requests } = driver.heard();
      const elsewhere = requests.filter((url) => /^https?:/.test(url) && new URL(url).origin !== site.origin);
      await site.close();
      const problems = [...heard, ...errors, ...elsewhere.map((url) => `request to another origin: ${url}`)];
      assert.deepEqual(problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem))), [], "problems that nobody expected");
    },
    close: () => site.close(),
  });
  driver.heard();
  return visitor;
}

/** A document with the tests' script before all else in it; nothing for other files. */
function documentAt(root, address) {
  if (!address.endsWith("/")) return undefined;
  const file = path.join(root, decodeURIComponent(address), "index.html");
  const isThere = existsSync(file);
  const text = readFileSync(isThere ? file : path.join(root, "404.html"), "utf8");
  const body = text.replace("<head>", `<head><script src="${LISTENING}"></script>`);
  assert.notEqual(body, text, `${file} has no <head>`);
  // What mayn't be stored isn't kept for the way back, either.
  const headers = { "cache-control": "no-cache" };
  return { status: isThere ? 200 : 404, body, contentType: "text/html; charset=utf-8", headers };
}
