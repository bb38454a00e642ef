// A page that doesn't come: the visitor stays where they were, hears what happened, and can try again.

import { expect, NOT_LOADED, test } from "../fixtures.mjs";
import { front, pageTitled, theme } from "../portal.mjs";
import { isOn, isSameDocument, linkTo, mark, open } from "../visitor.mjs";
import { words } from "../words.mjs";

const JSON_FILE = `${theme().path}page.json`;
const PATIENCE = 10_000;

/** What the server does, what the visitor reads, and what the console says by itself. */
const faults = {
  "is missing": { fault: { status: 404 }, message: "failure_missing", console: /status of 404/ },
  "is gone": { fault: { status: 410 }, message: "failure_missing", console: /status of 410/ },
  "meets an error of the server": { fault: { status: 500 }, message: "failure_server", console: /status of 500/ },
  "meets a server that is asked too often": { fault: { status: 429, headers: { "retry-after": "120" } }, message: "failure_server", console: /status of 429/ },
  "meets a server that is down": { fault: { status: 503 }, message: "failure_server", console: /status of 503/ },
  "is cut short": { fault: { cut: true }, message: "failure_unreadable", console: NOT_LOADED },
  "meets a connection that breaks": { fault: { reset: true }, message: "failure_offline", console: NOT_LOADED },
};

const alert = (page) => page.getByRole("alert");

/** Clicks the link to the theme network, which doesn't come. */
async function fail(page, site, fault) {
  await open(page, site, front().path);
  await mark(page);
  // A page that isn't there has no document, either.
  const isAbsent = [404, 410].includes(fault.status);
  site.fault = (path) => (path === JSON_FILE || (isAbsent && path === theme().path) ? fault : undefined);
  await linkTo(page, theme().path).click();
}

for (const [what, { fault, message, console }] of Object.entries(faults)) {
  test(`a page that ${what} leaves the visitor where they were, says what happened, and is shown when it comes at a second try`, async ({
    guard,
    page,
    site,
  }) => {
    if (console) guard.expect(console);
    await fail(page, site, fault);

    await expect(alert(page)).toContainText(words("failure_title"));
    await expect(alert(page)).toContainText(words(message));
    await expect(alert(page)).toContainText(words("failure_still_here"));
    await isOn(page, site, front());
    expect(await isSameDocument(page)).toBe(true);

    site.fault = undefined;
    await alert(page).getByRole("button", { name: words("try_again") }).click();
    await isOn(page, site, theme());
    await expect(alert(page)).toHaveCount(0);
    await expect(page.locator("main h1")).toBeFocused();
    expect(await isSameDocument(page)).toBe(true);
  });
}

/** A page as other versions of Seutu may have published it: one that is newer, or one that was put back. */
const otherVersions = {
  "a newer version": '{"version":2,"page":{"unheard":"of"}}',
  "an older version": '{"version":0,"page":{"title":"a"}}',
  "a version that is counted in another way": '{"version":"2.1","page":{"unheard":"of"}}',
  "a version that says no number": '{"page":{"title":"a"}}',
  "a version with another form of a page": '{"version":1,"page":{"title":["a"],"kind":"unheard-of"}}',
  "a version that moves pages in another way": '{"version":1,"moved":{"to":"/hankkeet/"}}',
};
for (const [what, body] of Object.entries(otherVersions)) {
  test(`after the site was published by ${what}, the next page is a document of its own`, async ({ page, site }) => {
    await fail(page, site, { body });

    await isOn(page, site, theme());
    expect(await isSameDocument(page)).toBe(false);
    await expect(alert(page)).toHaveCount(0);
    await page.goBack();
    await isOn(page, site, front());
    expect(site.requests.filter(({ path }) => path === theme().path)).toHaveLength(1);
  });
}

test("a server that refuses the connection is told of, and a second try works", async ({ guard, page, site }) => {
  guard.expect(/ERR_CONNECTION_REFUSED/);
  await open(page, site, front().path);
  await site.stop();
  await linkTo(page, theme().path).click();
  await expect(alert(page)).toContainText(words("failure_offline"));
  await isOn(page, site, front());
  await site.start();
  await alert(page).getByRole("button", { name: words("try_again") }).click();

  await isOn(page, site, theme());
});

