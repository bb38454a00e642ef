// Whether a second run of the bench says what the first one has said.

import { median } from "./numbers.mjs";

/** What one size has measured several times, by its name: the measurements. */
function measurements({ peers, views = {} }) {
  const named = [];
  for (const [name, { publications, edits = [], words = [] }] of Object.entries(peers)) {
    named.push([`publication, ${name}`, publications], [`edit, ${name}`, edits], [`edit with a new word, ${name}`, words]);
  }
  for (const [profile, seen] of Object.entries(views)) {
    for (const [name, each] of Object.entries(seen.views)) {
      for (const what of ["fcp", "lcp", "blocked", "bytes"]) named.push([`${what}, ${profile}, ${name}`, each.map((view) => view[what])]);
      named.push([`route change, ${profile}, ${name}`, seen.routes[name].times]);
    }
    for (const what of ["cold", "next", "bytes"]) named.push([`search, ${what}, ${profile}`, seen.searches.flatMap((search) => search[what])]);
    named.push([`answers at the first paint, ${profile}`, seen.answers.flat()], [`route change at hand, ${profile}`, seen.atHand]);
  }
  return named.filter(([, numbers]) => numbers.length > 1);
}

/** A line for each figure of which the median of one run lies outside of all that the other has measured, and how many there are. */
export function repeated(figures, earlier) {
  const lines = [];
  let compared = 0;
  for (const size of figures.sizes) {
    const before = earlier.sizes.find(({ pages }) => pages === size.pages);
    const known = new Map(before ? measurements(before) : []);
    for (const [name, now] of measurements(size).filter(([name]) => known.has(name))) {
      const then = known.get(name);
      compared += 1;
      const isWithin = (one, other) => Math.min(...other) <= median(one) && median(one) <= Math.max(...other);
      if (isWithin(now, then) && isWithin(then, now)) continue;
      const told = (numbers) => `${median(numbers).toFixed(2)} (${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)})`;
      lines.push(`  ${size.pages.toLocaleString("en")} pages, ${name}: ${told(then)}, now ${told(now)}`);
    }
  }
  return [`${compared - lines.length} of ${compared} figures lie within what the other run has measured; the others:`, ...lines].join("\n");
}
