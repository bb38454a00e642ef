// The matrix of faults: what a network, a server or those between them do wrong, at each stage of a visit (faults.mjs), and whether a
// visitor survives it (survival.mjs). matrix.mjs says what is tried here, and what `cargo xtask soak` tries.

import { createHash } from "node:crypto";

import { expect, test } from "../fixtures.mjs";
import { FAULTS, FILES } from "../faults.mjs";
import { cases, nameOf } from "../matrix.mjs";
import { pageOfKind, theme } from "../portal.mjs";
import { startProxy } from "../proxy.mjs";
import { publishedAnew } from "../republished.mjs";
import { DONE, liveThroughAMixture, SAID, Visit } from "../survival.mjs";
import { TRIED } from "../tried.mjs";

// The browser's own store of answers belongs to the case: a worker of the service would stand before it.
test.use({ serviceWorkers: "block" });

const SEARCH = pageOfKind("search");

/** Which pages a fault meets: the one that is opened and the one that searches; all others come. */
const isMet = (stage, path) => {
  const isOfAPage = path.endsWith("/") || path.endsWith("/page.json");
  return !isOfAPage || stage === "search" || [theme().path, SEARCH.path].some((page) => path === page || path === `${page}page.json`);
};

/** One of two sites for each request, by chance that is the same each time: it depends on the file and on how often it was asked for. */
function either(sites, seed) {
  const asked = new Map();
  return (path) => {
    const file = path.replace(/-[0-9a-f]{12,16}/, "");
    asked.set(file, (asked.get(file) ?? 0) + 1);
    const [byte] = createHash("sha256").update(`${seed} ${file} ${asked.get(file)}`).digest();
    return sites[byte & 1];
  };
}

for (const tried of cases) {
  test(`${nameOf(tried)} is survived`, async ({ guard, page, serveSite }, testInfo) => {
    SAID.forEach((pattern) => guard.allow(pattern));
    // A document of which a byte is another one isn't what its own policy says.
    if (tried.faults.some(({ file }) => file === "document")) guard.allow(/Content Security Policy|policy violated/);
    const sites = [await serveSite(), await serveSite({ root: publishedAnew() })];
    const [before, after] = tried.toOlder ? sites.toReversed() : sites;
    let answers = () => before;
    const proxy = await startProxy((path) => answers(path).origin);
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
      const publishAnew = () => (answers = () => after);
      if (tried.seed) {
        await liveThroughAMixture(visit, { mix: () => (answers = either([before, after], tried.seed)), settle: publishAnew });
      } else {
        await DONE[tried.stage](visit, inject, publishAnew);
      }
      visit.isBounded();
      if (!tried.seed && tried.faults.length === 1 && tried.stage !== "update") expect(proxy.hits, "how often the fault was met").toBeGreaterThan(0);
    } finally {
      // Not each stage asks for each file: one that nobody asked for isn't counted.
      if (tried.seed || proxy.hits > 0) testInfo.annotations.push({ type: TRIED, description: JSON.stringify(tried) });
      await page.close();
      await proxy.close();
    }
  });
}
