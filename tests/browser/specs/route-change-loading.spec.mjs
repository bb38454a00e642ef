// From a click to a page: what is asked of the server, and what is on screen meanwhile.

import { expect, test } from "../fixtures.mjs";
import { front, pages, pageTitled, theme } from "../portal.mjs";
import { hold, isOn, isSameDocument, jsonRequests, linkTo, mark, open } from "../visitor.mjs";

const json = (target) => `${target.path}page.json`;

test("a page that wasn't there yet is asked for once", async ({ page, site }) => {
  await open(page, site, front().path);
  const before = site.requests.length;
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());

  // The browser fetches the icon when it likes.
  const asked = site.requests.slice(before).filter(({ path }) => !path.startsWith("/icon"));
  expect(asked.map(({ path }) => path)).toEqual([json(theme())]);
});

test("a link that the pointer rests on is loaded ahead, and the click asks for nothing more", async ({ page, site }) => {
  await open(page, site, front().path);
  const arrived = page.waitForResponse((response) => response.url().endsWith(json(theme())));
  await linkTo(page, theme().path).hover();
  await (await arrived).finished();
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());

  expect(jsonRequests(site, theme())).toBe(1);
});

test("a link that the keyboard reaches is loaded ahead, and nothing else where the visitor saves data", async ({ page, site }) => {
  await open(page, site, front().path);
  const arrived = page.waitForResponse((response) => response.url().endsWith(json(theme())));
  await linkTo(page, theme().path).focus();
  await (await arrived).finished();

  const asked = site.requests.filter(({ path }) => path.endsWith("page.json"));
  expect(asked.map(({ path }) => path)).toEqual([json(theme())]);
});

test.describe(() => {
  test.use({ hasTouch: true, isMobile: true });

  const index = pages.find(({ path }) => path === "/sivut-aakkosittain/");
  const dataAskedOf = (site) => site.requests.filter(({ path }) => path.endsWith("page.json")).map(({ path }) => path);

  // A browser that doesn't say how good its connection is has one that is good enough.
  test.beforeEach(({ context }) => context.addInitScript(() => delete Navigator.prototype.connection));

  test("pages whose links are in view are loaded ahead for a finger, a few of them, and the click asks for nothing more", async ({ page, site }) => {
    const asked = () => dataAskedOf(site);
    await page.setViewportSize({ width: 1280, height: 1000 });
    await open(page, site, index.path);
    const inView = await page.locator("main a[href]").evaluateAll((links) => {
      const isInView = ({ top, bottom, height }) => height > 0 && top >= 0 && bottom <= innerHeight;
      return links.filter((link) => isInView(link.getBoundingClientRect())).map((link) => new URL(link.href).pathname);
    });
    // The letters lead to places on the page itself, and come first.
    expect(inView.filter((path) => path === index.path).length).toBeGreaterThan(3);
    const ahead = [...new Set(inView.filter((path) => path !== index.path && path.endsWith("/")))].slice(0, 3);
    expect(ahead).toHaveLength(3);
    await expect.poll(asked).toEqual(ahead.map((path) => `${path}page.json`));
    const before = site.requests.length;
    await page.locator(`main a[href="${ahead[0]}"]`).first().evaluate((link) => link.click());
    await expect(page).toHaveURL(site.origin + ahead[0]);
    await expect(page.locator("main h1")).toBeFocused();

    expect(site.requests.slice(before).map(({ path }) => path)).not.toContain(`${ahead[0]}page.json`);
  });

  test("pages whose links are scrolled to are loaded ahead where scrolling ends, and no more than six while one page is shown", async ({ page, site }) => {
    const asked = () => dataAskedOf(site);
    await page.setViewportSize({ width: 360, height: 300 });
    await open(page, site, index.path);
    const links = page.locator("main li a:not([href*='#'])");
    const scrollTo = (link) => link.evaluate((link) => link.scrollIntoView({ block: "center", behavior: "instant" }));
    const last = links.last();
    await scrollTo(last);
    await expect.poll(asked).toContain(`${await last.getAttribute("href")}page.json`);

    for (const link of await links.all()) {
      await scrollTo(link);
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    }
    await expect.poll(asked).toHaveLength(6);
  });
});

test("the old page stays until the new one is there", async ({ page, site }) => {
  const gate = hold(site, json(theme()));
  await open(page, site, front().path);
  await linkTo(page, theme().path).click({ noWaitAfter: true });
  await expect.poll(() => jsonRequests(site, theme())).toBe(1);

  await isOn(page, site, front());
  gate.release();
  await isOn(page, site, theme());
});

test("the page changes at once and as a whole: no moment without an h1", async ({ page, site }) => {
  await open(page, site, front().path);
  await page.evaluate(() => {
    window.headings = new Set();
    const look = () => {
      window.headings.add([...document.querySelectorAll("h1")].map((heading) => heading.textContent).join("|"));
      requestAnimationFrame(look);
    };
    look();
  });
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
  // The frame that shows the new page has been seen, too.
  await expect.poll(() => page.evaluate(() => window.headings.size)).toBe(2);

  expect(await page.evaluate(() => [...window.headings])).toEqual([front().title, theme().title]);
});

