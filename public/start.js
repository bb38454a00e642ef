// Starts the application, and search when a visitor turns to it. public/first.js asks for it once the page has been painted.
const root = document.documentElement;

// What a browser lacks ends the part that needs it, and no other.
const attempt = (part) => {
  try {
    part();
  } catch (error) {
    console.warn("Seutu: this browser lacks something, the rest goes on without it.", error);
  }
};

// How long a program may take before visitors go on without it, in milliseconds, as in public/first.js. It is larger than a page,
// for which they wait ten seconds, and a slow connection is no fault.
const PATIENCE = 20_000;
const late = (milliseconds) => new Promise((_, reject) => setTimeout(reject, milliseconds, new Error(`nothing in ${milliseconds} ms`)));
// The signal ends a request and whatever is still to come of its answer, as `AbortSignal.timeout` does in newer browsers.
const impatient = (milliseconds) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), milliseconds);
  return controller.signal;
};
// Whether the browser had kept a file that doesn't do: a proxy once put something else in its place, and it would fail on every page
// from now on.
const wasKept = (address) => {
  const [known] = performance.getEntriesByName(new URL(address, location.href).href);
  return known?.transferSize === 0 && known.encodedBodySize > 0;
};
const ANEW = { cache: "reload" };
// Under its own name a module that failed once fails again in some browsers, without being asked for; under one that is used again
// the browser may have kept the same fault.
const anew = () => `?${Date.now()}`;
// What the files hold, as the publisher says it in each document. The browser holds scripts to it by itself.
const { integrity } = JSON.parse(document.querySelector("script[type=importmap]")?.text ?? '{"integrity":{}}');
// A WebAssembly file. While a content delivery network goes over to another publication, some of its machines have a file and others
// don't.
const bring = async (address, how, tries = 3, status) => {
  try {
    return await fetch(address, { ...how, integrity: integrity[address] ?? "" });
  } catch (error) {
    // The browser says nothing of an answer that isn't the file. A document that is being left asks no more.
    await pause();
    status ??= (await fetch(address, { method: "HEAD", signal: how?.signal })).status;
    if (status === 404 && tries > 1) return bring(address, how, tries - 1, status);
    throw Object.assign(new Error(`${address}: ${status}`, { cause: error }), { status });
  }
};
// A module. Of another name than its own only the link says what it holds.
const bringModule = (address, mark = "") => {
  const href = address + mark;
  document.head.append(Object.assign(document.createElement("link"), { href, rel: "modulepreload", integrity: integrity[address] ?? "" }));
  return import(href);
};

// Lets the browser do what is due.
const pause = () => new Promise((resolve) => setTimeout(resolve));

const giveUp = (error) => {
  // The page is readable and its links work; only what needs the application goes.
  root.removeAttribute("data-script");
  console.error("Seutu's application didn't start; the page works without it.", error);
};

// Most of what the application does is for visitors who act: changing pages, reading aloud, printing. That is its second part. It
// is asked for at their first sign; until it is there, links are the browser's.
const SIGNS = ["pointermove", "pointerdown", "touchstart", "keydown", "scroll", "focusin", "click"];
const sign = () =>
  new Promise((resolve) => {
    for (const name of SIGNS) addEventListener(name, resolve, { capture: true, once: true, passive: true });
  });
// Who comes from another page of the site has acted there, and the browser has kept the file.
const hasActed = () => document.referrer.startsWith(`${location.origin}/`);
const follow = async (second, bringSecond, acts) => {
  for (let isThere, how; !isThere; how = ANEW) {
    await acts;
    // The application has given the document back.
    if (!root.hasAttribute("data-script")) return;
    try {
      await bringSecond(how);
      isThere = true;
    } catch (error) {
      console.warn("Seutu's second part didn't come; links work without it.", error);
      // What the browser has kept is asked for anew at once.
      if (how || !wasKept(second)) acts = sign();
    }
  }
  const later = globalThis.seutuLater;
  delete globalThis.seutuLater;
  later();
};

