// What is said at the end of a run: the spec files that took longest, the faults that were survived, and whether the run kept to its
// budget of page visits.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { isWholeRun, overrun, VISITS } from "./budget.mjs";
import { isExhaustive } from "./plan.mjs";
import { pageOf, saidOf, TRIED } from "./tried.mjs";

const SLOWEST = 8;

const budget = JSON.parse(readFileSync(path.join(import.meta.dirname, "budget.json"), "utf8"));

export default class Reporter {
  #seconds = new Map();
  #visits = new Map();
  #tried = [];

  onTestEnd(test, result) {
    const file = path.basename(test.location.file);
    const visits = result.annotations.find(({ type }) => type === VISITS)?.description ?? "0";
    add(this.#visits, file, Number(visits));
    add(this.#seconds, file, result.duration / 1000);
    const tried = result.annotations.find(({ type }) => type === TRIED)?.description;
    if (tried) this.#tried.push({ ...JSON.parse(tried), survived: result.status === test.expectedStatus });
  }

  onEnd({ status }) {
    const total = [...this.#seconds.values()].reduce((sum, seconds) => sum + seconds, 0);
    const visits = Object.fromEntries([...this.#visits].filter(([, count]) => count > 0).sort());
    const made = Object.values(visits).reduce((sum, count) => sum + count, 0);
    const slowest = [...this.#seconds].sort(([, one], [, other]) => other - one).slice(0, SLOWEST);
    console.log(`\n  ${Math.round(total)} s in tests, ${made} page visits; the slowest spec files:`);
    for (const [file, seconds] of slowest) {
      console.log(`  ${String(Math.round(seconds)).padStart(6)} s ${String(visits[file] ?? 0).padStart(5)} visits  ${file}`);
    }
    if (this.#tried.length > 0) console.log(`\n${saidOf(this.#tried)}`);
    if (process.env.SEUTU_SOAK === "faults") writeFileSync(process.env.SEUTU_REPORT, pageOf(this.#tried));
    if (process.env.SEUTU_BUDGET === "print") console.log(JSON.stringify(visits, null, 2));

    const present = readdirSync(path.join(import.meta.dirname, "specs")).filter((file) => file.endsWith(".spec.mjs"));
    const ran = [...this.#seconds.keys()];
    if (status !== "passed" || !isWholeRun({ ran, present, options: process.argv, exhaustive: isExhaustive })) return undefined;
    const message = overrun(visits, budget);
    if (!message) return undefined;
    console.log(`\n${message}`);
    return { status: "failed" };
  }
}

function add(sums, key, value) {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
