// "Lukuasetukset": how the visitor wants to read, in one panel, kept in their own browser.

import { expect, test } from "../fixtures.mjs";
import { front, theme } from "../portal.mjs";
import { isOn, isSameDocument, linkTo, mark, open } from "../visitor.mjs";
import { words } from "../words.mjs";

const opener = (page) => page.getByRole("button", { name: words("preferences"), exact: true });
const panel = (page) => page.getByRole("dialog", { name: words("preferences") });
const option = (page, group, name) => panel(page).getByRole("group", { name: group }).getByRole("button", { name, exact: true });

/** Opens the panel and chooses an option in it. */
async function choose(page, { group, name }) {
  if (await panel(page).isHidden()) await opener(page).click();
  await option(page, group, name).click();
}

/** A computed value of the first element that a selector names. */
const computed = (page, selector, property, pseudo) =>
  page.locator(selector).first().evaluate((element, [property, pseudo]) => getComputedStyle(element, pseudo)[property], [property, pseudo]);

/** What can be chosen besides the usual: where it is, what it is kept as, and what can be seen of it. */
const CHOICES = [
  {
    group: "Värit",
    usual: "Laitteen mukaan",
    name: "Tumma",
    kept: ["theme", "dark"],
    effect: (page) => computed(page, "body", "backgroundColor"),
    before: "rgb(246, 249, 249)",
    after: "rgb(12, 24, 30)",
  },
  {
    group: "Värit",
    usual: "Laitteen mukaan",
    name: "Vaalea",
    kept: ["theme", "light"],
    scheme: "dark",
    effect: (page) => computed(page, "body", "backgroundColor"),
    before: "rgb(12, 24, 30)",
    after: "rgb(246, 249, 249)",
  },
  {
    group: "Kontrasti",
    usual: "Laitteen mukaan",
    name: "Suuri",
    kept: ["contrast", "more"],
    effect: (page) => computed(page, "body", "color"),
    before: "rgb(19, 38, 45)",
    after: "rgb(0, 0, 0)",
  },
  {
    group: "Riviväli",
    usual: "Tavallinen",
    name: "Väljä",
    kept: ["spacing", "wide"],
    effect: (page) => computed(page, ".page > p", "lineHeight"),
    // 1.6 and 1.9 times the text's 18 px.
    before: "28.8px",
    after: "34.2px",
  },
  {
    group: "Linkkien alleviivaus",
    usual: "Tekstissä",
    name: "Kaikkialla",
    kept: ["links", "underlined"],
    effect: (page) => computed(page, ".main-menu a", "textDecorationLine"),
    before: "none",
    after: "underline",
  },
  {
    group: "Tulosteen teksti",
    usual: "Tavallinen",
    name: "Suuri",
    kept: ["print", "large"],
    media: "print",
    effect: (page) => computed(page, ".page > p", "fontSize").then((size) => Math.round(parseFloat(size) * 0.75)),
    // In points.
    before: 11,
    after: 14,
  },
];

/** What is seen of a choice, on the screen or on paper. */
async function effectOf(page, { effect, media }) {
  await page.emulateMedia({ media: media ?? "screen" });
  const seen = await effect(page);
  await page.emulateMedia({ media: "screen" });
  return seen;
}

