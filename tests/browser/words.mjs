// The Finnish words of the interface, read from the catalogue itself: a reworded message breaks no test.

import { readFileSync } from "node:fs";
import path from "node:path";

const source = readFileSync(path.resolve(import.meta.dirname, "../../src/messages/fi.rs"), "utf8");
// In Rust a backslash at the end of a line swallows the line break and the indentation that follows.
const entries = [...source.matchAll(/(\w+):\s*"((?:[^"\\]|\\[^])*)"/g)];
const catalogue = new Map(entries.map(([, name, text]) => [name, text.replace(/\\\n\s*/g, "")]));

/** A message of src/messages/fi.rs by the name of its field. */
export function words(name) {
  const text = catalogue.get(name);
  if (text === undefined) throw new Error(`src/messages/fi.rs has no ${name}`);
  return text;
}
