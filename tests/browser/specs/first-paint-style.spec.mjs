// A document has the part of the style that its first paint needs; the whole stylesheet comes after the text and changes nothing
// that can be seen.

import { expect, test } from "../fixtures.mjs";
import { everything, pagesOf } from "../portal.mjs";
import { withResolvers } from "../visitor.mjs";

const pages = pagesOf(everything);
const kinds = [...new Set(pages.map(({ kind }) => kind))].map((kind) => pages.find((page) => page.kind === kind));

/** What visitors have chosen, in turn: a page is seen with one of them. */
const CHOICES = [{}, { theme: "dark" }, { "text-size": "200" }, { contrast: "more", links: "underlined" }, { spacing: "wide" }];

/** Every element that is shown: where it stands, and what it looks like. */
const look = (page) =>
  page.evaluate(() => {
    const SEEN = ["color", "background-color", "border-color", "border-style", "font", "text-decoration", "visibility", "box-shadow"];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const name = `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 20)}”`;
        return [name, [x, y, width, height].map(Math.round).join(" "), ...SEEN.map((property) => style.getPropertyValue(property))].join("; ");
      });
  });

for (const width of [320, 1280]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("nothing moves and nothing changes its colour when the rest of the style comes", async ({ page, serveSite }) => {
      const site = await serveSite({ root: everything });
      await page.addInitScript(() => {
        for (const [name, value] of Object.entries(JSON.parse(window.name || "{}"))) localStorage.setItem(`seutu.${name}`, value);
      });
      for (const [number, { kind, path }] of kinds.entries()) {
        await test.step(`a page of the kind ${kind}`, async () => {
          const rest = withResolvers();
          site.fault = async (asked) => {
            if (asked.endsWith(".wasm")) return { hang: true };
            if (asked.endsWith(".css")) await rest.promise;
            return undefined;
          };
          await page.evaluate((choice) => {
            window.name = JSON.stringify(choice);
          }, CHOICES[number % CHOICES.length]);
          await page.goto(site.origin + (path ?? "/ei-ole/"), { waitUntil: "commit" });
          await page.waitForFunction(() => document.getElementById("seutu-page"));
          const before = await look(page);
          rest.resolve();
          await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.endsWith(".css")));

          expect(before.length).toBeGreaterThan(20);
          expect(await look(page), `${kind}, ${path}`).toEqual(before);
        });
      }
    });
  });
}
