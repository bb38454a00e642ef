// What doesn't fit on the screen: `await page.evaluate(misfits)` gives a line for each.

/** Runs in the page: what is too wide, cut off, or lies over something else. */
export function misfits() {
  const name = (element) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
  const isSpokenOnly = (element) => element.closest(".visually-hidden, .skip-link:not(:focus)");
  // A wide table and program text scroll by themselves; the keyboard has to reach them for that (WCAG 1.4.10, 2.1.1).
  const scrolls = (element) => element.tabIndex === 0 && getComputedStyle(element).overflowX === "auto";
  const isWithinScroller = (element) => {
    for (let above = element.parentElement; above; above = above.parentElement) if (scrolls(above)) return true;
    return false;
  };
  const visible = [...document.querySelectorAll("body *")].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) && !isSpokenOnly(element) && !isWithinScroller(element),
  );
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page scrolls sideways: ${root.scrollWidth} px`);
  for (const element of visible) {
    const { left, right } = element.getBoundingClientRect();
    if (left < -0.5 || right > innerWidth + 0.5) found.push(`too wide: ${name(element)} ${left}–${right}`);
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut =
      (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) ||
      (overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1);
    if (isCut && !scrolls(element) && element.localName !== "html" && element.localName !== "body") found.push(`cut off: ${name(element)}`);
  }
  // Text that is wider than its own box spills over without making the box wider.
  for (const element of visible) {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { right } of range.getClientRects()) {
        if (right > innerWidth + 0.5) found.push(`text beyond the edge: ${name(element)} ${right}`);
      }
    }
  }
  const controls = visible.filter((element) => element.matches("a, button, summary"));
  // A link in running text has a box for each of its lines.
  const boxes = controls.flatMap((control) => [...control.getClientRects()].map((box) => ({ control, box })));
  const overlap = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1.5;
  for (const [place, one] of boxes.entries()) {
    for (const other of boxes.slice(place + 1)) {
      if (one.control !== other.control && overlap(one.box, other.box)) {
        found.push(`overlapping: ${name(one.control)} and ${name(other.control)}`);
      }
    }
  }
  return found;
}
