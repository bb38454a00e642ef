// A translator or an extension has changed the document: pages still change, and every link says where it leads.

import { expect, test } from "../fixtures.mjs";
import { front, pages, theme } from "../portal.mjs";
import { addLink, holdApplication, isActive, isOn, isSameDocument, mark, open } from "../visitor.mjs";

const swedish = pages.find(({ language, kind }) => language === "sv" && kind === "front");

/** What is done to the document. Each runs in the page. A text that was translated stands between « and ». */
const changes = {
  // As Chrome's translator does it: the text itself is gone.
  "a translator puts elements in the place of texts": () => {
    for (const text of texts()) {
      const outer = document.createElement("font");
      outer.append(document.createElement("font"));
      outer.firstChild.textContent = `«${text.data}»`;
      text.replaceWith(outer);
    }
  },
  "a translator writes into the texts": () => texts().forEach((text) => (text.data = `«${text.data}»`)),
  "a translator puts its own words beside each text": () => {
    document.querySelectorAll("#seutu font").forEach((copy) => copy.remove());
    for (const text of texts()) {
      const copy = document.createElement("font");
      copy.textContent = `‹${text.data}›`;
      text.after(copy);
    }
  },
  "texts are cut in two": () => texts().forEach((text) => text.splitText(text.length >> 1)),
  "every element is wrapped": () => {
    for (const element of elements()) {
      const wrapper = document.createElement("span");
      element.replaceWith(wrapper);
      wrapper.append(element);
    }
  },
  "attributes are added": () => {
    for (const element of elements()) {
      element.setAttribute("data-foreign", "");
      element.setAttribute("translate", "yes");
    }
  },
  "elements are added": () => {
    for (const element of elements()) {
      element.prepend(document.createElement("i"));
      element.append(document.createElement("i"));
      element.before(document.createComment("foreign"));
    }
  },
  "the parts of the page are copied": () => {
    for (const element of document.querySelector("#seutu .portal").children) element.replaceWith(element.cloneNode(true));
  },
  "every element is copied": () => {
    for (const element of elements().reverse()) element.replaceWith(element.cloneNode(true));
  },
  "the whole body is written anew": () => (document.body.innerHTML = trustedByTests.createHTML(document.body.innerHTML)),
  "the parts of the page are in another order": () => {
    const portal = document.querySelector("#seutu .portal");
    portal.append(...[...portal.children].reverse());
  },
  "all texts are removed": () => texts().forEach((text) => text.remove()),
  "the parts of the page are removed": () => document.querySelector("#seutu .portal").replaceChildren(),
  "main and its heading are removed": () => document.querySelectorAll("#seutu :is(main, h1)").forEach((part) => part.remove()),
  "the view is removed": () => document.getElementById("seutu").replaceChildren(),
  "the view is wrapped, with something before it": () => {
    const root = document.getElementById("seutu");
    const wrapper = document.createElement("div");
    wrapper.append(...root.childNodes);
    root.append(" ", wrapper);
  },
};

/** What the changes use. */
function tools() {
  window.elements = () => [...document.querySelectorAll("#seutu *")];
  window.texts = () => {
    const walker = document.createTreeWalker(document.getElementById("seutu"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
    return found;
  };
}

/** Every link of the page as it was published, and every link that is shown: where it leads, and what it says. */
const links = (page) =>
  page.evaluate(async () => {
    const said = (root) =>
      [...root.querySelectorAll("#seutu a")].map((link) =>
        [link.getAttribute("href"), link.textContent.replace(/‹[^›]*›|[«»]/g, "")].join(" → "));
    // The policy of the document that is shown doesn't know the style of the one that is read.
    const text = (await (await fetch(location.pathname)).text()).replace(/<style>.*?<\/style>/s, "");
    const published = new DOMParser().parseFromString(trustedByTests.createHTML(text), "text/html");
    return { published: said(published), shown: said(document) };
  });

/** The visitor is on the page: one article, and no link of another page. */
async function shows(page, site, target) {
  await isOn(page, site, target);
  await expect(page.locator("#seutu article")).toHaveCount(1);
  await expect(page.locator("#seutu .portal")).toHaveCount(1);
  const { published, shown } = await links(page);
  // What was emptied and is the same on both pages stays so.
  expect(shown.filter((link) => !link.endsWith("→ ") && !published.includes(link))).toEqual([]);
}

const follow = async (page, target) => {
  await page.locator("#added-link").evaluateAll((links) => links.forEach((link) => link.remove()));
  await (await addLink(page, target.path)).evaluate((link) => link.click());
};

for (const [what, change] of Object.entries(changes)) {
  test(`${what}: pages and languages change`, async ({ context, page, site }) => {
    await context.addInitScript(tools);
    await open(page, site, front().path);
    await mark(page);
    for (const target of [theme(), swedish, front()]) {
      await page.evaluate(change);
      await follow(page, target);
      await shows(page, site, target);
    }
    expect(await isSameDocument(page)).toBe(true);
  });

  test(`${what} before the application starts: pages and languages change`, async ({ context, page, site }) => {
    await context.addInitScript(tools);
    const held = holdApplication(site);
    await page.goto(site.origin + front().path, { waitUntil: "domcontentloaded" });
    await page.evaluate(change);
    held.release();
    await isActive(page);
    await mark(page);
    for (const target of [theme(), swedish]) {
      await follow(page, target);
      await shows(page, site, target);
    }
    expect(await isSameDocument(page)).toBe(true);
  });
}

test("a translation of what doesn't change stays, and so does the focus", async ({ context, page, site }) => {
  await context.addInitScript(tools);
  await open(page, site, front().path);
  await page.evaluate(changes["a translator puts elements in the place of texts"]);
  const larger = page.locator(".text-size .text-size-larger");
  await larger.focus();
  await follow(page, theme());
  await isOn(page, site, theme());

  await expect(page.locator(".home-link")).toHaveText(/^«.*»$/);
  await larger.press("Enter");
  await expect(larger).toBeFocused();
});

test("a document without a place for the view is left for one that has it", async ({ guard, page, site }) => {
  guard.allow(/Seutu's application stopped|unreachable/);
  await open(page, site, front().path);
  await page.evaluate(() => document.getElementById("seutu").remove());
  await follow(page, theme());

  await isOn(page, site, theme());
});