let isReady;
// What search shows would go where the application takes over a document that isn't the one that was published.
const ready = new Promise((resolve) => (isReady = resolve));
const start = async () => {
  try {
    // public/first.js has waited long enough for this file.
    if (!root.hasAttribute("data-script")) return isReady();
    const [, glue, wasm, second] = document.querySelector('meta[name="seutu:application"]').content.split(" ");
    const acts = hasActed() || sign();
    const load = async (mark, how) => {
      const application = await bringModule(glue, mark);
      await application.default({ module_or_path: bring(wasm, how) });
      return application;
    };
    const loading = load().catch(async (error) => {
      if (!root.hasAttribute("data-script") || ![glue, wasm].some(wasKept)) throw error;
      await fetch(glue, ANEW);
      return load(anew(), ANEW);
    });
    // All files together, this one included, have the same patience. What comes later is at hand for the next page.
    const waited = Date.now() - (globalThis.seutuSince ?? Date.now());
    const application = await Promise.race([loading, late(PATIENCE - waited)]);
    // The application starts in steps, none of which keeps the visitor waiting for long.
    for (let step; (step = globalThis.seutuNext); step()) {
      delete globalThis.seutuNext;
      await pause();
    }
    const pressed = globalThis.seutuPressed;
    delete globalThis.seutuPressed;
    pressed?.forEach((button) => button?.click());
    // While the portal is being worked on, the application is one module.
    const bringSecond = async (how) => second && application.second(bring(second, { ...how, signal: impatient(PATIENCE) }));
    if (globalThis.seutuAtOnce) {
      await bringSecond();
      globalThis.seutuAtOnce();
    } else if (globalThis.seutuLater) {
      follow(second, bringSecond, acts).catch(giveUp);
    }
  } catch (error) {
    giveUp(error);
  }
  isReady();
};
// Search is a module of its own: it is loaded when a visitor enters a search field, or asks by the address of the search
// page. One that didn't come is asked for again the next time.
let search;
let hasFailed;
// Another publication has taken the place of the one of this document.
let isGone;
const filesOfSearch = () => document.querySelector('meta[name="seutu:search"]')?.content.split(" ") ?? [];
// The root of the index is asked for beside the module that reads it.
const askForIndex = () => {
  const address = `${root.dataset.base ?? ""}/search.index/${root.lang}`;
  const asked = fetch(address, { cache: "no-cache", signal: impatient(10_000) });
  const whole = asked.then((response) => (response.ok ? response.arrayBuffer() : null));
  globalThis.seutuIndex = { address, asked: whole.catch(() => null) };
  // By then another publication may have put another index in its place.
  setTimeout(() => delete globalThis.seutuIndex, 60_000);
};
const load = async ([glue, wasm]) => {
  const module = bringModule(glue, hasFailed ? anew() : "").catch(() => bringModule(glue, anew()));
  // Waited for below.
  module.catch(() => {});
  attempt(askForIndex);
  const response = await bring(wasm, { ...(hasFailed && ANEW), signal: impatient(PATIENCE) }).catch((error) => {
    isGone = error.status === 404 || error.status === 410;
    if (isGone) root.setAttribute("data-outdated", "");
    throw error;
  });
  await ready;
  return (await Promise.race([module, late(PATIENCE)])).default({ module_or_path: response });
};
const turnToSearch = async () => {
  const files = filesOfSearch();
  if (files.length === 0 || isGone) return;
  try {
    search ??= load(files).catch((error) => {
      if (!files.some(wasKept)) throw error;
      hasFailed = true;
      fetch(files[0], ANEW).catch(() => {});
      return load(files);
    });
    await search;
    root.removeAttribute("data-search-failed");
  } catch (error) {
    search = undefined;
    hasFailed = true;
    root.setAttribute("data-search-failed", "");
    console.warn("Seutu's search didn't start; the list of all pages does without it.", error);
  }
};
const isAsked = () => /[?&]q=(?!(\+|%20)*(&|$))/.test(location.search);
const turnIfAsked = async () => {
  root.toggleAttribute("data-asked", isAsked());
  // The button asks what the field says, also before the module is there, and where it doesn't come.
  const field = document.querySelector(".search-form input");
  if (field && !field.value) field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (!document.querySelector(".search-live")) return;
  // Who stands on the search page will ask.
  if (!isAsked()) await ready;
  await turnToSearch();
};
const turnAt = ({ target }) => target.matches?.('[role="search"] input') && turnToSearch();
// So will who points at the way there.
const turnAhead = ({ target }) => {
  const way = target.closest?.("a");
  if (way && way.href === document.querySelector('[role="search"]')?.action) turnToSearch();
};
// From a document that is outdated every way leads to a new one, but for the way back to a page that it has shown.
const isOutdated = () => root.hasAttribute("data-outdated");
// When the visitor set out.
let wasOutdated;
const leave = (event) => {
  wasOutdated = isOutdated();
  if (wasOutdated && event.navigationType !== "traverse") event.stopImmediatePropagation();
};
const lookAgain = async () => {
  await turnIfAsked();
  if (isOutdated() && !wasOutdated) location.reload();
};
// What stops search while it answers; nothing of it can be trusted afterwards.
const noteFault = ({ error, reason }) => {
  const [glue] = filesOfSearch();
  if (!glue || !(error ?? reason)?.stack?.includes(glue)) return;
  root.setAttribute("data-search-failed", "");
  root.setAttribute("data-outdated", "");
};
attempt(() => {
  addEventListener("focusin", turnAt);
  addEventListener("pointerover", turnAhead);
  addEventListener("input", turnAt);
  addEventListener("online", turnIfAsked);
  addEventListener("error", noteFault);
  addEventListener("unhandledrejection", noteFault);
  // Before the application hears of it.
  globalThis.navigation?.addEventListener("navigate", leave, true);
  globalThis.navigation?.addEventListener("navigatesuccess", lookAgain);
});

// A style that the browser has refused is asked for once more.
const mendStyle = () => {
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
    if (link.sheet || !wasKept(link.href)) continue;
    const again = () => (link.href = link.getAttribute("href"));
    fetch(link.href, ANEW).then(again, again);
  }
};

// What the visitor reads is kept on their device. public/keep.js sees to that once this page is ready, so that it takes nothing
// from it.
const keepForLater = () => setTimeout(() => import("./keep.js").catch(() => {}));
const keepWhenLoaded = () => {
  if (!navigator.serviceWorker || "noOffline" in root.dataset) return;
  if (document.readyState === "complete") keepForLater();
  else addEventListener("load", keepForLater);
};

// What was asked for before this came.
const begin = () => {
  attempt(() => (document.readyState === "complete" ? mendStyle() : addEventListener("load", mendStyle)));
  start();
  turnIfAsked();
  ready.then(keepWhenLoaded);
  if (document.activeElement) turnAt({ target: document.activeElement });
};
// The link to the style ends a document, and a browser that waits for the style doesn't call the document parsed (HTML §4.2.4).
if (document.readyState !== "loading" || document.querySelector("#seutu-page ~ link")) {
  begin();
} else {
  document.addEventListener("DOMContentLoaded", begin);
}
