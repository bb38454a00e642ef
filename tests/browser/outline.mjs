// A document as text: what two ways of rendering a page have to have in common.

/** The document's head and the DOM of its view root, one line an element or text. */
export const outline = (page) => page.evaluate(describeDocument);

/** The document as it is read without script. */
export async function snapshotOf(browser, url) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url);
  const snapshot = await outline(page);
  await context.close();
  return snapshot;
}

/** Runs in the page. */
function describeDocument() {
  const content = (selector, attribute) => document.querySelector(selector)?.getAttribute(attribute) ?? null;
  return {
    title: document.title,
    lang: document.documentElement.lang,
    canonical: content("link[rel=canonical]", "href"),
    description: content("meta[name=description]", "content"),
    robots: content("meta[name=robots]", "content"),
    view: describe(document.getElementById("seutu"), 0),
  };

  function describe(element, depth) {
    const indent = "  ".repeat(depth);
    // Whether a notice is shown depends on the visitor's clock, which a snapshot doesn't know.
    if (element.matches(".site-notice")) return [];
    // Whether a call is open depends on the visitor's clock, which a snapshot doesn't know.
    if (element.matches(".call-state")) return [`${indent}<p.call-state>`];
    // So does what is over.
    const known = [...element.attributes].filter(({ name }) => name !== "data-over");
    const attributes = known.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort();
    const lines = [`${indent}<${element.localName}${attributes.join("")}>`];
    // What was measured isn't part of the page, and differs each time.
    if (element.matches(".page-time")) return lines;
    let text = "";
    const endOfText = () => {
      if (text) lines.push(`${indent}  ${JSON.stringify(text)}`);
      text = "";
    };
    for (const child of element.childNodes) {
      // Comments are a renderer's own marks, and how a text is cut into nodes is nobody's business.
      if (child.nodeType === Node.TEXT_NODE) text += child.data;
      if (child.nodeType !== Node.ELEMENT_NODE) continue;
      endOfText();
      lines.push(...describe(child, depth + 1));
    }
    endOfText();
    return lines;
  }
}
