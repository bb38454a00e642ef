// A document as text: what two ways of rendering a page have to have in common.

/** The document's head and the DOM of its view root, one line an element or text. */
export const outline = (page) => page.evaluate(describeDocument);

/**
 * The document as it is read without script: its text, parsed by the browser of a page, where no script of it runs. The rules
 * for parsing are the same as for a document that is opened with scripts switched off (HTML §13.2.1, the scripting flag).
 */
export async function snapshotOf(page, url) {
  // The policy of the page that reads it doesn't know its style.
  const html = (await (await fetch(url)).text()).replace(/<style>.*?<\/style>/s, "");
  return page.evaluate(describeDocument, html);
}

/** Runs in the page: describes the page itself, or the document that a text is. */
function describeDocument(html) {
  const whole = html === undefined ? document : new DOMParser().parseFromString(trustedByTests.createHTML(html), "text/html");
  const content = (selector, attribute) => whole.querySelector(selector)?.getAttribute(attribute) ?? null;
  return {
    title: whole.title,
    lang: whole.documentElement.lang,
    canonical: content("link[rel=canonical]", "href"),
    description: content("meta[name=description]", "content"),
    robots: content("meta[name=robots]", "content"),
    view: describe(whole.getElementById("seutu"), 0),
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
