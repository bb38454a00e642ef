// "Sivu valmistui ajassa 0,0031 sekuntia": measured, never made up.

import { expect, test } from "../fixtures.mjs";
import { front, theme } from "../portal.mjs";
import { isOn, linkTo, open } from "../visitor.mjs";
import { words } from "../words.mjs";

const footer = (page) => page.getByRole("contentinfo");
const summary = (page) => footer(page).locator("summary");

/** The figures of the browser's own tools: those of the newest page, for a timeline of all would grow as long as the tab is open. */
const measures = (page, name) =>
  page.evaluate((name) => performance.getEntriesByName(name, "measure").map(({ startTime, duration }) => ({ startTime, duration })), name);

async function last(page, name) {
  const all = await measures(page, name);
  expect(all, name).toHaveLength(1);
  return all[0];
}

/** Waits for the figure of a page that began after another one had been shown. */
const isMeasuredAfter = (page, { startTime, duration }) =>
  expect.poll(async () => (await measures(page, "seutu:page"))[0]?.startTime ?? 0).toBeGreaterThan(startTime + duration);

/** As the footer writes it: seconds with four decimals. */
const written = (milliseconds) => `${(Math.round(milliseconds * 10) / 10_000).toFixed(4).replace(".", ",")}`;

/** Goes to the theme network and waits for its figure. */
async function change(page, site) {
  const before = await last(page, "seutu:page");
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
  await isMeasuredAfter(page, before);
  await expect(summary(page)).toBeVisible();
}

test("the first view's figure is what the browser's own tools show", async ({ page, site }) => {
  await open(page, site, front().path);
  const { startTime, duration } = await last(page, "seutu:page");

  await expect(summary(page)).toHaveText(`Sivu valmistui ajassa ${written(duration)} sekuntia`);
  // From the start of the navigation.
  expect(startTime).toBe(0);
});

test("a route change's figure is what the browser's own tools show", async ({ page, site }) => {
  await open(page, site, front().path);
  await change(page, site);
  const { duration } = await last(page, "seutu:page");

  await expect(summary(page)).toHaveText(`Sivu valmistui ajassa ${written(duration)} sekuntia`);
});

test("a route change is measured from the visitor's click", async ({ page, site }) => {
  await open(page, site, front().path);
  await page.evaluate(() => addEventListener("click", (event) => (window.clickedAt = event.timeStamp), { once: true }));
  await change(page, site);

  const { startTime } = await last(page, "seutu:page");
  expect(startTime).toBeCloseTo(await page.evaluate(() => window.clickedAt), 1);
});

test("a second route change is measured anew", async ({ page, site }) => {
  await open(page, site, front().path);
  await change(page, site);
  const first = await last(page, "seutu:page");
  await page.getByRole("link", { name: "Etusivulle" }).click();
  await isOn(page, site, front());
  await isMeasuredAfter(page, first);
  const second = await last(page, "seutu:page");

  await expect(summary(page)).toHaveText(`Sivu valmistui ajassa ${written(second.duration)} sekuntia`);
});

for (const [when, prepare] of Object.entries({ "first view": async () => {}, "route change": change })) {
  test(`the parts of a ${when} follow each other and sum up to the whole`, async ({ page, site }) => {
    await open(page, site, front().path);
    await prepare(page, site);
    const whole = await last(page, "seutu:page");
    const parts = [];
    for (const part of ["loading", "rendering", "frame"]) parts.push(await last(page, `seutu:${part}`));

    let at = whole.startTime;
    for (const { startTime, duration } of parts) {
      expect(startTime).toBeCloseTo(at, 3);
      expect(duration).toBeGreaterThanOrEqual(0);
      at = startTime + duration;
    }
    expect(at).toBeCloseTo(whole.startTime + whole.duration, 3);
  });
}

test("the footer's parts are the browser's figures", async ({ page, site }) => {
  await open(page, site, front().path);
  await change(page, site);
  await summary(page).click();

  const terms = { page_time_loading: "loading", page_time_rendering: "rendering", page_time_frame: "frame" };
  for (const [name, part] of Object.entries(terms)) {
    const { duration } = await last(page, `seutu:${part}`);
    const value = (Math.round(duration * 10) / 10).toFixed(1).replace(".", ",");
    await expect(footer(page).locator(`div:has(> dt:text-is("${words(name)}")) > dd`)).toHaveText(`${value} ms`);
  }
});

test("the disclosure says in a sentence what is measured", async ({ page, site }) => {
  await open(page, site, front().path);
  await expect(footer(page)).not.toContainText(words("page_time_of_first_view"), { useInnerText: true });
  await summary(page).click();
  await expect(footer(page).getByText(words("page_time_of_first_view"))).toBeVisible();
  await change(page, site);
  await summary(page).click();

  await expect(footer(page).getByText(words("page_time_of_change"))).toBeVisible();
});

test("the disclosure opens with the keyboard", async ({ page, site }) => {
  await open(page, site, front().path);
  await summary(page).focus();
  await page.keyboard.press("Enter");

  await expect(footer(page).locator("details")).toHaveAttribute("open");
});

test("a hidden tab shows no figure, since nobody saw the page", async ({ context, page, site }) => {
  await context.addInitScript(() => Object.defineProperty(document, "visibilityState", { get: () => "hidden" }));
  await page.goto(site.origin + front().path);
  // The application is there when it answers to a click.
  await expect(async () => {
    await page.getByRole("button", { name: "Suurenna tekstiä" }).click();
    await expect(page.getByRole("status")).not.toBeEmpty({ timeout: 200 });
  }).toPass();

  await expect(page.locator(".page-time")).toBeEmpty();
  expect(await measures(page, "seutu:page")).toEqual([]);
});