test("a server that doesn't answer is told of ten seconds after the click", async ({ page, site }) => {
  test.slow();
  await fail(page, site, { hang: true });
  const clicked = Date.now();

  await expect(alert(page)).toContainText(words("failure_slow"), { timeout: PATIENCE + 2000 });
  expect(Date.now() - clicked).toBeGreaterThan(PATIENCE - 1000);
  await isOn(page, site, front());
  // And the visitor could have gone elsewhere, or try again.
  site.fault = undefined;
  await alert(page).getByRole("button", { name: words("try_again") }).click();
  await isOn(page, site, theme());
});

test("a server that doesn't answer doesn't keep the visitor from going elsewhere", async ({ page, site }) => {
  await fail(page, site, { hang: true });
  await linkTo(page, pageTitled("Hankkeet").path).click();

  await isOn(page, site, pageTitled("Hankkeet"));
  await expect(alert(page)).toHaveCount(0);
});

test("the plain link opens the page as an ordinary web page", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await fail(page, site, { status: 500 });
  await alert(page).getByRole("link", { name: words("open_plainly") }).click();

  await isOn(page, site, theme());
  expect(await isSameDocument(page)).toBe(false);
});

test("a click with Ctrl on the plain link opens a new tab, and the next page here is changed as ever", async ({
  context,
  guard,
  page,
  site,
}) => {
  guard.expect(/status of 500/);
  await fail(page, site, { status: 500 });
  const opened = context.waitForEvent("page");
  await alert(page).getByRole("link", { name: words("open_plainly") }).click({ modifiers: ["Control"] });
  await isOn(await opened, site, theme());
  await linkTo(page, pageTitled("Hankkeet").path).click();

  await isOn(page, site, pageTitled("Hankkeet"));
  expect(await isSameDocument(page)).toBe(true);
});

test("the message can be closed, the page stays, and the focus isn't lost", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await fail(page, site, { status: 500 });
  await alert(page).getByRole("button", { name: words("close") }).press("Enter");

  await expect(alert(page)).toHaveCount(0);
  await isOn(page, site, front());
  expect(await page.evaluate(() => document.activeElement.localName)).not.toBe("body");
});

test("the message goes when another page is opened", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await fail(page, site, { status: 500 });
  await expect(alert(page)).toBeVisible();
  await linkTo(page, pageTitled("Hankkeet").path).click();

  await isOn(page, site, pageTitled("Hankkeet"));
  await expect(alert(page)).toHaveCount(0);
});

for (const height of [300, 720]) {
  test(`whoever has scrolled down sees the message in a window ${height} px high`, async ({ guard, page, site }) => {
    guard.expect(/status of 500/);
    await page.setViewportSize({ width: 800, height });
    await open(page, site, front().path);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    site.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
    await linkTo(page, pageTitled("Tietoa sivustosta").path).evaluate((link) => link.click());

    await expect(alert(page).getByText(words("failure_title"))).toBeInViewport();
  });
}

test("a second try that fails as well is told of anew", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await fail(page, site, { status: 500 });
  const first = await alert(page).elementHandle();
  const again = alert(page).getByRole("button", { name: words("try_again") });
  await again.focus();
  await page.keyboard.press("Enter");

  // Only what is new in the document is spoken, and a visitor who sees nothing change presses in vain.
  await expect.poll(() => first.evaluate((element) => element.isConnected)).toBe(false);
  await expect(alert(page)).toContainText(words("failure_server"));
  // The button that was pressed went with the first message.
  await expect(again).toBeFocused();
  await isOn(page, site, front());
});

test("a second try that fails differently says what happened now", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  guard.expect(NOT_LOADED);
  await fail(page, site, { status: 500 });
  await expect(alert(page)).toContainText(words("failure_server"));
  site.fault = (path) => (path === JSON_FILE ? { cut: true } : undefined);
  await alert(page).getByRole("button", { name: words("try_again") }).click();

  await expect(alert(page)).toContainText(words("failure_unreadable"));
  await isOn(page, site, front());
});

test("a page that doesn't come on the way back leaves the visitor where they were", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  await open(page, site, front().path);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
  site.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
  // Longer than a page is kept at hand: it has to be asked for again.
  await page.clock.setFixedTime(Date.now() + 10 * 60 * 1000);
  await page.evaluate(() => history.back());

  await expect(alert(page)).toContainText(words("failure_server"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(theme().title);
});
