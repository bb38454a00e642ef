// An unknown address.

import { expect, test } from "../fixtures.mjs";
import { front, pageTitled } from "../portal.mjs";
import { addLink, isActive, isOn, isSameDocument, mark, open } from "../visitor.mjs";

const unknown = ["/ei-ole", "/ei-ole/", "/hankkeet/ei/ole/tallaista/", "/sivu.php/tuntematon", "/kuva.png", "/Hankkeet/"];

test("an unknown address gives the portal's own page with the status 404", async ({ guard, page, site }) => {
  guard.expect(/status of 404/);
  for (const address of unknown) {
    const response = await page.goto(site.origin + address);

    expect.soft(response.status(), address).toBe(404);
    await expect.soft(page.getByRole("heading", { level: 1 }), address).toHaveText("Sivua ei löydy");
    await expect.soft(page, address).toHaveTitle(/^Sivua ei löydy – /);
    await expect.soft(page.getByRole("banner"), address).toBeVisible();
    await expect.soft(page.getByRole("main").getByRole("link").first(), address).toBeVisible();
    await isActive(page);
  }
});

test("it holds a link to the site map in its own text, which leads there in the application", async ({ guard, page, site }) => {
  guard.expect(/status of 404/);
  await open(page, site, "/ei-ole/");
  const map = pageTitled("Sivukartta");
  await expect(page.getByRole("main").locator(`a[href="${map.path}"]`).first()).toBeVisible();
  await mark(page);
  await page.getByRole("link", { name: map.title }).first().click();

  await isOn(page, site, map);
  expect(await isSameDocument(page)).toBe(true);
});

test("back leads to it, and past it to where the visitor was before", async ({ guard, page, site }) => {
  guard.expect(/status of 404/);
  await open(page, site, pageTitled("Hankkeet").path);
  await open(page, site, "/ei-ole/");
  await (await addLink(page, front().path)).click();
  await isOn(page, site, front());
  await page.evaluate(() => history.back());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sivua ei löydy");
  await page.evaluate(() => history.back());

  await isOn(page, site, pageTitled("Hankkeet"));
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("it is readable and leads on", async ({ guard, page, site }) => {
    guard.expect(/status of 404/);
    await page.goto(`${site.origin}/hankkeet/ei-ole/`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sivua ei löydy");
    await page.getByRole("link", { name: "Sivukartta" }).first().click();

    await expect(page).toHaveURL(site.origin + pageTitled("Sivukartta").path);
  });
});
