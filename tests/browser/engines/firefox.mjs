// Firefox, which speaks WebDriver BiDi itself (https://w3c.github.io/webdriver-bidi/).

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { pointing, pressing, typing } from "./keys.mjs";
import { start, within } from "./process.mjs";

const FIREFOX = process.env.SEUTU_FIREFOX || "firefox-esr";

/** What Firefox shall not ask anybody by itself, it leaves out when it is driven; the language is the visitor's. */
const PREFERENCES = { "focusmanager.testmode": true, "intl.accept_languages": "fi-FI, fi, en" };

/** Longer than a busy machine takes for one command, in milliseconds. */
const PATIENCE = 60_000;

/** Starts Firefox without a window. */
export async function startFirefox() {
  const profile = await mkdtemp(path.join(tmpdir(), "seutu-firefox-"));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  await writeFile(path.join(profile, "user.js"), lines.join(""));
  const options = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  const browser = await start(FIREFOX, options, { env: { HOME: profile }, until: /WebDriver BiDi listening on (\S+)/ });
  const connection = await connect(`${browser.said[1]}/session`);
  const { capabilities } = await connection.send("session.new", { capabilities: {} });
  // The first window isn't looked at, and its buttons answer no key.
  const { context } = await connection.send("browsingContext.create", { type: "window" });
  await connection.send("browsingContext.activate", { context });
  await connection.send("session.subscribe", { events: ["log.entryAdded", "network.beforeRequestSent"] });

  return {
    version: capabilities.browserVersion,
    /** The errors in the console and the requests since the last call: `{ errors, requests }`. */
    heard: () => connection.heard.splice(0).reduce(noteEvent, { errors: [], requests: [] }),
    navigate: (url) => connection.send("browsingContext.navigate", { context, url, wait: "none" }),
    reload: () => connection.send("browsingContext.reload", { context, wait: "none" }),
    traverse: (delta) => connection.send("browsingContext.traverseHistory", { context, delta }),
    resize: (width, height) => connection.send("browsingContext.setViewport", { context, viewport: { width, height } }),
    evaluate: async (expression) => {
      const given = await connection.send("script.evaluate", {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value))`,
        target: { context },
        awaitPromise: true,
      });
      if (given.type === "exception") throw new Error(given.exceptionDetails.text);
      return given.result.value === undefined ? undefined : JSON.parse(given.result.value);
    },
    point: (x, y, how) => connection.send("input.performActions", { context, actions: pointing(x, y, how) }),
    press: (key, how) => connection.send("input.performActions", { context, actions: pressing(key, how) }),
    type: (text) => connection.send("input.performActions", { context, actions: typing(text) }),
    close: async () => {
      await connection.send("browser.close").catch(() => browser.stop());
      await within(PATIENCE, browser.ended, "the end of Firefox").catch(() => browser.stop());
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function noteEvent(heard, { method, params }) {
  if (method === "network.beforeRequestSent") heard.requests.push(params.request.url);
  else if (params.level === "error") heard.errors.push(`${params.type}: ${params.text} (${params.stackTrace?.callFrames[0]?.url ?? ""})`);
  return heard;
}

/** Commands and their answers over one socket; events are collected. */
async function connect(url) {
  const socket = new WebSocket(url);
  const waiting = new Map();
  const heard = [];
  await within(PATIENCE, new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`${url} doesn't answer`));
  }), "Firefox's socket");
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === "event") heard.push(message);
    waiting.get(message.id)?.(message);
  };
  let last = 0;
  const send = async (method, params = {}) => {
    const id = ++last;
    const answered = new Promise((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const answer = await within(PATIENCE, answered, method).finally(() => waiting.delete(id));
    if (answer.type === "error") throw new Error(`${method}: ${answer.error}: ${answer.message}`);
    return answer.result;
  };
  return { send, heard };
}
