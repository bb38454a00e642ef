// The text size control `p + -`.

import { expect, test } from "../fixtures.mjs";
import { front, theme } from "../portal.mjs";
import { isOn, linkTo, open } from "../visitor.mjs";

const BROWSER_SIZE = 16;

const control = (page) => page.getByRole("group", { name: "Tekstin koko" });
const normal = (page) => control(page).getByRole("button", { name: "p – alkuperäinen tekstikoko", exact: true });
const larger = (page) => control(page).getByRole("button", { name: "Suurenna tekstiä", exact: true });
const smaller = (page) => control(page).getByRole("button", { name: "Pienennä tekstiä", exact: true });

/** The size of the text in per cent of the browser's own. */
const percent = (page) =>
  page.evaluate((own) => Math.round((parseFloat(getComputedStyle(document.documentElement).fontSize) / own) * 100), BROWSER_SIZE);

const isAt = (page, step) => expect.poll(() => percent(page)).toBe(step);

test("the three controls are buttons that say what they do", async ({ page, site }) => {
  await open(page, site, theme().path);

  for (const button of [normal(page), larger(page), smaller(page)]) await expect(button).toBeVisible();
  await expect(control(page).getByRole("button")).toHaveCount(3);
  // As in the seed, one letter or sign each.
  const signs = await control(page).getByRole("button").evaluateAll((buttons) => buttons.map((button) => button.innerText.trim()[0]));
  expect(signs).toEqual(["p", "+", "-"]);
});

test("+ goes in steps from 100 % to 200 % and stays there", async ({ page, site }) => {
  await open(page, site, theme().path);
  const steps = [await percent(page)];
  for (const step of [115, 130, 150, 175, 200]) {
    await larger(page).click();
    await isAt(page, step);
    steps.push(step);
  }
  await expect(larger(page)).toHaveAttribute("aria-disabled", "true");
  await larger(page).click({ force: true });

  await isAt(page, 200);
  expect(steps).toEqual([100, 115, 130, 150, 175, 200]);
  await expect(smaller(page)).not.toHaveAttribute("aria-disabled");
});

test("- goes one step below the browser's own size and stays there", async ({ page, site }) => {
  await open(page, site, theme().path);
  await smaller(page).click();
  await isAt(page, 90);
  await expect(smaller(page)).toHaveAttribute("aria-disabled", "true");
  await smaller(page).click({ force: true });

  await isAt(page, 90);
});

test("p goes back to the browser's own size", async ({ page, site }) => {
  await open(page, site, theme().path);
  await larger(page).click();
  await larger(page).click();
  await isAt(page, 130);
  await normal(page).click();

  await isAt(page, 100);
});

test("the keyboard changes the size and keeps the focus on the button", async ({ page, site }) => {
  await open(page, site, theme().path);
  await larger(page).focus();
  await page.keyboard.press("Enter");
  await isAt(page, 115);
  await page.keyboard.press("Space");
  await isAt(page, 130);

  await expect(larger(page)).toBeFocused();
});

test("the new size is spoken, and a size that was kept is no news", async ({ page, site }) => {
  await open(page, site, theme().path);
  await expect(control(page).getByRole("status")).toHaveText("");
  await larger(page).click();
  await expect(control(page).getByRole("status")).toHaveText("Tekstin koko 115 %");
  await page.reload();

  await isAt(page, 115);
  await expect(control(page).getByRole("status")).toHaveText("");
});

test("all text follows the size", async ({ page, site }) => {
  await open(page, site, theme().path);
  const sizes = () => page.evaluate(() => {
    const texts = [...document.querySelectorAll("#seutu *")].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()),
    );
    return texts.map((element) => parseFloat(getComputedStyle(element).fontSize));
  });
  const before = await sizes();
  await larger(page).click();
  await isAt(page, 115);
  const after = await sizes();
  // The status has text only now.
  const unchanged = before.filter((size) => after.includes(size) && size < 15);

  expect(Math.min(...after)).toBeGreaterThan(Math.min(...before) * 1.1);
  expect(unchanged.length).toBeLessThan(before.length / 2);
});

test("the size is kept over a route change and a reload", async ({ page, site }) => {
  await open(page, site, front().path);
  await larger(page).click();
  await isAt(page, 115);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
  expect(await percent(page)).toBe(115);
  await page.reload();
  await isOn(page, site, theme());

  expect(await percent(page)).toBe(115);
});

test("the size is kept for the next visit", async ({ context, page, site }) => {
  await open(page, site, front().path);
  await smaller(page).click();
  await isAt(page, 90);
  await page.close();
  const next = await context.newPage();
  await open(next, site, theme().path);

  expect(await percent(next)).toBe(90);
  await expect(smaller(next)).toHaveAttribute("aria-disabled", "true");
});

test("other open tabs follow", async ({ context, page, site }) => {
  const other = await context.newPage();
  await open(other, site, theme().path);
  await open(page, site, front().path);
  await larger(page).click();
  await isAt(other, 115);
  await normal(page).click();
  await isAt(other, 100);
  await smaller(page).click();
  await isAt(other, 90);

  await expect(smaller(other)).toHaveAttribute("aria-disabled", "true");
});

test("other open tabs follow when the storage is cleared", async ({ context, page, site }) => {
  const other = await context.newPage();
  await open(other, site, theme().path);
  await open(page, site, front().path);
  await larger(page).click();
  await isAt(other, 115);
  await page.evaluate(() => localStorage.clear());

  await isAt(other, 100);
});

test("something else in the storage changes nothing", async ({ context, page, site }) => {
  await context.addInitScript(() => localStorage.setItem("seutu.text-size", '"><script>1000'));
  await open(page, site, theme().path);

  expect(await percent(page)).toBe(100);
  await larger(page).click();
  await isAt(page, 115);
});
