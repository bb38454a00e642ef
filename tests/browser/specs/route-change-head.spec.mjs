// The document's head follows the page.

import { expect, test } from "../fixtures.mjs";
import { outline } from "../outline.mjs";
import { everything, front, pagesOf, theme } from "../portal.mjs";
import { addLink, isOn, linkTo, open } from "../visitor.mjs";

test("title, canonical address and description follow the page", async ({ page, site }) => {
  await open(page, site, front().path);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());

  expect(await outline(page)).toMatchObject({
    title: theme().document_title,
    canonical: theme().canonical,
    description: theme().description,
  });
});

test("they follow the page back as well", async ({ page, site }) => {
  await open(page, site, front().path);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());
  await page.goBack();
  await isOn(page, site, front());

  expect(await outline(page)).toMatchObject({
    title: front().document_title,
    canonical: front().canonical,
    description: front().description,
  });
});

test("each of them stands in the head once", async ({ page, site }) => {
  await open(page, site, front().path);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());

  for (const element of ["title", "link[rel=canonical]", "meta[name=description]"]) {
    await expect(page.locator(`head ${element}`)).toHaveCount(1);
  }
});

test("nothing that was said to programs is said of another page", async ({ page, site }) => {
  const data = page.locator("script[type='application/ld+json']");
  await open(page, site, front().path);
  await expect(data).toHaveCount(1);
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());

  await expect(data).toHaveCount(0);
});

test("what stands for a page where it is shared goes when another page is shown", async ({ page, serveSite }) => {
  const site = await serveSite({ root: everything });
  const [first, next] = ["/", "/hankkeet/lohkot/"].map((path) => pagesOf(everything).find((page) => page.path === path));
  await open(page, site, first.path);
  await expect(page.locator("meta[property='og:title']")).toHaveAttribute("content", first.title);
  await (await addLink(page, next.path)).click();
  await isOn(page, site, next);

  await expect(page.locator("meta[property], meta[name='twitter:card']")).toHaveCount(0);
});

test("the language follows the page, in the document and in the interface", async ({ page, site }) => {
  const swedish = { ...theme(), language: "sv", title: "Temanätverket" };
  site.fault = (path) =>
    path === `${theme().path}page.json` ? { body: JSON.stringify({ version: 1, page: swedish }) } : undefined;
  await open(page, site, front().path);
  await linkTo(page, theme().path).click();
  await isOn(page, site, swedish);

  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.getByRole("navigation", { name: "Huvudmeny" })).toBeVisible();
});

test("a page that is opened from “not found” may be found by search engines", async ({ guard, page, site }) => {
  guard.expect(/status of 404/);
  await open(page, site, "/ei-ole/");
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
  await linkTo(page, front().path).click();
  await isOn(page, site, front());

  expect(await outline(page)).toMatchObject({ robots: null, canonical: front().canonical });
});
