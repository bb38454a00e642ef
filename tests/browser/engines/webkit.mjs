// WebKitGTK's small browser, by the classic WebDriver protocol (https://www.w3.org/TR/webdriver2/), on a screen in memory.
//
// Its driver tells nothing of the console: listening.mjs hears inside the page what its scripts and the policy report.

import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { pointing, pressing, typing } from "./keys.mjs";
import { start, within } from "./process.mjs";

const DRIVER = process.env.SEUTU_WEBKIT_DRIVER || "WebKitWebDriver";

/** Longer than a busy machine takes for one command, in milliseconds. */
const PATIENCE = 60_000;

/** Starts WebKitGTK. */
export async function startWebKit() {
  const home = await mkdtemp(path.join(tmpdir(), "seutu-webkit-"));
  const screen = await start("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], { until: /^(\d+)\n/ });
  const port = await freePort();
  const env = { DISPLAY: `:${screen.said[1]}`, HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home, LANG: "C.UTF-8", LIBGL_ALWAYS_SOFTWARE: "1" };
  const driver = await startDriver(port, env).catch(async (error) => {
    await screen.stop();
    throw error;
  });
  const send = (method, way, body) => ask(`http://127.0.0.1:${port}${way}`, method, body);
  const asked = { capabilities: { alwaysMatch: { pageLoadStrategy: "none" } } };
  const { sessionId, capabilities } = await send("POST", "/session", asked);
  const session = `/session/${sessionId}`;
  const perform = (actions) => send("POST", `${session}/actions`, { actions });

  return {
    version: capabilities.browserVersion,
    heard: () => ({ errors: [], requests: [] }),
    navigate: (url) => send("POST", `${session}/url`, { url }),
    reload: () => send("POST", `${session}/refresh`, {}),
    traverse: (delta) => send("POST", `${session}/${delta < 0 ? "back" : "forward"}`, {}),
    // The window's own edge is part of its size.
    resize: async (width, height) => {
      const inner = await send("POST", `${session}/execute/sync`, { script: "return [innerWidth, innerHeight]", args: [] });
      const outer = await send("GET", `${session}/window/rect`);
      await send("POST", `${session}/window/rect`, { width: outer.width - inner[0] + width, height: outer.height - inner[1] + height });
    },
    evaluate: async (expression) => {
      const script = `return Promise.resolve(${expression}).then((value) => JSON.stringify(value))`;
      const text = await send("POST", `${session}/execute/sync`, { script, args: [] });
      return text === null || text === undefined ? undefined : JSON.parse(text);
    },
    point: (x, y, how) => perform(pointing(x, y, how)),
    press: (key, how) => perform(pressing(key, how)),
    type: (text) => perform(typing(text)),
    close: async () => {
      await send("DELETE", session).catch(() => undefined);
      await driver.stop();
      await screen.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function ask(url, method, body) {
  const asked = fetch(url, { method, body: body && JSON.stringify(body) }).then((answer) => answer.json());
  const { value } = await within(PATIENCE, asked, url);
  if (value?.error) throw new Error(`${url}: ${value.error}: ${value.message}`);
  return value;
}

/** The driver says nothing when it is ready: it is asked until it answers. */
async function startDriver(port, env) {
  const driver = await start(DRIVER, [`--port=${port}`], { env });
  for (let tries = 0; ; tries += 1) {
    try {
      await ask(`http://127.0.0.1:${port}/status`, "GET");
      return driver;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A port on which nobody listens now. */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
