// Runs what visitors do (checks.mjs) in Chromium, Firefox and WebKitGTK, and says for each engine how many checks hold, what it
// lacks, and what its visitors get instead.
//
//   node --experimental-websocket engines/run.mjs [engine…] [words of a check…]

import process from "node:process";

import { front } from "../portal.mjs";
import { CHECKS } from "./checks.mjs";
import { startChromium } from "./chromium.mjs";
import { startFirefox } from "./firefox.mjs";
import { FEATURES } from "./lacks.mjs";
import { NotInstalled, within } from "./process.mjs";
import { visit } from "./visitor.mjs";
import { startWebKit } from "./webkit.mjs";

/** By the name on the command line: the name for people, what starts it, and Debian's packages. */
const ENGINES = {
  chromium: ["Chromium", startChromium, "chromium"],
  firefox: ["Firefox", startFirefox, "firefox-esr"],
  webkit: ["WebKitGTK", startWebKit, "webkit2gtk-driver xvfb"],
};

/** Longer than any check takes on a busy machine, in milliseconds. */
const PATIENCE = 150_000;

const asked = process.argv.slice(2);
const engines = Object.keys(ENGINES).filter((name) => asked.includes(name));
const titles = asked.filter((word) => !(word in ENGINES));
const checks = CHECKS.filter(({ what }) => titles.every((title) => what.includes(title)));

const results = await Promise.all((engines.length ? engines : Object.keys(ENGINES)).map(runIn));
for (const { summary } of results) console.log(summary);
process.exit(results.every(({ failed }) => failed === 0) && checks.length > 0 ? 0 : 1);

/** All checks in one engine, one after the other. */
async function runIn(key) {
  const [name, start, packages] = ENGINES[key];
  const started = performance.now();
  let driver;
  try {
    driver = await start();
  } catch (error) {
    // A machine on which nobody may install packages has the engines that it has.
    if (!(error instanceof NotInstalled)) throw error;
    return { failed: 0, summary: `${name}: not tried, ${error.message}; Debian: \`apt-get install ${packages}\`` };
  }
  try {
    const has = await features(driver);
    const notes = [];
    const engine = { has: (feature) => has.get(feature), note: (what) => notes.push(what) };
    const missing = FEATURES.filter(({ name }) => !has.get(name));
    let [held, failed] = [0, 0];
    for (const check of checks) {
      if (check.needs && !engine.has(check.needs)) continue;
      try {
        await runCheck(driver, engine, check);
        held += 1;
      } catch (error) {
        failed += 1;
        console.log(`${name}: ${check.what}\n  ${error.stack.replaceAll("\n", "\n  ")}`);
      }
    }
    const seconds = Math.round((performance.now() - started) / 1000);
    const unneeded = checks.filter(({ needs }) => needs && !engine.has(needs));
    const lines = [
      `${name} ${driver.version}: ${held} of ${checks.length} (${seconds} s)${unneeded.length ? `; ${unneeded.length} concern what it lacks` : ""}`,
      ...notes.map((note) => `  ${note}`),
      ...missing.map((feature) => `  lacks ${feature.name}: ${feature.instead}`),
    ];
    return { failed, summary: lines.join("\n") };
  } catch (error) {
    return { failed: 1, summary: `${name} ${driver.version}: stopped. ${error.stack}` };
  } finally {
    await driver.close();
  }
}

async function runCheck(driver, engine, check) {
  const visitor = await visit(driver, check.site);
  try {
    await driver.resize(1280, 800);
    await within(PATIENCE, check.run(visitor, engine), check.what);
    await visitor.leave();
  } catch (error) {
    await visitor.close();
    throw error;
  }
}

/** Which of FEATURES the engine has, asked in a page of the portal. */
async function features(driver) {
  const visitor = await visit(driver);
  await visitor.go(front().path);
  await visitor.hasStarted();
  // Voices come late in some browsers.
  await driver.evaluate("new Promise((resolve) => setTimeout(resolve, 200))");
  const has = new Map();
  for (const { name, has: expression } of FEATURES) has.set(name, await driver.evaluate(expression));
  await visitor.leave();
  return has;
}