for (const choice of CHOICES) {
  const { group, name, usual, before, after, scheme } = choice;
  const [key, value] = choice.kept;
  const html = (page) => page.locator("html");

  test.describe(`${group}: ${name}`, () => {
    // Without motion the colours are there at once.
    test.use({ colorScheme: scheme ?? "light", contextOptions: { reducedMotion: "reduce" } });

    test("takes effect at once, in other open tabs too, is kept, and goes when the usual option is chosen", async ({ context, page, site }) => {
      await context.addInitScript((key) => {
        new MutationObserver((_, observer) => {
          if (!document.body) return;
          window.chosenAtBody = document.documentElement.getAttribute(`data-${key}`);
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
      }, key);
      const other = await context.newPage();
      await open(other, site, theme().path);
      await open(page, site, theme().path);
      expect(await effectOf(page, choice)).toBe(before);

      await test.step("it takes effect at once", async () => {
        await choose(page, choice);
        await expect(html(page)).toHaveAttribute(`data-${key}`, value);
        await expect(option(page, group, name)).toHaveAttribute("aria-pressed", "true");
        await expect(option(page, group, usual)).toHaveAttribute("aria-pressed", "false");
        expect(await effectOf(page, choice)).toBe(after);
        await expect(html(other)).toHaveAttribute(`data-${key}`, value);
        await expect(other.locator(`[data-action="${key}=${value}"]`)).toHaveAttribute("aria-pressed", "true");
      });

      await test.step("the usual option takes it back", async () => {
        await choose(page, { group, name: usual });
        await expect(html(page)).not.toHaveAttribute(`data-${key}`);
        await expect(option(page, group, usual)).toHaveAttribute("aria-pressed", "true");
        expect(await effectOf(page, choice)).toBe(before);
        await expect(html(other)).not.toHaveAttribute(`data-${key}`);
      });

      await test.step("it is kept over a change of page", async () => {
        await choose(page, choice);
        await page.keyboard.press("Escape");
        for (const target of [front(), theme()]) {
          await linkTo(page, target.path).click();
          await isOn(page, site, target);
        }
        expect(await effectOf(page, choice)).toBe(after);
      });

      await test.step("it is kept for the next visit, before the body is parsed, until the usual option is chosen", async () => {
        await page.close();
        const next = await context.newPage();
        await open(next, site, theme().path);
        expect(await next.evaluate(() => window.chosenAtBody)).toBe(value);
        expect(await effectOf(next, choice)).toBe(after);
        await opener(next).click();
        await expect(option(next, group, name)).toHaveAttribute("aria-pressed", "true");
        await option(next, group, usual).click();
        await next.reload();

        await expect(html(next)).not.toHaveAttribute(`data-${key}`);
        expect(await next.evaluate(() => localStorage.length)).toBe(0);
      });
    });
  });
}

test("the keyboard opens the panel, goes through it, and Escape gives the focus back", async ({ page, site }) => {
  await open(page, site, theme().path);
  await opener(page).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press("Tab");
  expect(await panel(page).evaluate((panel) => panel.contains(document.activeElement)), "the next stop is in the panel").toBe(true);
  await page.keyboard.press("Escape");

  await expect(panel(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
});

test("the panel's own button closes it and gives the focus back", async ({ page, site }) => {
  await open(page, site, theme().path);
  await opener(page).click();
  await panel(page).getByRole("button", { name: words("close_panel") }).press("Enter");

  await expect(panel(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
});

test("a click beside the panel closes it", async ({ page, site }) => {
  await open(page, site, theme().path);
  await opener(page).click();
  await expect(panel(page)).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();

  await expect(panel(page)).toBeHidden();
});

for (const [what, width, height] of [["a phone held sideways", 640, 320], ["a small phone", 320, 480], ["a low window", 1280, 400], ["a low tablet", 768, 400]]) {
  test(`on ${what} the panel leaves its button in sight and scrolls to its end`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await open(page, site, theme().path);
    await opener(page).click();
    const [button, sheet] = [await opener(page).boundingBox(), await panel(page).boundingBox()];

    const below = sheet.y >= button.y + button.height;
    const beside = sheet.x >= button.x + button.width || sheet.x + sheet.width <= button.x;
    expect(below || beside, JSON.stringify({ button, sheet })).toBe(true);
    expect(sheet.y + sheet.height).toBeLessThanOrEqual(height);
    const close = panel(page).getByRole("button", { name: words("close_panel") });
    await close.scrollIntoViewIfNeeded();
    await expect(close).toBeInViewport({ ratio: 0.9 });
  });
}

test("a choice keeps the panel open and the focus on its button", async ({ page, site }) => {
  await open(page, site, theme().path);
  await opener(page).click();
  await option(page, "Värit", "Tumma").focus();
  await page.keyboard.press("Space");

  await expect(panel(page)).toBeVisible();
  await expect(option(page, "Värit", "Tumma")).toBeFocused();
});

test("the text size in the panel is the one in the header", async ({ page, site }) => {
  await open(page, site, theme().path);
  await opener(page).click();
  await option(page, "Tekstin koko", "Suurenna tekstiä").click();

  await expect(page.locator("html")).toHaveCSS("font-size", "18.4px");
  await expect(page.locator(".text-size").getByRole("status")).toHaveText("Tekstin koko 115 %");
});

test("one button makes everything as usual, for the next visit, too", async ({ page, site }) => {
  await open(page, site, theme().path);
  await opener(page).click();
  await option(page, "Tekstin koko", "Suurenna tekstiä").click();
  for (const { group, name } of CHOICES) await option(page, group, name).click();
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(6);
  await panel(page).getByRole("button", { name: words("preferences_reset") }).click();

  const chosen = () => page.locator("html").evaluate((html) => html.getAttributeNames().filter((name) => name.startsWith("data-")));
  await expect.poll(chosen).toEqual(["data-script", "data-search"]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await expect(panel(page).locator("[aria-pressed=true]")).toHaveCount(5);
  await page.reload();
  expect(await chosen()).toEqual(["data-script", "data-search"]);
});

test("a document that comes back as it was left follows what was chosen meanwhile", async ({ page, site }) => {
  await open(page, site, theme().path);
  await page.evaluate(() => {
    localStorage.setItem("seutu.theme", "dark");
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await opener(page).click();
  await option(page, "Tekstin koko", "Suurenna tekstiä").click();

  // To keep one choice doesn't undo another.
  expect(await page.evaluate(() => localStorage.getItem("seutu.theme"))).toBe("dark");
});

test("something else in the storage changes nothing", async ({ context, page, site }) => {
  await context.addInitScript(() => {
    for (const name of ["theme", "contrast", "spacing", "links", "print"]) localStorage.setItem(`seutu.${name}`, '"><script>');
  });
  await open(page, site, theme().path);

  const attributes = await page.locator("html").evaluate((html) => html.getAttributeNames());
  expect(attributes.sort()).toEqual(["data-script", "data-search", "lang"]);
});

test("what a tab keeps for itself under the same names changes nothing", async ({ page, site }) => {
  const root = page.locator("html");
  await open(page, site, front().path);
  await page.getByRole("button", { name: "Suurenna tekstiä" }).click();
  await expect(root).toHaveAttribute("data-text-size", "115");
  await page.evaluate(() => {
    for (const [key, newValue] of [["seutu.theme", "dark"], ["seutu.text-size", "200"], ["seutu.links", "underlined"], [null, null]]) {
      dispatchEvent(new StorageEvent("storage", { key, newValue, storageArea: sessionStorage }));
    }
    dispatchEvent(new StorageEvent("storage", { key: "seutu.spacing", newValue: "wide" }));
  });
  await page.evaluate(() => dispatchEvent(new StorageEvent("storage", { key: "seutu.contrast", newValue: "more", storageArea: localStorage })));

  await expect(root).toHaveAttribute("data-contrast", "more");
  await expect(root).toHaveAttribute("data-text-size", "115");
  for (const name of ["theme", "links", "spacing"]) await expect(root).not.toHaveAttribute(`data-${name}`);
});

test("the choices work within the visit when the storage is switched off", async ({ context, page, site }) => {
  await context.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    }),
  );
  await open(page, site, front().path);
  await mark(page);
  for (const choice of CHOICES.filter(({ name }) => name !== "Vaalea")) await choose(page, choice);
  await page.keyboard.press("Escape");
  await linkTo(page, theme().path).click();
  await isOn(page, site, theme());

  for (const { kept: [key, value] } of CHOICES.filter(({ name }) => name !== "Vaalea")) {
    await expect(page.locator("html")).toHaveAttribute(`data-${key}`, value);
  }
  expect(await isSameDocument(page)).toBe(true);
});

test("a change of page closes the panel", async ({ page, site }) => {
  await open(page, site, front().path);
  await opener(page).click();
  await linkTo(page, theme().path).evaluate((link) => link.click());
  await isOn(page, site, theme());

  await expect(panel(page)).toBeHidden();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("there is neither the button nor the panel", async ({ page, site }) => {
    await page.goto(site.origin + theme().path);

    await expect(page.locator(".preferences-button")).toBeHidden();
    await expect(page.locator(".preferences")).toBeHidden();
  });
});
