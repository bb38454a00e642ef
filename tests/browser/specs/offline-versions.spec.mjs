// How versions of the application follow each other in the worker that keeps pages (public/worker.js).

import { rmSync } from "node:fs";

import { violationsIn } from "../axe.mjs";
import { expect } from "../fixtures.mjs";
import { inSection, keptPaths, nextVersionOf, notice, readPage, registrations, swedish, terms, test, untilKept, withoutOffline } from "../kept.mjs";
import { dist, front, theme } from "../portal.mjs";
import { addLink, isActive, isOn, isSameDocument, linkTo, mark, open } from "../visitor.mjs";
import { words } from "../words.mjs";

test.describe("a new version", () => {
  const THIRD = "00000000000000c3";
  let next;
  let third;
  test.beforeAll(() => {
    next = nextVersionOf(dist);
    third = nextVersionOf(dist, THIRD);
  });
  test.afterAll(() => [next, third].forEach((copy) => rmSync(copy, { recursive: true, force: true })));

  for (const [language, target] of [["fi", theme()], ["sv", swedish[0]]]) {
    test(`waits for the tabs of the old one, and comes when the visitor wants it, in ${language}`, async ({ context, page, site }) => {
      await readPage(page, site, target);
      site.root = next;
      const other = await context.newPage();
      await other.goto(site.origin + target.path);
      await isActive(other);
      await expect(notice(page)).toContainText(terms("new_version", language));
      expect(await violationsIn(page, ["light"])).toEqual([]);
      await expect(notice(other)).toHaveCount(0);
      // The old tab works as ever, from the files of its version, which the server doesn't have any longer.
      await mark(page);
      await mark(other);
      await (await addLink(page, target.site.home)).click();
      await expect(page).toHaveURL(site.origin + target.site.home);
      expect(await isSameDocument(page)).toBe(true);

      await notice(page).getByRole("button", { name: terms("to_new_version", language) }).click();
      await expect.poll(() => isSameDocument(page).catch(() => true)).toBe(false);
      await isActive(page);
      await expect(page.locator('meta[name="seutu:application"]')).toHaveAttribute("content", /0123456789abcdef/);
      await expect(notice(page)).toHaveCount(0);
      expect(await isSameDocument(other)).toBe(true);
      await expect(other.locator("html")).not.toHaveAttribute("data-outdated");
      await site.stop();
      await page.reload();
      await isActive(page);
      await expect(page.locator('meta[name="seutu:application"]')).toHaveAttribute("content", /0123456789abcdef/);
    });
  }

  test("comes by itself where no tab of the old one is left, and what was read before stays", async ({ page, site }) => {
    await readPage(page, site, theme());
    await untilKept(page, inSection[0].path);
    site.root = next;
    await page.reload();
    await isActive(page);
    const isNew = () => page.evaluate(async () => (await caches.keys()).at(-1).endsWith("0123456789abcdef") && !(await navigator.serviceWorker.ready).waiting);
    await expect.poll(isNew).toBe(true);
    await expect(notice(page)).toHaveCount(0);
    await site.stop();
    for (const target of [front(), inSection[0]]) {
      await page.goto(site.origin + target.path);
      await isOn(page, site, target);
    }
  });

  test("taken over in one tab, it leaves another tab of the old version its page, and gives it new documents", async ({ context, page, site }) => {
    await readPage(page, site, theme());
    const other = await context.newPage();
    await open(other, site, front().path);
    site.root = next;
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    for (const tab of [page, other]) await expect(notice(tab)).toContainText(terms("new_version"));
    await mark(other);
    await notice(page).getByRole("button", { name: terms("to_new_version") }).click();
    await expect(other.locator("html")).toHaveAttribute("data-outdated", "");
    expect(await isSameDocument(other)).toBe(true);
    await linkTo(other, theme().path).click();
    await isOn(other, site, theme());
    await expect(other.locator('meta[name="seutu:application"]')).toHaveAttribute("content", /0123456789abcdef/);
  });

  /** The paths of the pages of which a tab says to its worker that they are read. */
  const noteRead = (page) => page.addInitScript(() => {
    globalThis.read = [];
    const { postMessage } = ServiceWorker.prototype;
    ServiceWorker.prototype.postMessage = function (said, ...rest) {
      if (said.isRead) globalThis.read.push(new URL(said.address).pathname);
      return postMessage.call(this, said, ...rest);
    };
  });
  const pagesRead = (page) => page.evaluate(() => globalThis.read);

  test("hears from no tab that a page is read while it takes over, and hears it afterwards", async ({ page, site }) => {
    await noteRead(page);
    await page.clock.install();
    await readPage(page, site, theme());
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    const hear = (event, how) => page.evaluate(([event, how]) => {
      const { serviceWorker } = navigator;
      const source = serviceWorker.controller;
      serviceWorker.dispatchEvent(how ? new MessageEvent(event, { ...how, source }) : new Event(event));
    }, [event, how]);
    await hear("message", { data: 0 });
    await (await addLink(page, front().path)).click();
    await isOn(page, site, front());
    await page.clock.runFor(10_000);
    expect(await pagesRead(page)).not.toContain(front().path);
    await hear("controllerchange");
    await page.clock.runFor(3000);
    expect(await pagesRead(page)).toContain(front().path);
  });

  test("that works already leaves every tab its say when it is wanted once more", async ({ page, site }) => {
    await noteRead(page);
    await readPage(page, site, theme());
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await page.evaluate(() => navigator.serviceWorker.controller.postMessage({ update: true }));
    await (await addLink(page, front().path)).click();
    await isOn(page, site, front());
    // A tab that keeps quiet does so for fifteen seconds.
    await expect.poll(() => pagesRead(page), { timeout: 10_000 }).toContain(front().path);
  });

  test("that is followed by still another one before anybody wanted it leaves what was read", async ({ context, page, site }) => {
    await readPage(page, site, theme());
    await untilKept(page, inSection[0].path);
    const other = await context.newPage();
    await open(other, site, front().path);
    const update = () => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    const waits = (version) => expect.poll(() => page.evaluate(async (version) => {
      const { waiting, installing } = await navigator.serviceWorker.ready;
      return waiting && !installing && (await caches.keys()).some((name) => name.endsWith(version));
    }, version)).toBe(true);
    site.root = next;
    await update();
    await waits("0123456789abcdef");
    await expect(notice(page)).toBeVisible();
    site.root = third;
    await update();
    await waits(THIRD);
    // The notice is that of the version between.
    await notice(page).getByRole("button", { name: terms("to_new_version") }).click();
    await expect(page.locator('meta[name="seutu:application"]')).toHaveAttribute("content", new RegExp(THIRD));
    await isActive(page);
    await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting))).toBe(false);
    await other.close();
    await site.stop();
    for (const target of [theme(), inSection[0]]) {
      await page.goto(site.origin + target.path);
      await isOn(page, site, target);
    }
  });

  test("that was taken back leaves what was read in the version that worked last", async ({ page, site }) => {
    const isOf = async (root, version) => {
      site.root = root;
      await page.reload();
      await isActive(page);
      const isAlone = () => page.evaluate(async (version) => {
        const { active, waiting, installing } = await navigator.serviceWorker.ready;
        const began = await caches.match("/began", { cacheName: (await caches.keys()).find((name) => name.endsWith(version)) });
        return Boolean(active && !waiting && !installing && began);
      }, version);
      await expect.poll(isAlone).toBe(true);
    };
    await readPage(page, site, front());
    const [first] = await page.evaluate(() => caches.keys());
    await isOf(next, "0123456789abcdef");
    await isOf(dist, first.slice(-16));
    await readPage(page, site, theme());
    await isOf(third, THIRD);
    await site.stop();
    await page.goto(site.origin + theme().path);
    await isOn(page, site, theme());
  });

  test("can be left for later", async ({ context, page, site }) => {
    await readPage(page, site, front());
    site.root = next;
    const other = await context.newPage();
    await other.goto(site.origin);
    await notice(page).getByRole("button", { name: words("close") }).click();
    await expect(notice(page)).toHaveCount(0);
    await expect(page.locator("html")).not.toHaveAttribute("data-outdated");
  });
});

test("a publication that keeps nothing removes the worker and what was kept", async ({ page, site }) => {
  await readPage(page, site, front());
  const plain = withoutOffline(dist);
  site.root = plain;
  await page.reload();
  await isActive(page);
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await expect.poll(() => keptPaths(page)).toEqual([]);
  await page.reload();
  await isActive(page);
  expect(await registrations(page)).toBe(0);
  expect(site.requests.at(-1).path).not.toMatch(/worker|keep/);
  rmSync(plain, { recursive: true, force: true });
});
