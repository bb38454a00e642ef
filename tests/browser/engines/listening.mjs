// The first script of each document: it hears in every engine what only some drivers tell, and lets a test set the clock.
//
// The tests' server puts it in front of everything else in <head>: the document's own policy holds for what comes after it.

/** The address at which the server gives it. */
export const LISTENING = "/listening-of-the-tests.js";

/** The server hears at addresses that begin like this. */
export const HEARD = "/heard-by-the-tests/";

/** The script; with a `moment` (in milliseconds since 1970) the page's clock begins there and goes on. */
export const listening = (moment) => `(${listen})(${JSON.stringify(HEARD)}, ${JSON.stringify(moment ?? null)});`;

/** Runs in the page. */
function listen(heard, moment) {
  const tell = (what) => navigator.sendBeacon(heard + encodeURIComponent(what));
  const { error } = console;
  console.error = (...all) => {
    tell(`console: ${all.map((one) => one?.stack ?? String(one)).join(" ")}`);
    error.apply(console, all);
  };
  addEventListener("error", (event) => {
    const of = event.target;
    // A picture, style or script that doesn't come is an event of its element alone.
    tell(event.message ? `unhandled: ${event.message} (${event.filename})` : `not loaded: ${of.src ?? of.href ?? of.nodeName}`);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => tell(`unhandled: ${reason?.stack ?? reason}`));
  addEventListener("securitypolicyviolation", (event) => event.blockedURI.includes(heard) || tell(`policy violated: ${event.violatedDirective} ${event.blockedURI}`));
  addEventListener("pagehide", () => {
    for (const { name } of performance.getEntriesByType("resource")) {
      if (/^http/.test(name) && new URL(name).origin !== location.origin) tell(`request to another origin: ${name}`);
    }
  });
  addEventListener("pageshow", ({ persisted }) => void (globalThis.cameBackAsLeft = persisted));
  if (moment === null) return;

  const Real = Date;
  let offset = moment - Real.now();
  globalThis.moveClock = (milliseconds) => void (offset += milliseconds);
  const now = () => Real.now() + offset;
  globalThis.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length ? parts : [now()]));
    }
    static now() {
      return now();
    }
  };
}
