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

/** One route of each kind among some, the one with the most to show. */
const oneOfEachKind = (routes) =>
  [...new Set(routes.map((route) => route.kind))].map((kind) =>
    routes.filter((route) => route.kind === kind).reduce((one, other) => (weight(other) > weight(one) ? other : one)),
  );

/** One page of each kind. */
export const kinds = oneOfEachKind(routes);

/** One page of each kind of a site. */
export const kindsOf = (root) => oneOfEachKind(routes.filter((route) => route.root === root));

/** Starts the server of a route, and expects what the console says of a page that isn't there. */
export async function siteOf(route, serveSite, guard) {
  if (route.kind === "notFound") guard.expect(/status of 404/);
  return serveSite({ root: route.root });
}

/** Opens whatever is folded on the page. */
export const unfold = (page) => setFolds(page, true);

/** What was opened is folded again. */
export const fold = (page) => setFolds(page, false);

const setFolds = (page, isOpen) =>
  page.locator("details").evaluateAll((all, isOpen) => all.forEach((details) => (details.open = isOpen)), isOpen);
