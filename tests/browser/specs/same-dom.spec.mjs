// The invariant of the views: for every route, the snapshot and the page rendered in the browser are the same DOM.

import { expect, test } from "../fixtures.mjs";
import { outline, snapshotOf } from "../outline.mjs";
import { front, pages, theme } from "../portal.mjs";
import { addLink, isActive, isOn, jsonRequests, open } from "../visitor.mjs";

for (const target of pages) {
  test(`${target.path} is the same DOM as a snapshot, hydrated, mounted in an empty shell, and after a route change`, async ({
    browser,
    page,
    site,
    shellSite,
  }) => {
    const snapshot = await snapshotOf(browser, site.origin + target.path);
    expect(snapshot.title).toBe(target.document_title);
    expect(snapshot.lang).toBe(target.language);
    expect(snapshot.canonical).toBe(target.canonical);
    expect(snapshot.description).toBe(target.description);

    await test.step("hydrated", async () => {
      await open(page, site, target.path);
      expect(await outline(page)).toEqual(snapshot);
      expect(jsonRequests(site, target), "the snapshot holds all it needs").toBe(0);
    });

    await test.step("rendered from page.json in an empty shell", async () => {
      await page.goto(shellSite.origin + target.path);
      await isActive(page);
      await isOn(page, shellSite, target);
      expect(await outline(page)).toEqual(snapshot);
    });

    await test.step("after a route change", async () => {
      await open(page, site, (target.path === theme().path ? front() : theme()).path);
      await (await addLink(page, target.path)).click();
      await isOn(page, site, target);
      expect(await outline(page)).toEqual(snapshot);
    });
  });
}