test("a newer click aborts the older load", async ({ page, site }) => {
  const [older, newer] = [theme(), pageTitled("Hankkeet")];
  const gate = hold(site, json(older));
  await open(page, site, front().path);
  await mark(page);
  // Long before the application would lose its patience with the older one.
  const aborted = page.waitForEvent("requestfailed", {
    predicate: (request) => request.url().endsWith(json(older)),
    timeout: 5_000,
  });
  await linkTo(page, older.path).click({ noWaitAfter: true });
  await expect.poll(() => jsonRequests(site, older)).toBe(1);
  await linkTo(page, newer.path).click();

  expect((await aborted).failure().errorText).toBe("net::ERR_ABORTED");
  await isOn(page, site, newer);
  await expect.poll(() => site.requests.find(({ path }) => path === json(older)).givenUp).toBe(true);
  gate.release();
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await isSameDocument(page)).toBe(true);
});

test("a page that was left before it came can be opened again", async ({ page, site }) => {
  const [older, newer] = [theme(), pageTitled("Hankkeet")];
  const gate = hold(site, json(older));
  await open(page, site, front().path);
  await linkTo(page, older.path).click({ noWaitAfter: true });
  await expect.poll(() => jsonRequests(site, older)).toBe(1);
  await linkTo(page, newer.path).click();
  await isOn(page, site, newer);
  gate.release();
  await linkTo(page, older.path).click();

  await isOn(page, site, older);
});

test("back and forward change the page and not the document", async ({ page, site }) => {
  await open(page, site, front().path);
  await mark(page);
  await linkTo(page, pageTitled("Hankkeet").path).click();
  await isOn(page, site, pageTitled("Hankkeet"));
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());

  await page.goBack();
  await isOn(page, site, pageTitled("Hankkeet"));
  await page.goBack();
  await isOn(page, site, front());
  await page.goForward();
  await isOn(page, site, pageTitled("Hankkeet"));
  expect(await isSameDocument(page)).toBe(true);
});

test("reloading shows the page that the visitor came to", async ({ page, site }) => {
  await open(page, site, front().path);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
  await page.reload();

  await isOn(page, site, theme());
});

/** Escape, or the button that stops loading. */
const stopLoading = (page) => page.evaluate(() => window.stop());

test("whoever stops a page that is shown already, before its address is there, is back where they were", async ({ context, page, site }) => {
  await context.addInitScript(() => {
    const { intercept } = NavigateEvent.prototype;
    window.shown = new Promise((resolve) => {
      NavigateEvent.prototype.intercept = function (options) {
        const precommitHandler = async (controller) => {
          await options.precommitHandler(controller);
          resolve();
          await new Promise((resolve) => (window.goOn = resolve));
        };
        return intercept.call(this, { ...options, precommitHandler });
      };
    });
  });
  await page.setViewportSize({ width: 800, height: 240 });
  await open(page, site, front().path);
  await page.evaluate(() => scrollTo(0, 200));
  await linkTo(page, theme().path).evaluate((link) => link.click());
  await page.evaluate(() => window.shown);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(theme().title);
  await stopLoading(page);

  await isOn(page, site, front());
  await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(200);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.evaluate(() => setTimeout(() => window.goOn?.()));
  await linkTo(page, theme().path).evaluate((link) => link.click());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(theme().title);
});

for (const way of ["a link", "the way back"]) {
  test(`whoever stops a page that is on its way by ${way}, where its address is there first, has the address of the page that is shown`, async ({
    context,
    page,
    site,
  }) => {
    await context.addInitScript(() => delete window.NavigationPrecommitController);
    await open(page, site, front().path);
    await mark(page);
    await linkTo(page, pageTitled("Hankkeet").path).click();
    await isOn(page, site, pageTitled("Hankkeet"));
    const target = way === "a link" ? theme() : front();
    const history = () => page.evaluate(() => [navigation.currentEntry.index, ...navigation.entries().map(({ key }) => key)]);
    const before = await history();
    hold(site, json(target));
    // Longer than a page is kept at hand.
    await page.clock.setFixedTime(Date.now() + 10 * 60 * 1000);
    if (way === "a link") await linkTo(page, target.path).evaluate((link) => link.click());
    else await page.evaluate(() => history.back());
    await expect(page).toHaveURL(site.origin + target.path);
    await stopLoading(page);

    await isOn(page, site, pageTitled("Hankkeet"));
    await expect(page.getByRole("alert")).toHaveCount(0);
    expect(await isSameDocument(page)).toBe(true);
    // The way on to a page that was given up leads to that page again; no place is there twice.
    expect((await history()).slice(0, before.length), "the places of the history").toEqual(before);
  });
}
