// Stands in every document and runs before the first paint: what the visitor chose stands on <html> at once, without a flash,
// and what is over isn't seen. Once the page has been painted it asks for all the rest, which public/start.js begins. Each byte
// here is sent with each document; the policy allows it by its hash.
(() => {
  // A browser that knows no layers of style shows the text and its links alone.
  if (!("CSSLayerBlockRule" in window)) return;
  const root = document.documentElement;
  root.setAttribute("data-script", "");
  // Search answers by itself, also where the application goes.
  root.setAttribute("data-search", "");

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

  // The room for what a question in the address finds; public/start.js looks again when the address changes.
  let asked;
  attempt(() => (asked = new URLSearchParams(location.search).get("q")?.trim()));
  root.toggleAttribute("data-asked", !!asked);

  // What is over by the visitor's clock, and more than a list was asked for, is marked as soon as it is parsed: marked
  // later, it would be seen and go. The application marks the same ones.
  const mark = () => {
    // The field says what was asked before anything answers, and keeps what the visitor writes.
    const field = asked && document.querySelector(".search-form input");
    if (field) field.defaultValue = asked;
    for (const listed of document.querySelectorAll(".listed, .facts")) {
      let left = Number(listed.dataset.atMost ?? Infinity);
      for (const entry of listed.querySelectorAll("[data-until]")) {
        const over = Date.parse(entry.dataset.until) <= Date.now() || --left < 0;
        entry.toggleAttribute("data-over", over);
      }
    }
  };
  // A button that is pressed before the application answers is pressed again once it does, by public/start.js.
  globalThis.seutuPressed = [];
  addEventListener("click", ({ target }) => globalThis.seutuPressed?.push(target.closest?.("[data-action]")));

  // Nothing that a script needs competes with the text: it is asked for once all of the text has come and some of it has been
  // painted, or all is loaded where nobody looks at it.
  let files;
  const giveUp = (error) => {
    if (!root.hasAttribute("data-script")) return;
    // The page is readable and its links work; only what needs the application goes.
    root.removeAttribute("data-script");
    root.setAttribute("data-search-failed", "");
    console.error("Seutu's application didn't start; the page works without it.", error);
  };
  // Controls that nothing answers are worse than none, also while the document stops on its way.
  const PATIENCE = 20_000;
  setTimeout(() => document.getElementById("seutu-page") || giveUp("the page stops on its way"), PATIENCE);
  const begin = () => {
    if (files || !root.hasAttribute("data-script")) return;
    try {
      files = document.querySelector('meta[name="seutu:application"]')?.content.split(" ");
      // A document without the application, the gallery of styles, has the choices alone.
      if (!files) return;
      const [start, glue, wasm] = files;
      // The publisher says here what each file holds. Browsers that don't hold to it by themselves are told with each link. The
      // bare shell has no such map.
      const { integrity } = JSON.parse(document.querySelector("script[type=importmap]")?.text ?? '{"integrity":{}}');
      const ahead = (href, rel, how) =>
        document.head.append(
          Object.assign(document.createElement("link"), { href, rel, integrity: integrity[href] ?? "", ...how }),
        );
      ahead(glue, "modulepreload");
      ahead(start, "modulepreload");
      // Chromium warns of a hash here, and does without it; public/start.js says it once more.
      ahead(wasm, "preload", { as: "fetch", type: "application/wasm", crossOrigin: "", integrity: "" });
      const patience = setTimeout(giveUp, PATIENCE, "nothing came");
      globalThis.seutuSince = Date.now();
      // What the browser has kept of a file that didn't do is asked for anew: it would fail on every page.
      const again = async () => {
        await fetch(start, { cache: "reload" });
        const anew = `${start}?${Date.now()}`;
        ahead(anew, "modulepreload", { integrity: integrity[start] ?? "" });
        return import(anew);
      };
      import(start).catch(again).then(() => clearTimeout(patience), giveUp);
    } catch (error) {
      files = [];
      giveUp(error);
    }
  };
  let isPainted;
  const beginIfPainted = () => isPainted && document.getElementById("seutu-page") && begin();
  addEventListener("load", begin);

  let parsing;
  attempt(() => {
    parsing = new MutationObserver(() => {
      mark();
      beginIfPainted();
    });
    parsing.observe(document, { childList: true, subtree: true });
  });
  document.addEventListener("DOMContentLoaded", () => {
    attempt(mark);
    attempt(() => parsing.disconnect());
  });
  attempt(() => {
    const paint = new PerformanceObserver(() => {
      isPainted = true;
      beginIfPainted();
    });
    paint.observe({ type: "paint", buffered: true });
  });
})();
