// Packets get lost between the browser and the server, at each stage of a visit. Which ones is chance, so each case is tried several
// times, and by `cargo xtask soak` alone.

import { test } from "../fixtures.mjs";
import { LOSSES } from "../faults.mjs";
import { launchOptions, missing, removeNetwork, startNetwork } from "../lossy.mjs";
import { losses, nameOf } from "../matrix.mjs";
import { publishedAnew } from "../republished.mjs";
import { DONE, SAID, Visit } from "../survival.mjs";
import { TRIED } from "../tried.mjs";

const why = missing();

test.skip(Boolean(why), why);
test.use({ serviceWorkers: "block", launchOptions });
test.afterAll(() => why || removeNetwork());

for (const tried of losses) {
  test(`${nameOf(tried)} is survived`, async ({ guard, page, serveSite }, testInfo) => {
    test.slow();
    testInfo.annotations.push({ type: TRIED, description: JSON.stringify(tried) });
    SAID.forEach((pattern) => guard.allow(pattern));
    const [old, anew] = [await serveSite(), await serveSite({ root: publishedAnew() })];
    let site = old;
    const network = await startNetwork(() => site.origin);
    guard.allowOrigin(network.proxy.origin);
    try {
      const visit = new Visit(page, network.proxy, tried.faults);
      visit.mend = async () => network.loseNothing();
      await DONE[tried.stage](visit, () => network.lose(LOSSES[tried.faults[0].fault]), () => (site = anew));
      visit.isBounded();
    } finally {
      await page.close();
      await network.close();
    }
  });
}
