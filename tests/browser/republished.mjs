// The portal as it is published anew: each file whose name says what it holds has another name, as after a change of the
// application and of many pages.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { shell } from "./portal.mjs";

const seutu = path.resolve(process.env.SEUTU ?? path.resolve(import.meta.dirname, "../../target/debug/seutu"));
const content = path.resolve(import.meta.dirname, "../../public/content");

/** In the names of the shell's files. */
const HASH = /-([0-9a-f]{16})(?=(_bg)?\.(js|css|wasm|svg)\b)/g;

/** What the new pages say besides. */
export const NEWS = "Vasta julkaistu uutuussana.";

/** A document whose names were changed, with the policy that it then has: the policy names the map of integrity by its hash. */
export function withItsPolicy(changed, document) {
  const ofMap = (html) => createHash("sha256").update(html.match(/<script type="importmap">(.*?)<\/script>/)?.[1] ?? "").digest("base64");
  return changed.replace(ofMap(document), ofMap(changed));
}

let made;

/** A folder with the site published anew; it is made once for each process. */
export function publishedAnew() {
  made ??= publish();
  return made;
}

function publish() {
  const folder = mkdtempSync(path.join(tmpdir(), "seutu-anew-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const of = (name) => path.join(folder, name);
  cpSync(shell, of("shell"), { recursive: true });
  for (const name of readdirSync(of("shell"))) renameSync(of(`shell/${name}`), of(`shell/${renamed(name)}`));
  rewrite(of("shell/index.html"), renamed);
  cpSync(content, of("content"), { recursive: true });
  for (const file of readdirSync(of("content/fi"), { recursive: true }).filter((name) => path.basename(name) === "index.json")) {
    rewrite(path.join(of("content/fi"), file), (text) => text.replace(/("content":\s*\[)/, `$1 { "paragraph": "${NEWS}" },`));
  }
  execFileSync(seutu, ["build", "--shell", of("shell"), "--content", of("content"), "--out", of("site"), "--host", "static"], { stdio: "pipe" });
  return of("site");
}

const renamed = (text) => text.replace(HASH, (_, hash) => `-${hash.match(/../g).reverse().join("")}`);

function rewrite(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}
