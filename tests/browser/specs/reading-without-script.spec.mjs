// With JavaScript switched off the portal is a site of plain pages.

import { expect, test } from "../fixtures.mjs";
import { pages, theme } from "../portal.mjs";
import { linkTo } from "../visitor.mjs";
import { words } from "../words.mjs";

test.use({ javaScriptEnabled: false });

for (const target of pages) {
  test(`${target.path} is readable without script`, async ({ page, site }) => {
    const response = await page.goto(site.origin + target.path);

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
  });
}

test("a link is followed without script", async ({ page, site }) => {
  await page.goto(site.origin);
  await linkTo(page, theme().path).click();

  await expect(page).toHaveURL(site.origin + theme().path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(theme().title);
});

/** Every text of a page's blocks, however deep. */
function textsOf(value) {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  const notShown = ["id", "level", "to", "path", "iso", "order", "kind", "callState", "call", "until", "empty"];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (notShown.includes(name)) return [];
    return typeof inner === "string" ? [inner] : textsOf(inner);
  });
}
