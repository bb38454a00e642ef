// What stands at an address of the same host and isn't a page of ours: another application, a login page. The browser opens it.

import { expect, NOT_LOADED, test } from "../fixtures.mjs";
import { front, read, theme } from "../portal.mjs";
import { addLink, isOn, isSameDocument, linkTo, mark, open } from "../visitor.mjs";

const icon = read("index.html").match(/<link rel="icon"[^>]*>/)[0];
const html = (title) => ({
  contentType: "text/html",
  body: `<!doctype html><html lang="en"><title>${title}</title>${icon}<h1>${title}</h1>`,
});
const WIKI = html("Wiki");

/** How another application answers for the `page.json` that it doesn't have, and what the console says by itself. */
const answers = {
  "not found": { answer: { status: 404 }, console: NOT_LOADED },
  gone: { answer: { status: 410 }, console: NOT_LOADED },
  "its front page": { answer: WIKI },
  "a form to log in": { answer: { ...WIKI, status: 401 }, console: NOT_LOADED },
  "a refusal": { answer: { status: 403 }, console: NOT_LOADED },
  "a wrong request": { answer: { status: 400 }, console: NOT_LOADED },
  "a redirect within it": { answer: { status: 301, headers: { location: "/wiki/" } } },
  nothing: { answer: { body: "" } },
  "JSON of its own": { answer: { body: '{"version":7,"title":"Wiki"}' } },
  "JSON without a version": { answer: { body: '{"title":"Wiki"}' } },
  "a list in JSON": { answer: { body: "[1,2]" } },
};

for (const [what, { answer, console }] of Object.entries(answers)) {
  test(`another application that answers with ${what} is opened by the browser`, async ({ guard, page, site }) => {
    if (console) guard.expect(console);
    site.fault = (path) => (path === "/wiki/page.json" ? answer : path.startsWith("/wiki") ? WIKI : undefined);
    await open(page, site, front().path);
    const link = await addLink(page, "/wiki/?page=2#part");
    await link.hover();
    await link.click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wiki");
    await expect(page).toHaveURL(`${site.origin}/wiki/?page=2#part`);
  });
}

test("a redirect to another host is followed by the browser alone", async ({ page, serveSite, site }) => {
  const other = await serveSite();
  const headers = { location: other.origin + theme().path };
  site.fault = (path) => (path.startsWith("/wiki") ? { status: 302, headers } : undefined);
  await open(page, site, front().path);
  await (await addLink(page, "/wiki/")).click();

  await isOn(page, other, theme());
  expect(other.requests.filter(({ path }) => path === theme().path)).toHaveLength(1);
});

/** What else may come in the place of a page of ours. The last one would do harm if it were believed. */
const script = { link: { to: "javascript:alert(1)", text: [{ text: "x" }] } };
const contents = {
  "that ends too early": '{"page":{"path":"/',
  "that is none": "Koulutus",
  "that lacks nearly all": '{"version":1,"page":{"title":1}}',
  "with a link that runs a script": JSON.stringify({ version: 1, page: { ...theme(), blocks: [{ paragraph: [script] }] } }),
  "of a chain of old addresses": `{"version":1,"moved":"${theme().path}"}`,
};

for (const [what, body] of Object.entries(contents)) {
  test(`a page in the place of whose JSON there is one ${what} is opened by the browser`, async ({ page, site }) => {
    site.fault = (path) => (path === `${theme().path}page.json` ? { body } : undefined);
    await open(page, site, front().path);
    await mark(page);
    await linkTo(page, theme().path).click();

    await isOn(page, site, theme());
    expect(await isSameDocument(page)).toBe(false);
  });
}
