// The matrix of faults: what a network, a server or those between them do wrong, at each stage of a visit (faults.mjs), and whether a
// visitor survives it (survival.mjs). matrix.mjs says what is tried here, and what `cargo xtask soak` tries.

import { expect, test } from "../fixtures.mjs";
import { FAULTS, FILES } from "../faults.mjs";
import { cases, nameOf } from "../matrix.mjs";
import { pageOfKind, theme } from "../portal.mjs";
import { startProxy } from "../proxy.mjs";
import { publishedAnew } from "../republished.mjs";
import { DONE, SAID, Visit } from "../survival.mjs";
import { TRIED } from "../tried.mjs";

// The browser's own store of answers belongs to the case: a worker of the service would stand before it.
test.use({ serviceWorkers: "block" });

const SEARCH = pageOfKind("search");

/** Which pages a fault meets: the one that is opened and the one that searches; all others come. */
const isMet = (stage, path) => {
  const isOfAPage = path.endsWith("/") || path.endsWith("/page.json");
  return !isOfAPage || stage === "search" || [theme().path, SEARCH.path].some((page) => path === page || path === `${page}page.json`);
};

for (const tried of cases) {
  test(`${nameOf(tried)} is survived`, async ({ guard, page, serveSite }, testInfo) => {
    const annotation = { type: TRIED, description: JSON.stringify({ ...tried, isMet: false }) };
    testInfo.annotations.push(annotation);
    SAID.forEach((pattern) => guard.allow(pattern));
    const [old, anew] = [await serveSite(), await serveSite({ root: publishedAnew() })];
    let site = old;
    const proxy = await startProxy(() => site.origin);
    guard.allowOrigin(proxy.origin);
    try {
      const visit = new Visit(page, proxy, tried.faults);
      await visit.begin();
      const inject = () =>
        proxy.inject(
          ...tried.faults.map(({ file, fault, times }) => ({
            fault: FAULTS[fault],
            files: (path) => FILES[file](path) && isMet(tried.stage, path),
            times,
          })),
        );
      await DONE[tried.stage](visit, inject, () => (site = anew));
      visit.isBounded();
      if (tried.faults.length === 1 && tried.stage !== "update") expect(proxy.hits, "how often the fault was met").toBeGreaterThan(0);
      annotation.description = JSON.stringify({ ...tried, isMet: proxy.hits > 0 });
    } finally {
      await page.close();
      await proxy.close();
    }
  });
}
