// Runs before the first paint: what the visitor chose stands on <html> at once, without a flash.
// Then it starts the application. External, so that the policy needs no inline script.
(() => {
  const root = document.documentElement;
  root.setAttribute("data-script", "");

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
  const notice = document.querySelector('meta[name="seutu:notice"]');
  if (notice) {
    const [begins, ends] = notice.content.split("/").map(Date.parse);
    if (begins <= Date.now() && Date.now() < ends) root.setAttribute("data-notice", "");
  }

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
  const parsing = new MutationObserver(mark);
  parsing.observe(document, { childList: true, subtree: true });

  let isReady;
  // What search shows would go where the application takes over a document that isn't the one that was published.
  const ready = new Promise((resolve) => (isReady = resolve));
  const start = async () => {
    mark();
    parsing.disconnect();
    const glue = document.querySelector('link[rel="modulepreload"]')?.href;
    // A document without the application, the gallery of styles, has the choices alone.
    if (!glue) return isReady();
    try {
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
  const turnToSearch = async () => {
    const [glue, wasm] = document.querySelector('meta[name="seutu:search"]')?.content.split(" ") ?? [];
    if (!glue) return;
    try {
      // Under its own name a module that failed once fails again in some browsers, without being asked for.
      const address = tries ? `${glue}?${tries}` : glue;
      search ??= Promise.all([import(address), fetch(wasm), ready]).then(([module, response]) => {
        if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
        return module.default({ module_or_path: response });
      });
      await search;
      root.removeAttribute("data-search-failed");
    } catch (error) {
      search = undefined;
      tries += 1;
      root.setAttribute("data-search-failed", "");
      console.warn("Seutu's search didn't start; the list of all pages does without it.", error);
    }
  };
  const isAsked = () => location.search.length > 3;
  root.toggleAttribute("data-asked", isAsked());
  const turnIfAsked = () => {
    root.toggleAttribute("data-asked", isAsked());
    if (document.querySelector(".search-live") && isAsked()) turnToSearch();
  };
  const turnAt = ({ target }) => target.matches?.('[role="search"] input') && turnToSearch();
  addEventListener("focusin", turnAt);
  addEventListener("input", turnAt);
  addEventListener("online", turnIfAsked);
  globalThis.navigation?.addEventListener("navigatesuccess", turnIfAsked);
  addEventListener("DOMContentLoaded", turnIfAsked);

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
