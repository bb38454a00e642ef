// The contrast of every pair of colours that style/ puts together, computed from their names' values.
//
// Text has at least 7:1 on each ground it stands on (WCAG 1.4.6); lines, edges, the focus ring and what is disabled
// have at least 3:1 (1.4.11). Whatever colour gets a name has to take its place in a pair here.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@playwright/test";

import { contrast } from "../colours.mjs";

const folder = path.resolve(import.meta.dirname, "../../../style");
const style = (file) => readFileSync(path.join(folder, file), "utf8");

/** The custom properties that a rule of a file sets: `{ name: value }`. */
function tokensOf(file, selector) {
  const text = style(file).replace(/\/\*[^]*?\*\//g, "");
  const start = text.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`style/${file} has no rule for ${selector}`);
  const body = text.slice(text.indexOf("{", start + selector.length) + 1);
  const own = body.slice(0, body.indexOf("}"));
  return Object.fromEntries([...own.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
}

const usual = tokensOf("tokens.css", ":root");
const chosen = tokensOf("theme.css", ':root[data-contrast="more"]');
const wished = tokensOf("theme.css", "@media (prefers-contrast: more) {\n  :root");

/** The grounds that the page's text stands on. */
const GROUNDS = ["colour-ground", "colour-surface", "colour-mist"];

const LINKS = ["colour-link", "colour-link-hover", "colour-link-visited"];

/** What stands on what, each with the least contrast it has to have. */
const PAIRS = [
  ...["colour-text", "colour-text-muted", "colour-heading", ...LINKS].map((text) => [7, text, GROUNDS]),
  [7, "colour-on-button", ["colour-button", "colour-button-hover"]],
  [7, "colour-alert-text", ["colour-alert-ground"]],
  // What a message says, and the links in a warning.
  ...["colour-text", ...LINKS].map((text) => [7, text, ["colour-alert-ground"]]),
  [7, "colour-on-spoken", ["colour-spoken"]],
  [7, "colour-footer-text", ["colour-footer"]],
  // The title over the lake.
  ...["colour-text", "colour-heading"].map((text) => [7, text, ["view-sky"]]),
  [3, "colour-disabled", GROUNDS],
  ...["colour-line", "colour-accent", "colour-pine", "colour-focus"].map((edge) => [3, edge, GROUNDS]),
  // What is chosen differs from what isn't by its ground, too.
  [3, "colour-button", GROUNDS],
  [3, "colour-button-hover", GROUNDS],
  [3, "colour-alert", [...GROUNDS, "colour-alert-ground"]],
  [3, "colour-focus", ["colour-alert-ground", "view-sky"]],
  [3, "colour-footer-line", ["colour-footer"]],
  [3, "colour-footer-focus", ["colour-footer"]],
];

const THEMES = Object.entries({ usual, "with high contrast": { ...usual, ...chosen } }).flatMap(([name, tokens]) => [
  { name: `${name}, light`, tokens, place: 0 },
  { name: `${name}, dark`, tokens, place: 1 },
]);

/** The value of a token by day (0) or by night (1). */
function valueOf(tokens, name, place) {
  const value = tokens[name];
  if (value === undefined) throw new Error(`no token is named --${name}`);
  const pair = value.match(/^light-dark\((.+), (.+)\)$/);
  const one = pair ? pair[1 + place] : value;
  const other = one.match(/^var\(--([\w-]+)\)$/);
  return other ? valueOf(tokens, other[1], place) : one;
}

for (const { name, tokens, place } of THEMES) {
  test(`text and edges can be told from their grounds: ${name}`, () => {
    const weak = PAIRS.flatMap(([least, one, grounds]) =>
      grounds.flatMap((ground) => {
        const found = contrast(valueOf(tokens, one, place), valueOf(tokens, ground, place));
        return found < least ? [`--${one} on --${ground}: ${found.toFixed(2)}, has to be ${least}`] : [];
      }),
    );

    expect(weak).toEqual([]);
  });
}

test("every colour takes part in a pair", () => {
  const tried = new Set(PAIRS.flatMap(([, one, grounds]) => [one, ...grounds]));

  expect(Object.keys(usual).filter((name) => name.startsWith("colour-") && !tried.has(name))).toEqual([]);
});

test("high contrast has the same colours whether the system wishes it or the visitor chose it", () => {
  expect(wished).toEqual(chosen);
});

test("a component names no colour of its own", () => {
  const ownColour = /#[0-9a-f]{3,8}\b|\b(?:hsla?|oklch|oklab|lab|lch|color)\(/i;
  const components = readdirSync(folder).filter((file) => !["tokens.css", "theme.css", "print.css"].includes(file));

  expect(components.filter((file) => ownColour.test(style(file)))).toEqual([]);
});
