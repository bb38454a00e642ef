// The suite itself: its budget of page visits, and the plan that says which conditions are tried together.

import { expect, test } from "@playwright/test";

import { isWholeRun, overrun } from "../budget.mjs";
import { densityAt, keyboardAt, looksAt, SCHEMES } from "../plan.mjs";
import { kinds, routes } from "../routes.mjs";

const budget = { "search.spec.mjs": 40, "survey.spec.mjs": 160 };

test("a run within its budget, or a little above it, has nothing said of it", () => {
  expect(overrun(budget, budget)).toBeUndefined();
  expect(overrun({ ...budget, "survey.spec.mjs": 170 }, budget)).toBeUndefined();
  // What one file needs more, another one may need less.
  expect(overrun({ "search.spec.mjs": 10, "survey.spec.mjs": 190 }, budget)).toBeUndefined();
});

test("a run that visits more pages is told which files grew, by how much, and what to do", () => {
  const message = overrun({ "new.spec.mjs": 3, "search.spec.mjs": 30, "survey.spec.mjs": 178 }, budget);

  expect(message).toContain("load 211 documents; their budget is 200");
  expect(message).toContain("survey.spec.mjs: 178 instead of 160, 18 more");
  expect(message).toContain("new.spec.mjs: 3 instead of 0, 3 more");
  expect(message).not.toContain("search.spec.mjs");
  expect(message).toContain("tests/browser/budget.json");
});

test("only a run of all tests by the usual plan is judged", () => {
  const present = ["search.spec.mjs", "survey.spec.mjs"];
  const whole = { ran: present, present, options: ["node", "cli.js", "test", "--workers=3"], exhaustive: false };

  expect(isWholeRun(whole)).toBe(true);
  expect(isWholeRun({ ...whole, exhaustive: true })).toBe(false);
  expect(isWholeRun({ ...whole, ran: ["search.spec.mjs"] })).toBe(false);
  for (const option of ["-g", "--grep=menu", "--grep-invert", "--last-failed", "--shard=1/2"]) {
    expect(isWholeRun({ ...whole, options: [...whole.options, option] }), option).toBe(false);
  }
});

test("every pair of conditions is tried on some route, and light and dark on each", () => {
  const looks = routes.flatMap((_, place) => looksAt(place).map((look) => ({ ...look, density: densityAt(place) })));
  const values = { scheme: Object.keys(SCHEMES), width: [320, 1280], size: [100, 200], density: [1, 2] };
  const names = Object.keys(values);
  const missing = [];
  for (const [at, one] of names.entries()) {
    for (const other of names.slice(at + 1)) {
      for (const a of values[one]) {
        for (const b of values[other]) {
          if (!looks.some((look) => look[one] === a && look[other] === b)) missing.push(`${one} ${a} with ${other} ${b}`);
        }
      }
    }
  }

  expect(missing).toEqual([]);
  for (const place of routes.keys()) {
    expect(looksAt(place).map(({ scheme }) => scheme)).toEqual(expect.arrayContaining(["light", "dark"]));
  }
});

test("the keyboard goes through every kind of page on the widest and on the lowest screen, and on each screen through some", () => {
  const screens = kinds.map((_, place) => keyboardAt(place).map(({ width }) => width));

  for (const widths of screens) expect(widths).toEqual(expect.arrayContaining([1280, 320]));
  expect(new Set(screens.flat())).toEqual(new Set([1280, 360, 320, 568]));
});
