// Browsers of other years, simulated in today's: what a browser doesn't have is taken away from the page, and what its CSS and
// HTML don't know is written as a word that no browser knows.
//
// The years are those in which the last of Chromium, Firefox and Safari got something, as MDN has them.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Functions younger than 2021 that the built files name. `remove` are the places from which the name goes. */
export const YOUNG = {
  navigation: { since: 2026, remove: ["navigation"] },
  intercept: { since: 2026, remove: ["NavigateEvent.prototype.intercept"] },
  NavigationPrecommitController: { since: 2026, remove: ["NavigationPrecommitController"] },
  scheduler: { since: 2026, remove: ["scheduler"] },
  requestIdleCallback: { since: 2026, remove: ["requestIdleCallback"] },
  startViewTransition: { since: 2025, remove: ["Document.prototype.startViewTransition"] },
  highlights: { since: 2025, remove: ["CSS.highlights"] },
  Highlight: { since: 2025, remove: ["Highlight"] },
  hidePopover: { since: 2024, remove: ["HTMLElement.prototype.hidePopover"] },
  Segmenter: { since: 2024, remove: ["Intl.Segmenter"] },
  checkVisibility: { since: 2024, remove: ["Element.prototype.checkVisibility"] },
  FinalizationRegistry: { since: 2021, remove: ["FinalizationRegistry"] },
  connection: { since: 2026, remove: ["Navigator.prototype.connection"] },
};

/**
 * Other names that came in 2021 or later: no built file may name one without being tried without it. A name that is old
 * elsewhere, such as `at` or `any`, isn't among them.
 */
export const UNUSED = [
  "structuredClone", "randomUUID", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "hasOwn", "groupBy", "withResolvers",
  "fromAsync", "isWellFormed", "toWellFormed", "isSubsetOf", "isDisjointFrom", "symmetricDifference", "transferToFixedLength", "Temporal",
  "DurationFormat", "URLPattern", "canParse", "throwIfAborted", "showPopover", "togglePopover", "requestSubmit", "attachInternals",
  "adoptedStyleSheets", "replaceSync", "setHTMLUnsafe", "parseHTMLUnsafe", "getHTML", "moveBefore", "caretPositionFromPoint", "CloseWatcher",
  "fetchLater", "CompressionStream", "DecompressionStream", "getDirectory", "postTask", "userAgentData", "Sanitizer", "showModal",
];

/** What some browser of a year doesn't know yet in CSS and HTML, written so that no browser knows it. */
const MARKUP = {
  // Chromium 114, Firefox 125, Safari 17; light-dark(): Chromium 123, Firefox 120, Safari 17.5.
  2023: [
    [/\bpopover="/g, 'p0pover="'],
    [/:popover-open/g, ":p0pover-open"],
    [/light-dark\(/g, "light-d4rk("],
    [/position-area/g, "p0sition-area"],
    [/@starting-style/g, "@st4rting-style"],
  ],
  // :has(): Chromium 105, Firefox 121, Safari 15.4; containers: Chromium 105, Firefox 110, Safari 16.
  2022: [
    [/:has\(/g, ":h4s("],
    [/@container/g, "@c0ntainer"],
    [/(\d)cq([iwhb]|min|max)\b/g, "$1cx$2"],
  ],
  // Chromium 99, Firefox 97, Safari 15.4.
  2021: [
    [/@layer/g, "@l4yer"],
  ],
};

/** The changes for a browser of a year: all that came after it. */
const changesFor = (year) => Object.entries(MARKUP).flatMap(([known, changes]) => (year <= Number(known) ? changes : []));

const change = (text, year) => changesFor(year).reduce((text, [from, to]) => text.replace(from, to), text);

const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** A document as a browser of a year reads it; the policy allows its style as before. */
function documentFor(year, html) {
  const older = html.replace(/<style>([^<]*)<\/style>/g, (_, style) => `<style>${change(style, year)}</style>`);
  const hashes = (text) => [...text.matchAll(/<style>([^<]*)<\/style>/g)].map(([, style]) => hash(style));
  const before = hashes(html);
  const allowed = hashes(older).reduce((text, now, at) => text.replace(before[at], now), older);
  return allowed.replace(/(<link[^>]*rel="?stylesheet[^>]*?) integrity="[^"]*"/g, "$1").replace(/<body[^]*/, (body) => change(body, year));
}

/** Lets a server answer as a browser of a year would read it. */
export function readAs(year, root) {
  return (address) => {
    if (address.endsWith(".css")) return { body: change(readFileSync(path.join(root, address), "utf8"), year) };
    const file = path.join(root, decodeURIComponent(address), "index.html");
    if (!address.endsWith("/") || !existsSync(file)) return undefined;
    return { body: documentFor(year, readFileSync(file, "utf8")), contentType: "text/html; charset=utf-8" };
  };
}

/** From the next document on the browser lacks these. A name that it doesn't have anyway is passed over. */
export const remove = (context, names) =>
  context.addInitScript((names) => {
    for (const name of names) {
      const way = name.split(".");
      const last = way.pop();
      const holder = way.reduce((holder, part) => holder?.[part], window);
      if (holder) delete holder[last];
    }
  }, names);
