// The words of the interface, read from the catalogues themselves: a reworded message breaks no test.

import { readFileSync } from "node:fs";
import path from "node:path";

const catalogues = new Map(["fi", "sv", "en"].map((language) => [language, catalogueOf(language)]));

function catalogueOf(language) {
  const source = readFileSync(path.resolve(import.meta.dirname, `../../crates/views/src/messages/${language}.rs`), "utf8");
  // In Rust a backslash at the end of a line swallows the line break and the indentation that follows.
  const entries = [...source.matchAll(/(\w+):\s*"((?:[^"\\]|\\[^])*)"/g)];
  return new Map(entries.map(([, name, text]) => [name, text.replace(/\\\n\s*/g, "")]));
}

/** A message of crates/views/src/messages/ by the name of its field, in Finnish or in another language. */
export function words(name, language = "fi") {
  const text = catalogues.get(language)?.get(name);
  if (text === undefined) throw new Error(`crates/views/src/messages/${language}.rs has no ${name}`);
  return text;
}
