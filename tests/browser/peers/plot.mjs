// A plot of how publication and first paint grow with the pages, as SVG that is readable on light and dark ground.

import { median } from "./numbers.mjs";

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [360, 260, 56, 34, 44];
const COLOURS = { Seutu: "#1769aa", Hugo: "#b3541e" };

/** The document: two plots side by side, both axes in powers of ten. */
export function plot({ sizes }) {
  const publications = lines(sizes, (peer) => peer.publications && median(peer.publications));
  const paints = lines(sizes, (_, name, size) => size.views?.phone && median(size.views.phone.views[name].map(({ fcp }) => fcp)) / 1000);
  const plots = [panel("A publication from nothing, seconds", publications), panel("First paint on a phone, seconds", paints)];
  const placed = plots.map((inner, place) => `<g transform="translate(${place * (WIDTH + 20)} 0)">${inner}</g>`);
  const style =
    "text{font:12px sans-serif;fill:#666}.name{font-weight:bold}line{stroke:#8888}polyline{fill:none;stroke-width:2}";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDTH + 20} ${HEIGHT}" role="img" aria-label="Publication and first paint by the number of pages"><style>${style}</style>${placed.join("")}</svg>\n`;
}

/** The points of each peer: `{ Seutu: [[pages, value], …] }`. */
function lines(sizes, valueOf) {
  // A generator that was measured at one size alone has no line.
  const names = Object.keys(COLOURS);
  const points = (name) =>
    sizes
      .filter(({ peers }) => peers[name])
      .map((size) => [size.pages, valueOf(size.peers[name], name, size)])
      .filter(([, value]) => value > 0);
  return Object.fromEntries(names.map((name) => [name, points(name)]));
}

function panel(title, lines) {
  const all = Object.values(lines).flat();
  const range = (place) => [Math.floor(Math.log10(Math.min(...all.map((point) => point[place])))), Math.ceil(Math.log10(Math.max(...all.map((point) => point[place])) * 1.01))];
  const [[x0, x1], [y0, y1]] = [range(0), range(1)];
  const x = (pages) => LEFT + ((Math.log10(pages) - x0) / (x1 - x0)) * (WIDTH - LEFT - 60);
  const y = (value) => HEIGHT - BOTTOM - ((Math.log10(value) - y0) / (y1 - y0)) * (HEIGHT - BOTTOM - TOP);
  const power = (exponent) => Number((10 ** exponent).toPrecision(1)).toLocaleString("en");
  const steps = (from, to) => Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const grid = [
    ...steps(x0, x1).map((at) => `<line x1="${x(10 ** at)}" x2="${x(10 ** at)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}"/><text x="${x(10 ** at)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${power(at)}</text>`),
    ...steps(y0, y1).map((at) => `<line x1="${LEFT}" x2="${WIDTH - 60}" y1="${y(10 ** at)}" y2="${y(10 ** at)}"/><text x="${LEFT - 6}" y="${y(10 ** at) + 4}" text-anchor="end">${power(at)}</text>`),
  ];
  const drawn = Object.entries(lines).map(([name, points]) => {
    const [lastX, lastY] = points.at(-1) ?? [1, 1];
    const way = points.map(([pages, value]) => `${x(pages).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
    const colour = COLOURS[name] ?? "#666";
    return `<polyline points="${way}" stroke="${colour}"/><text class="name" style="fill:${colour}" x="${x(lastX) + 6}" y="${y(lastY) + (name === "Hugo" ? 14 : 0)}">${name}</text>`;
  });
  return `<text class="name" x="${LEFT}" y="16">${title}</text>${grid.join("")}${drawn.join("")}<text x="${(LEFT + WIDTH - 60) / 2}" y="${HEIGHT - 8}" text-anchor="middle">pages</text>`;
}
