// A snapshot whose embedded page data is damaged.

import { expect, test } from "../fixtures.mjs";
import { front, read, theme } from "../portal.mjs";
import { isActive, isOn, isSameDocument, jsonRequests, linkTo, mark } from "../visitor.mjs";
import { words } from "../words.mjs";

const DATA = /(<script[^>]*id="?seutu-page"?[^>]*>)([^]*?)(<\/script>)/;

const damages = {
  "cut short": (data) => data.slice(0, data.length / 2),
  "not JSON": () => "Koulutus",
  "empty": () => "",
  "of another form": () => '{"version":1,"page":{"title":1}}',
  "of another version": () => '{"version":2,"page":{"title":"a"}}',
};

/** The snapshot of the theme network with damaged data. */
function snapshotWith(damage) {
  const whole = read(`${theme().path}index.html`);
  const damaged = whole.replace(DATA, (_, before, data, after) => before + damage(data) + after);
  expect(damaged).not.toBe(whole);
  return { body: damaged, contentType: "text/html; charset=utf-8" };
}

for (const [what, damage] of Object.entries(damages)) {
  test(`embedded data that is ${what} is replaced by page.json`, async ({ page, site }) => {
    site.fault = (path) => (path === theme().path ? snapshotWith(damage) : undefined);
    await page.goto(site.origin + theme().path);
    await isActive(page);

    expect(jsonRequests(site, theme())).toBe(1);
    await isOn(page, site, theme());
    await mark(page);
    await linkTo(page, front().path).click();
    await isOn(page, site, front());
    expect(await isSameDocument(page)).toBe(true);
  });
}

test("a snapshot without embedded data is replaced by page.json", async ({ page, site }) => {
  const bare = { ...snapshotWith(() => ""), body: read(`${theme().path}index.html`).replace(DATA, "") };
  site.fault = (path) => (path === theme().path ? bare : undefined);
  await page.goto(site.origin + theme().path);
  await isActive(page);

  await isOn(page, site, theme());
});

test("the text stays readable, its links work and no control is dead when page.json doesn't come either", async ({ guard, page, site }) => {
  guard.expect(/status of 500/);
  site.fault = (path) => {
    if (path === theme().path) return snapshotWith(() => "{");
    return path === `${theme().path}page.json` ? { status: 500 } : undefined;
  };
  const warned = page.waitForEvent("console", (message) => message.text().includes("neither the embedded page nor page.json"));
  await page.goto(site.origin + theme().path);
  await warned;

  await isOn(page, site, theme());
  await expect(page.getByRole("group", { name: words("text_size") })).toBeHidden();
  await linkTo(page, front().path).click();
  await isOn(page, site, front());
});

test("an empty shell whose page.json doesn't come says so, and a second try works", async ({ guard, page, shellSite }) => {
  guard.expect(/status of 500/);
  shellSite.fault = (path) => (path.endsWith("page.json") ? { status: 500 } : undefined);
  await page.goto(shellSite.origin + theme().path);
  await expect(page.getByRole("alert")).toContainText(words("failure_server"));
  shellSite.fault = undefined;
  await page.getByRole("button", { name: words("try_again") }).click();

  await isOn(page, shellSite, theme());
});
