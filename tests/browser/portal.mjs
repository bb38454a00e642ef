// What has been published: the routes, old addresses and documents in the folder that is tested.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The published portal. */
export const dist = folder(process.env.SEUTU_DIST, "../../dist");

/** The small site with every kind of page and block, tests/sites/everything, in the same shell. */
export const everything = folder(process.env.SEUTU_EVERYTHING, "../../target/everything");

/** The same site with the gallery of components at /tyylit/, as those who work on the style get it. */
export const gallery = folder(process.env.SEUTU_GALLERY, "../../target/gallery");

/** The application without content. */
export const shell = folder(process.env.SEUTU_SHELL, "../../target/shell");

function folder(named, otherwise) {
  const found = named ? path.resolve(named) : path.resolve(import.meta.dirname, otherwise);
  if (!existsSync(path.join(found, "index.html"))) {
    throw new Error(`${found} holds no index.html: run \`cargo xtask build\` first, or \`cargo xtask test\``);
  }
  return found;
}

const files = filesOf(dist);

/** The files in a published folder, as paths within it. */
function filesOf(root) {
  return readdirSync(root, { recursive: true }).map((file) => file.split(path.sep).join("/")).sort();
}

/** Every page.json in a published folder, with its address. */
function documentsOf(root) {
  return filesOf(root)
    .filter((file) => path.posix.basename(file) === "page.json")
    .map((file) => ({
      address: `/${file.slice(0, -"page.json".length)}`,
      document: JSON.parse(readFileSync(path.join(root, file), "utf8")),
    }));
}

/** Every page in a published folder, as its page.json says it: `{ path, title, kind, … }`. */
export const pagesOf = (root) => documentsOf(root).flatMap(({ document }) => document.page ?? []);

const documents = documentsOf(dist);

/** Every page of the portal. */
export const pages = documents.flatMap(({ document }) => document.page ?? []);

/** Every old address with the address that took its place. */
export const oldAddresses = documents
  .filter(({ document }) => document.moved)
  .map(({ address, document }) => ({ from: address, to: document.moved }));

/** Every document (`.html`) as a path from the site's root. */
export const htmlFiles = files.filter((file) => file.endsWith(".html")).map((file) => `/${file}`);

/** The page with a title; the tests know the reference portal's titles, not its addresses. */
export function pageTitled(title) {
  const found = pages.find((page) => page.title === title);
  if (!found) throw new Error(`no page is titled “${title}”: ${pages.map((page) => page.title).join(", ")}`);
  return found;
}

/** The first Finnish page of a kind. */
export function pageOfKind(kind) {
  const found = pages.find((page) => page.kind === kind && page.language === "fi");
  if (!found) throw new Error(`no page is of the kind ${kind}`);
  return found;
}

/** The page the seed shows. */
export const theme = () => pageTitled("Koulutusyhteistyön teemaverkosto");

/** The Finnish front page. */
export const front = () => pages.find((page) => page.path === "/");

/** The text of a published file. */
export const read = (file) => readFileSync(path.join(dist, file), "utf8");

/** The addresses of the application's scripts and its WebAssembly, as a document names them: start, glue, first part, second part. */
export const filesOfApplication = () => read("index.html").match(/name="seutu:application" content="([^"]+)"/)[1].split(" ");
