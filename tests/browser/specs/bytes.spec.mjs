// What a visitor downloads, in bytes as Brotli makes them at its best: each sort of file has a budget in bytes.json.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

import { expect, test } from "../fixtures.mjs";
import { dist, front, pages } from "../portal.mjs";

const budget = JSON.parse(readFileSync(path.join(import.meta.dirname, "../bytes.json"), "utf8"));

const compressed = (file) => brotliCompressSync(readFileSync(path.join(dist, file))).length;
const sum = (files) => files.map(compressed).reduce((sum, bytes) => sum + bytes, 0);
const atTheRoot = readdirSync(dist);
const named = (pattern) => sum(atTheRoot.filter((name) => pattern.test(name)));

/** What is measured, by the names in bytes.json. */
function measured() {
  const documents = pages.map(({ path }) => compressed(`${path}index.html`));
  const parts = {
    "the application": named(/^seutu-application-.*(js|_bg\.wasm)$/),
    "its second part": named(/^seutu-application-[0-9a-f]+\.wasm$/),
    "its beginning": named(/^start-.*js$/),
    "the whole stylesheet": named(/^seutu-.*css$/),
    "the module of search": named(/^seutu-search-.*(js|wasm)$/),
    "the largest document": Math.max(...documents),
  };
  const first = ["the application", "its beginning", "the whole stylesheet"].map((part) => parts[part]);
  return { ...parts, "the first view, of the front page": compressed(`${front().path}index.html`) + first.reduce((sum, bytes) => sum + bytes) };
}

test("what a visitor downloads keeps to its budget", () => {
  const found = measured();
  expect(Object.keys(found)).toEqual(Object.keys(budget));
  for (const [what, bytes] of Object.entries(found)) {
    const tell = (how) => `${what} is ${bytes} bytes, ${how} the ${budget[what]} of tests/browser/bytes.json. Write the new number there, and the reason into the commit`;
    expect.soft(bytes <= budget[what] * 1.01, tell("more than 1 % above")).toBe(true);
    expect.soft(bytes >= budget[what] * 0.97, tell("3 % below, which is to stay so:")).toBe(true);
  }
});
