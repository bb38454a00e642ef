// What the Tab key comes to, measured: each function runs in the page.

/** What the keyboard has to reach, in the document's order; kept as `window.stops` for the functions below. */
export function collectStops() {
  const focusable = "a[href], button, summary, input, select, textarea, [tabindex='0']";
  window.stops = [...document.querySelectorAll(focusable)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0,
  );
  return window.stops.length;
}

/**
 * Keeps the stops alone whose sort isn't known yet: controls of one sort have the same names, classes and states, within
 * elements of the same ones. A control and the elements around it that are nearest come after and before neighbours of the same
 * ones: these are what may be painted over a ring. Gives the sorts that have come.
 */
export function keepNewSorts(known) {
  const seen = new Set(known);
  const STATES = ["aria-current", "aria-pressed", "aria-disabled", "aria-expanded", "data-state", "type", "open"];
  const nameOf = (element) => (element ? [element.localName, ...element.classList].join(".") : "");
  const NEAR = 3;
  const sortOf = (element, isNear) => {
    const states = STATES.filter((name) => element.hasAttribute(name)).map((name) => `[${name}=${element.getAttribute(name)}]`);
    const sort = nameOf(element) + states.join("");
    const { previousElementSibling: before, nextElementSibling: after } = element;
    return isNear ? `${nameOf(before)} + ${sort} + ${nameOf(after)}` : sort;
  };
  const wayTo = (element) => {
    const way = [];
    for (let at = element; at && at !== document.body; at = at.parentElement) way.push(sortOf(at, way.length < NEAR));
    return way.reverse().join(" > ");
  };
  const come = [];
  window.stops = window.stops.filter((stop) => {
    const sort = wayTo(stop);
    if (seen.has(sort)) return false;
    seen.add(sort);
    come.push(sort);
    return true;
  });
  return come;
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

/**
 * The stops of which a side of the ring isn't painted, whatever lies over it (WCAG 2.4.11): looked at in a picture,
 * for what is painted over what is not to be learnt from styles. A link over two lines is left out.
 */
export async function brokenRings(page) {
  const broken = [];
  const count = await page.evaluate(() => window.stops.length);
  for (let place = 0; place < count; place += 1) {
    const stop = await page.evaluate(showRing, place);
    if (!stop) continue;
    const picture = await page.screenshot({ clip: stop.clip, animations: "disabled" });
    const sides = await page.evaluate(paintedSides, { stop, picture: picture.toString("base64") });
    for (const [side, share] of Object.entries(sides)) {
      if (share < 0.9) broken.push(`${stop.name}: ${side}, ${Math.round(share * 100)} % is painted`);
    }
  }
  return broken;
}

/** Runs in the page: gives a stop the focus, and says where its ring is: `{ name, colour, radius, box, clip }` in px. */
function showRing(place) {
  const stop = window.stops[place];
  stop.focus();
  stop.scrollIntoView({ block: "center", behavior: "instant" });
  const [box, ...others] = stop.getClientRects();
  if (!box || others.length > 0) return null;
  const style = getComputedStyle(stop);
  const [width, offset] = [parseFloat(style.outlineWidth), parseFloat(style.outlineOffset)];
  const [left, top] = [Math.floor(box.left - 12), Math.floor(box.top - 12)].map((edge) => Math.max(0, edge));
  return {
    name: stop.outerHTML.slice(0, 120),
    colour: style.outlineColor,
    // Where a corner rounds: nothing is looked for there.
    radius: Math.min(parseFloat(style.borderTopLeftRadius) + offset + width + 2, box.height / 2),
    // The middle of the ring's line, within the picture.
    box: [box.left - offset - width / 2 - left, box.top - offset - width / 2 - top, box.right + offset + width / 2 - left, box.bottom + offset + width / 2 - top],
    clip: { x: left, y: top, width: Math.min(innerWidth, Math.ceil(box.right + 12)) - left, height: Math.min(innerHeight, Math.ceil(box.bottom + 12)) - top },
  };
}

/** Runs in the page: how much of each side of the ring has its colour, 0 to 1. */
async function paintedSides({ stop, picture }) {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const wanted = stop.colour.match(/\d+/g).slice(0, 3).map(Number);
  const isRing = (x, y) => {
    const at = (Math.round(y) * image.width + Math.round(x)) * 4;
    return wanted.every((value, channel) => Math.abs(data[at + channel] - value) <= 40);
  };
  const share = (from, to, isThere) => {
    const points = Array.from({ length: Math.max(1, Math.floor(to - from)) }, (_, step) => from + step);
    return points.filter((point) => [-1, 0, 1].some((beside) => isThere(point, beside))).length / points.length;
  };
  const [left, top, right, bottom] = stop.box;
  const { radius } = stop;
  return {
    left: share(top + radius, bottom - radius, (y, beside) => isRing(left + beside, y)),
    right: share(top + radius, bottom - radius, (y, beside) => isRing(right + beside, y)),
    top: share(left + radius, right - radius, (x, beside) => isRing(x, top + beside)),
    bottom: share(left + radius, right - radius, (x, beside) => isRing(x, bottom + beside)),
  };
}
