// The application breaks for real while the portal is open: the site goes on without it.

import { expect, test } from "../fixtures.mjs";
import { front, pageTitled, theme } from "../portal.mjs";
import { recordSpeech } from "../speech.mjs";
import { isOn, isSameDocument, linkTo, mark, open } from "../visitor.mjs";
import { words } from "../words.mjs";

const STOPPED = /Seutu's application stopped; the page and its links go on without it\. panicked at/;
// The trap is reported after the panic. A document that is already being replaced reports it only sometimes.
const TRAP = /unreachable/;

/** The browser breaks a promise that the views rely on; they give up. A button is pressed before they can render anything else. */
const breakViews = (pageOrButton) =>
  pageOrButton.evaluate((button) => {
    const broken = () => {
      throw new DOMException("broken by the test", "HierarchyRequestError");
    };
    Document.prototype.createElement = broken;
    Node.prototype.appendChild = broken;
    Node.prototype.insertBefore = broken;
    button?.click();
  });

test("a panic during a route change: the click still ends up on the new page, opened by the browser", async ({
  guard,
  page,
  site,
}) => {
  guard.expect(STOPPED);
  guard.allow(TRAP);
  await open(page, site, front().path);
  await mark(page);
  await breakViews(page);
  await linkTo(page, theme().path).click();

  await isOn(page, site, theme());
  await expect.poll(() => isSameDocument(page)).toBe(false);
});

test("after such a panic the portal is whole again: the new document has its own application", async ({ guard, page, site }) => {
  guard.expect(STOPPED);
  guard.allow(TRAP);
  await open(page, site, front().path);
  await mark(page);
  await breakViews(page);
  await linkTo(page, theme().path).click();
  await expect.poll(() => isSameDocument(page).catch(() => true)).toBe(false);
  await expect(page.locator(".page-time details")).toBeAttached();
  await mark(page);
  await linkTo(page, pageTitled("Hankkeet").path).click();

  await isOn(page, site, pageTitled("Hankkeet"));
  expect(await isSameDocument(page)).toBe(true);
});

test.describe("after a panic that a button set off", () => {
  test.beforeEach(async ({ context, guard, page, site }) => {
    guard.expect(STOPPED);
    guard.expect(TRAP);
    await recordSpeech(context, [{ name: "Satu", lang: "fi-FI", localService: true }]);
    await open(page, site, front().path);
    await linkTo(page, theme().path).click();
    await isOn(page, site, theme());
    await mark(page);
    await expect(page.getByRole("button", { name: words("listen") })).toBeVisible();
    await breakViews(page.getByRole("button", { name: words("text_size_larger") }));
    await expect(page.locator("html")).not.toHaveAttribute("data-script");
  });

  test("the text stays readable", async ({ page, site }) => {
    await isOn(page, site, theme());
    await expect(page.getByRole("main")).toContainText("Opetushallitus");
    await expect(page.getByRole("contentinfo")).toContainText("Jyväskylän seutu");
  });

  test("links work natively", async ({ page, site }) => {
    await linkTo(page, front().path).click();

    await isOn(page, site, front());
    expect(await isSameDocument(page)).toBe(false);
  });

  test("a link that the pointer rests on isn't loaded ahead any more", async ({ page, site }) => {
    const link = linkTo(page, pageTitled("Hankkeet").path);
    await link.hover();
    await link.click();
    await isOn(page, site, pageTitled("Hankkeet"));

    const ofTheWayHere = `${theme().path}page.json`;
    expect(site.requests.filter(({ path }) => path.endsWith("page.json") && path !== ofTheWayHere)).toEqual([]);
  });

  test("the way back leads to the page that was shown before", async ({ page, site }) => {
    await page.evaluate(() => history.back());

    await isOn(page, site, front());
  });

  test("the controls that need the application are gone", async ({ page }) => {
    await expect(page.getByRole("group", { name: words("text_size") })).toBeHidden();
    await expect(page.getByRole("button", { name: words("listen") })).toBeHidden();
  });
});
