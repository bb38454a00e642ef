// Every page that the tests know: those of the portal, and those of tests/sites/everything, which has every kind of page
// and block.

import { dist, everything, pagesOf } from "./portal.mjs";

const of = (root, name) => [
  // The news of that site differ by their number alone: one of them speaks for all.
  ...pagesOf(root)
    .filter((page) => root === dist || page.kind !== "news" || page.title === "Uutinen 1")
    .map((page) => ({ root, path: page.path, kind: page.kind, name: `${name}${page.path}`, page })),
  { root, path: "/ei-ole/", kind: "notFound", name: `${name}/ei-ole/` },
];

export const routes = [...of(dist, ""), ...of(everything, "everything:")];

const weight = ({ page }) => JSON.stringify(page ?? "").length;

/** One page of each kind, the one with the most to show. */
export const kinds = [...new Set(routes.map((route) => route.kind))].map((kind) =>
  routes.filter((route) => route.kind === kind).reduce((one, other) => (weight(other) > weight(one) ? other : one)),
);

/** Starts the server of a route, and expects what the console says of a page that isn't there. */
export async function siteOf(route, serveSite, guard) {
  if (route.kind === "notFound") guard.expect(/status of 404/);
  return serveSite({ root: route.root });
}

/** Opens whatever is folded on the page. */
export const unfold = (page) =>
  page.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));

/** From the next document on the text has this size, in per cent. */
export const keepTextSize = (context, percent) =>
  context.addInitScript((percent) => {
    // The empty document that a tab begins with has no storage.
    if (location.protocol !== "about:") localStorage.setItem("seutu.text-size", String(percent));
  }, percent);
