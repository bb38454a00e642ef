// What the Tab key comes to, measured: each function runs in the page.

/** What the keyboard has to reach, in the document's order; kept as `window.stops` for the functions below. */
export function collectStops() {
  const focusable = "a[href], button, summary, input, select, textarea, [tabindex='0']";
  window.stops = [...document.querySelectorAll(focusable)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0,
  );
  return window.stops.length;
}

/** Where the focus is: the stop's place, and what keeps it from being seen (WCAG 2.4.7, 2.4.11). */
export function lookAtFocus() {
  const focused = document.activeElement;
  const faults = [];
  const [box] = focused.getClientRects();
  if (!box) return { place: window.stops.indexOf(focused), faults: ["it has no box"] };
  const inWindow = (low, high, size) => (Math.max(low, 0) + Math.min(high, size)) / 2;
  const [x, y] = [inWindow(box.left, box.right, innerWidth), inWindow(box.top, box.bottom, innerHeight)];
  const found = document.elementFromPoint(x, y);
  if (!found) faults.push(`it is outside of the window, at ${box.top} px`);
  else if (!focused.contains(found)) faults.push(`it is under ${found.localName}.${found.className}`);
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push("it has no ring");
  return { place: window.stops.indexOf(focused), faults: faults.map((fault) => `${focused.outerHTML.slice(0, 120)}: ${fault}`) };
}

/** The colour of each stop's ring, and the colours on both sides of it: `[{ name, ring, grounds }]`. */
export function rings() {
  const groundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  return window.stops.map((stop) => {
    stop.focus();
    stop.scrollIntoView({ block: "center" });
    const style = getComputedStyle(stop);
    const [width, offset] = [parseFloat(style.outlineWidth), parseFloat(style.outlineOffset)];
    const grounds = new Set();
    // Between the control and its ring, and outside of the ring.
    for (const distance of [offset / 2, offset + width + 1]) {
      for (const { left, right, top, bottom } of stop.getClientRects()) {
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        for (const [px, py] of [[left - distance, y], [right + distance, y], [x, top - distance], [x, bottom + distance]]) {
          const there = document.elementFromPoint(px, py);
          if (there && !stop.contains(there)) grounds.add(groundOf(there));
        }
      }
    }
    const isSeen = stop.matches(":focus-visible") && style.outlineStyle !== "none" && width >= 2;
    return { name: stop.outerHTML.slice(0, 120), isSeen, ring: style.outlineColor, grounds: [...grounds] };
  });
}
