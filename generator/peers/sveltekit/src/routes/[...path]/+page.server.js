// A page is taken from portal.json when it is prerendered; the browser gets it as __data.json.
import { readFileSync } from "node:fs";

import { error } from "@sveltejs/kit";

const { name, menu, pages } = JSON.parse(readFileSync("portal.json", "utf8"));
const pathOf = (address) => address.replace(/^\/|\/$/g, "");
const byPath = new Map(pages.map((page) => [pathOf(page.address), page]));

export const entries = () => [...byPath.keys()].map((path) => ({ path }));

export function load({ params }) {
  const page = byPath.get(pathOf(params.path)) ?? error(404, "Sivua ei löydy");
  return { name, menu, page };
}
