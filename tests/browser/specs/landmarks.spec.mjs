// What assistive technology finds on a page from top to bottom, and what it hears on the way from page to page. The survey sees
// to the landmarks, headings and names of every page.

import { expect, test } from "../fixtures.mjs";
import { front, pageTitled, theme } from "../portal.mjs";
import { isOn, linkTo, open } from "../visitor.mjs";
import { words } from "../words.mjs";

test("the theme network reads from top to bottom as it is meant to", async ({ page, site }) => {
  await open(page, site, theme().path);

  await expect(page.locator("#seutu")).toMatchAriaSnapshot(`
    - link "${words("skip_to_content")}"
    - banner:
      - paragraph:
        - link "Jyväskylän seutu – ihmistä varten"
      - link "${words("to_front_page")}"
      - group "${words("text_size")}":
        - button "p – ${words("text_size_normal")}"
        - button "${words("text_size_larger")}"
        - button "${words("text_size_smaller")}"
        - status
      - button "${words("preferences")}"
      - navigation "${words("main_menu")}":
        - list
    - navigation "${words("breadcrumb")}":
      - list:
        - listitem:
          - link
    - main:
      - article:
        - heading "${theme().title}" [level=1]
    - contentinfo:
      - navigation "${words("footer_menu")}":
        - list
  `);
});

test("the reading settings read as groups of choices, the chosen ones marked", async ({ page, site }) => {
  await open(page, site, theme().path);
  await page.getByRole("button", { name: words("preferences") }).click();

  await expect(page.getByRole("dialog")).toMatchAriaSnapshot(`
    - dialog "${words("preferences")}":
      - group "${words("text_size")}":
        - button "p – ${words("text_size_normal")}"
        - button "${words("text_size_larger")}"
        - button "${words("text_size_smaller")}"
      - group "Värit":
        - button "Laitteen mukaan" [pressed]
        - button "Vaalea"
        - button "Tumma"
      - group "Kontrasti":
        - button "Laitteen mukaan" [pressed]
        - button "Suuri"
      - group "Riviväli":
        - button "Tavallinen" [pressed]
        - button "Väljä"
      - group "Linkkien alleviivaus":
        - button "Tekstissä" [pressed]
        - button "Kaikkialla"
      - group "Tulosteen teksti":
        - button "Tavallinen" [pressed]
        - button "Suuri"
      - paragraph:
        - button "${words("preferences_reset")}"
        - button "${words("close_panel")}"
      - paragraph: ${words("preferences_kept")}
  `);
});

test("a visitor who goes from page to page hears each title once, and no live region speaks", async ({ page, site }) => {
  await open(page, site, front().path);
  await page.evaluate(listenToWhatIsAnnounced);
  for (const title of ["Hankkeet", "Sivukartta", "Haku"]) {
    const target = pageTitled(title);
    await page.evaluate(() => (window.announced = { focused: [], live: [] }));
    await linkTo(page, target.path).click();
    await isOn(page, site, target);
    await expect(page.locator("main h1")).toBeFocused();
    // Also the page time, which comes a frame later, says nothing by itself.
    await expect(page.locator(".page-time details")).toBeAttached();

    const { focused, live } = await page.evaluate(() => window.announced);
    expect(focused.filter((text) => text.includes(title) && text === target.title)).toEqual([target.title]);
    expect(live).toEqual([]);
  }
});

test("reading settings and the menu are opened and closed without a word from a live region", async ({ page, site }) => {
  await open(page, site, theme().path);
  await page.evaluate(listenToWhatIsAnnounced);
  await page.getByRole("button", { name: words("preferences") }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Tumma" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Escape");

  expect((await page.evaluate(() => window.announced)).live).toEqual([]);
});

/** Runs in the page: notes what takes the focus, and whatever a live region says, also when it is silent again. */
function listenToWhatIsAnnounced() {
  window.announced = { focused: [], live: [] };
  addEventListener("focusin", (event) => {
    if (event.target.localName === "h1") window.announced.focused.push(event.target.textContent);
  }, true);
  const regions = "[role=status], [role=alert], [role=log], [aria-live]";
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest(regions);
      if (region) window.announced.live.push(region.textContent);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
