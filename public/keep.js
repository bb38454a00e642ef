// Registers the worker that keeps what the visitor reads on their device (public/worker.js), and tells the visitor of a new
// version. public/start.js asks for it when a page has loaded and the application has started.

const root = document.documentElement;
const workers = navigator.serviceWorker;
const files = document.querySelector('meta[name="seutu:application"]').content;

// How long a page has been shown until it counts as read, in milliseconds.
const REST = 3000;
// What a worker says that is about to take over (public/worker.js), and for how many milliseconds that is heeded at most.
const QUIET = 0;
const LONGEST_QUIET = 15_000;

let registration;
let isReloading;
const reload = () => {
  if (!isReloading) location.reload();
  isReloading = true;
};

const element = (name, className, ...inside) => {
  const made = Object.assign(document.createElement(name), { className });
  made.append(...inside);
  return made;
};

const button = (className, text, act) => {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
};

// The worker of a new version says this, in the visitor's language; until they press the button it waits.
const tellOfNewVersion = ([text, open, close], worker) => {
  if (document.querySelector(".update-notice")) return;
  const notice = element("div", "update-notice");
  notice.setAttribute("role", "status");
  notice.lang = root.lang;
  const update = () => {
    notice.remove();
    keepQuiet(true);
    workers.addEventListener("controllerchange", reload);
    // This document may have been opened past the worker.
    setTimeout(reload, 2000);
    // Meanwhile still another version may have come.
    (registration?.waiting ?? worker).postMessage({ update: true });
  };
  const ways = [button("failure-retry", open, update), button("", close, () => notice.remove())];
  document.body.append(notice);
  // What comes into an element that is there already is spoken.
  setTimeout(() => notice.append(element("p", "", text), element("p", "failure-ways", ...ways)));
};

const hello = (worker, how) => worker?.postMessage({ files, language: root.lang, ...how });

let isQuiet;
let path;
let rest;
// Tells the worker of a page that somebody stays on and looks at, however they came to it.
const waitForReading = () => {
  clearTimeout(rest);
  if (isQuiet || location.pathname === path || document.hidden) return;
  rest = setTimeout(() => {
    path = location.pathname;
    hello(registration?.active, { address: location.href, isRead: true });
  }, REST);
};

const watchReading = () => {
  waitForReading();
  document.addEventListener("visibilitychange", waitForReading);
  // Without it each link opens a document of its own.
  globalThis.navigation?.addEventListener("currententrychange", waitForReading);
};

// While a new version takes over, the old worker gets no message: Chromium would start it again for that, and let the new version
// wait for half a minute.
const keepQuiet = (quiet) => {
  isQuiet = quiet;
  waitForReading();
  if (quiet) setTimeout(keepQuiet, LONGEST_QUIET, false);
};

const begin = async () => {
  const address = `${root.dataset.base ?? ""}/worker.js`;
  // Where addresses of programs have to be trusted, this one is, and no other.
  const policy = globalThis.trustedTypes?.createPolicy("seutu", { createScriptURL: () => address });
  const waits = { waits: true };
  workers.addEventListener("message", ({ data, source }) => {
    // Another site in a folder of this one, or around it, has a worker of its own.
    if (source.scriptURL !== location.origin + address) return;
    if (data === QUIET) keepQuiet(true);
    else if (!data) hello(source, waits);
    // Another version has taken over, as somebody wanted in another tab: from here every way leads to a new document.
    else if (data === "outdated") root.setAttribute("data-outdated", "");
    else tellOfNewVersion(data, source);
  });
  workers.addEventListener("controllerchange", () => {
    hello(workers.controller, { address: location.href, isTakenOver: true });
    keepQuiet(false);
  });
  registration = await workers.register(policy?.createScriptURL("") ?? address, { updateViaCache: "none" });
  hello(registration.waiting, waits);
  hello((await workers.ready).active, { address: location.href });
  watchReading();
};

// A browser that refuses keeps nothing.
begin().catch(() => {});
