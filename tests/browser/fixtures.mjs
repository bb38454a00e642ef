// What every test has: the portal on a static server of its own, and a guard.
//
// The guard fails a test when a page of it reports an error in the console, leaves an exception or a rejected
// promise unhandled, violates the content security policy, or asks another origin for anything. A test that
// injects a fault says which error it expects (`guard.expect(/…/)`); an expected error that doesn't occur
// fails the test as well. It counts the documents that the test's pages load: the suite has a budget of them (budget.mjs).

import { test as base, expect } from "@playwright/test";

import { VISITS } from "./budget.mjs";
import { dist, shell } from "./portal.mjs";
import { serve } from "./serve.mjs";

export { expect };

/** What Chromium's console says about an answer with an error's status, about no answer, and about one that isn't the file. */
export const NOT_LOADED = /Failed to load resource|Failed to find a valid digest|Fetch API cannot load/;

export const test = base.extend({
  /**
   * Whether the browser has a worker that keeps what was read (public/worker.js). Only offline*.spec.mjs have: between a test of a
   * fault and the server there would be one more that mends it. With SEUTU_WORKER=1 every test has one.
   */
  keeps: [Boolean(process.env.SEUTU_WORKER), { option: true }],

  guard: [
    async ({ context, keeps }, use, testInfo) => {
      const guard = new Guard();
      if (!keeps) await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
      // The console hears of most violations, but not of all: a report-only policy is silent.
      await context.addInitScript(() => {
        addEventListener("securitypolicyviolation", (event) => {
          console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      // Made before the document's policy is read: tests parse texts as extensions do, the portal can't.
      await context.addInitScript(() => {
        globalThis.trustedByTests = globalThis.trustedTypes?.createPolicy("tests", { createHTML: (text) => text });
      });
      // A visitor who saves data: the application then fetches no page for a link in view. Requests depend on the test alone; a test
      // of fetching ahead removes this property.
      await context.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, "connection", { configurable: true, get: () => ({ saveData: true }) });
      });
      context.on("console", (message) => {
        // A header that the browser doesn't understand in full is worth a warning to it, and a fault to us.
        const isFault = message.type() === "error" || message.text().startsWith("Error with Permissions-Policy");
        if (isFault) guard.note(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => guard.note(`unhandled: ${error.error()}`));
      context.on("request", (request) => guard.noteRequest(request));
      await use(guard);
      testInfo.annotations.push({ type: VISITS, description: String(guard.visits) });
      await guard.settle();
    },
    { auto: true },
  ],

  /** Starts a server for this test: `serveSite({ root, shell })`; by default it serves the portal. */
  serveSite: async ({ guard }, use) => {
    const sites = [];
    await use(async (options = {}) => {
      const site = await serve({ root: dist, ...options });
      sites.push(site);
      guard.allowOrigin(site.origin);
      return site;
    });
    await Promise.all(sites.map((site) => site.close()));
  },

  /** The portal as it is published. */
  site: async ({ serveSite }, use) => use(await serveSite()),

  /** The portal without snapshots: every page's document is the empty shell. */
  shellSite: async ({ serveSite }, use) => use(await serveSite({ shell })),
});

class Guard {
  /** How many documents have been asked for, those of all windows and tabs together. */
  visits = 0;
  #problems = [];
  #expected = [];
  #allowed = [];
  #origins = new Set();

  /** This error belongs to the test, and has to occur. */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  /** This error may occur: which of several does depends on the browser. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** Requests may go to this origin. */
  allowOrigin(origin) {
    this.#origins.add(origin);
  }

  note(problem) {
    this.#problems.push(problem);
  }

  noteRequest(request) {
    const url = request.url();
    // No page has frames: each navigation is one of a window. What a redirect leads to belongs to the same visit.
    if (request.isNavigationRequest() && !request.redirectedFrom()) this.visits += 1;
    const { origin, protocol } = new URL(url);
    if (/^https?:$/.test(protocol) && !this.#origins.has(origin)) this.note(`request to another origin: ${url}`);
  }

  async settle() {
    const missing = () => this.#expected.filter((pattern) => !this.#problems.some((problem) => pattern.test(problem)));
    // The console may speak a moment after the page shows what went wrong.
    await expect.poll(() => missing().map(String), { message: "expected errors that didn't occur", timeout: 3000 }).toEqual([]);
    const known = [...this.#expected, ...this.#allowed];
    const unexpected = this.#problems.filter((problem) => !known.some((pattern) => pattern.test(problem)));
    expect(unexpected, "errors that nobody expected").toEqual([]);
  }
}
