// The portal as it is published anew: each file whose name says what it holds has another name, as after a change of all of them.

import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { dist } from "./portal.mjs";

/** Names of the shell's files, and of those of the index. */
const HASH_OF_SHELL = /-([0-9a-f]{16})(?=(_bg)?\.(js|css|wasm|svg)\b)/g;
const HASH_OF_INDEX = /-([0-9a-f]{12})(?=(\.txt)?$)/;

let made;

/** A folder with the site published anew; it is made once for each process. */
export function publishedAnew() {
  made ??= publish();
  return made;
}

function publish() {
  const root = mkdtempSync(path.join(tmpdir(), "seutu-anew-"));
  process.on("exit", () => rmSync(root, { recursive: true, force: true }));
  cpSync(dist, root, { recursive: true });
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name, parentPath } of files) {
    const file = path.join(parentPath, name);
    if (/\.(html|webmanifest)$/.test(name)) rewrite(file, (text) => renamed(text));
    if (renamed(name) !== name) renameSync(file, path.join(parentPath, renamed(name)));
  }
  renameIndex(path.join(root, "search.index"));
  return root;
}

const other = (hash) => hash.match(/../g).reverse().join("");

const renamed = (text) => text.replace(HASH_OF_SHELL, (_, hash) => `-${other(hash)}`);

/** The root of an index names its other files by their hashes, in bytes. */
function renameIndex(folder) {
  for (const root of readdirSync(folder).filter((name) => !name.includes("."))) {
    const files = path.join(folder, `${root}.files`);
    for (const name of readdirSync(files)) {
      const [, hash] = name.match(HASH_OF_INDEX);
      const bytes = (hex) => Buffer.from(hex, "hex").toString("latin1");
      rewrite(path.join(folder, root), (text) => text.replace(bytes(hash), () => bytes(other(hash))), "latin1");
      renameSync(path.join(files, name), path.join(files, name.replace(hash, other(hash))));
    }
  }
}

function rewrite(file, change, encoding = "utf8") {
  const text = readFileSync(file, encoding);
  const changed = change(text);
  if (changed !== text) writeFileSync(file, changed, encoding);
}
