// With JavaScript switched off the portal is a site of plain pages.
//
// The texts of every page are looked for in its document; a page of each kind is opened where no script runs.

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "../fixtures.mjs";
import { dist, theme } from "../portal.mjs";
import { kindsOf, routes } from "../routes.mjs";
import { textsOf } from "../said.mjs";
import { linkTo } from "../visitor.mjs";
import { words } from "../words.mjs";

test("every page says all of its texts in its document, has no page time in it, and one title", async ({ page }) => {
  for (const { root, path: address, name, page: target } of routes.filter((route) => route.page)) {
    const html = readFileSync(path.join(root, address, "index.html"), "utf8");
    const { titles, text, time } = await page.evaluate(readDocument, html);
    expect.soft(titles, `the title of ${name}`).toEqual([target.title]);
    expect.soft(textsOf(target.blocks).filter((said) => !text.includes(said)), `what ${name} doesn't say`).toEqual([]);
    expect.soft(time, `the page time of ${name}, which nobody measured`).toBe("");
  }
});

/** Runs in a page; works on the text of another document without opening it. */
function readDocument(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return {
    titles: [...parsed.querySelectorAll("h1")].map((heading) => heading.textContent),
    // A picture and a link to another part say theirs in attributes.
    text: [...parsed.querySelectorAll("main *")]
      .flatMap((element) => [...element.attributes].map(({ value }) => value))
      .concat(parsed.querySelector("main").textContent)
      .join("\n"),
    time: parsed.querySelector(".page-time").textContent,
  };
}

test.describe(() => {
  test.use({ javaScriptEnabled: false });

  for (const { path: address, kind, page: target } of kindsOf(dist).filter((route) => route.page)) {
    test(`${address}, a page of the kind ${kind}, is readable without script`, async ({ page, site }) => {
      const response = await page.goto(site.origin + address);

      expect(response.status()).toBe(200);
      await expect(page).toHaveTitle(target.document_title);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(target.title);
      const text = await page.getByRole("main").innerText();
      for (const said of textsOf(target.blocks)) expect(text).toContain(said);

      await test.step("it has its landmarks", async () => {
        for (const landmark of ["banner", "main", "contentinfo"]) await expect(page.getByRole(landmark)).toHaveCount(1);
        const names = await page.getByRole("navigation").evaluateAll((all) => all.map((nav) => nav.ariaLabel));
        expect(names).toContain(words("main_menu", target.language));
        expect(new Set(names).size, "each navigation has a name of its own").toBe(names.length);
      });

      await test.step("it shows no control that would do nothing", async () => {
        const controls = page.locator("button, input, select, textarea, summary, [role=button]");
        for (const control of await controls.all()) await expect(control).toBeHidden();
      });

      await test.step("it has no page time, since nobody measured one", async () => {
        await expect(page.getByRole("contentinfo")).not.toContainText(words("page_time_before", target.language));
        await expect(page.locator(".page-time")).toHaveText("");
      });

      await test.step("its targets are large enough for a finger (WCAG 2.5.8)", async () => {
        const small = await page.locator("nav a, .home-link").evaluateAll((links) =>
          links.filter((link) => link.getBoundingClientRect().height < 24).map((link) => link.outerHTML),
        );
        expect(small).toEqual([]);
      });
    });
  }

  test("a link is followed without script", async ({ page, site }) => {
    await page.goto(site.origin);
    await linkTo(page, theme().path).click();

    await expect(page).toHaveURL(site.origin + theme().path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(theme().title);
  });
});
