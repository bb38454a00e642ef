// Runs before the first paint: what the visitor chose stands on <html> at once, without a flash.
// Then it starts the application. External, so that the policy needs no inline script.
(() => {
  const root = document.documentElement;
  root.setAttribute("data-script", "");

  // What a browser lacks ends the part that needs it, and no other.
  const attempt = (part) => {
    try {
      part();
    } catch (error) {
      console.warn("Seutu: this browser lacks something, the rest goes on without it.", error);
    }
  };

  const choices = {
    "text-size": ["90", "115", "130", "150", "175", "200"],
    theme: ["light", "dark"],
    contrast: ["more"],
    spacing: ["wide"],
    links: ["underlined"],
    print: ["large"],
  };
  try {
    for (const [name, options] of Object.entries(choices)) {
      const chosen = localStorage.getItem(`seutu.${name}`);
      if (options.includes(chosen)) root.setAttribute(`data-${name}`, chosen);
    }
  } catch {
    // Storage is switched off: everything as usual.
  }

  // A notice that holds by the visitor's clock stands there at once: one that came later would move the page.
  attempt(() => {
    const notice = document.querySelector('meta[name="seutu:notice"]');
    if (!notice) return;
    const [begins, ends] = notice.content.split("/").map(Date.parse);
    if (begins <= Date.now() && Date.now() < ends) root.setAttribute("data-notice", "");
  });

  // What is over by the visitor's clock, and more than a list was asked for, is marked as soon as it is parsed: marked
  // later, it would be seen and go. The application marks the same ones.
  const mark = () => {
    for (const listed of document.querySelectorAll(".listed, .facts")) {
      let left = Number(listed.dataset.atMost ?? Infinity);
      for (const entry of listed.querySelectorAll("[data-until]")) {
        const over = Date.parse(entry.dataset.until) <= Date.now() || --left < 0;
        entry.toggleAttribute("data-over", over);
      }
    }
  };
  let parsing;
  attempt(() => {
    parsing = new MutationObserver(mark);
    parsing.observe(document, { childList: true, subtree: true });
  });

  let isReady;
  // What search shows would go where the application takes over a document that isn't the one that was published.
  const ready = new Promise((resolve) => (isReady = resolve));
  const start = async () => {
    attempt(mark);
    attempt(() => parsing.disconnect());
    try {
      const glue = document.querySelector('link[rel="modulepreload"]')?.href;
      // A document without the application, the gallery of styles, has the choices alone.
      if (!glue) return isReady();
      // Leptos looks for these when it hydrates; the portal streams nothing.
      globalThis.__RESOLVED_RESOURCES = [];
      globalThis.__SERIALIZED_ERRORS = [];
      globalThis.__INCOMPLETE_CHUNKS = [];
      const wasm = document.querySelector('link[rel="preload"][type="application/wasm"]').href;
      const application = await import(glue);
      await application.default({ module_or_path: wasm });
    } catch (error) {
      // The page is readable and its links work; only what needs the application goes.
      root.removeAttribute("data-script");
      console.error("Seutu's application didn't start; the page works without it.", error);
    }
    isReady();
  };
  // Search is a module of its own: it is loaded when a visitor enters a search field, or asks by the address of the search
  // page. One that didn't come is asked for again the next time.
  let search;
  let tries = 0;
  const filesOfSearch = () => document.querySelector('meta[name="seutu:search"]')?.content.split(" ") ?? [];
  const load = async ([glue, wasm]) => {
    // Under its own name a module that failed once fails again in some browsers, without being asked for.
    const module = import(tries ? `${glue}?${tries}` : glue);
    // Waited for below.
    module.catch(() => {});
    const response = await fetch(wasm);
    // Another publication has taken the place of the one of this document.
    if (response.status === 404 || response.status === 410) root.setAttribute("data-outdated", "");
    if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
    await ready;
    return (await module).default({ module_or_path: response });
  };
  const turnToSearch = async () => {
    const files = filesOfSearch();
    if (files.length === 0) return;
    try {
      search ??= load(files);
      await search;
      root.removeAttribute("data-search-failed");
    } catch (error) {
      search = undefined;
      tries += 1;
      root.setAttribute("data-search-failed", "");
      console.warn("Seutu's search didn't start; the list of all pages does without it.", error);
    }
  };
  const isAsked = () => /[?&]q=(?!(\+|%20)*(&|$))/.test(location.search);
  const turnIfAsked = async () => {
    root.toggleAttribute("data-asked", isAsked());
    if (document.querySelector(".search-live") && isAsked()) await turnToSearch();
  };
  const turnAt = ({ target }) => target.matches?.('[role="search"] input') && turnToSearch();
  // From a document that is outdated every way leads to a new one, but for the way back to a page that it has shown.
  const isOutdated = () => root.hasAttribute("data-outdated");
  const leave = (event) => {
    if (isOutdated() && event.navigationType !== "traverse") event.stopImmediatePropagation();
  };
  const lookAgain = async () => {
    const wasOutdated = isOutdated();
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
    root.toggleAttribute("data-asked", isAsked());
    addEventListener("focusin", turnAt);
    addEventListener("input", turnAt);
    addEventListener("online", turnIfAsked);
    addEventListener("error", noteFault);
    addEventListener("unhandledrejection", noteFault);
    addEventListener("DOMContentLoaded", turnIfAsked);
    // Before the application hears of it.
    globalThis.navigation?.addEventListener("navigate", leave, true);
    globalThis.navigation?.addEventListener("navigatesuccess", lookAgain);
  });

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
