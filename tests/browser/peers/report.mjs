// The report in words and tables: the weakest figures first.

import { median, at, spread } from "./numbers.mjs";

/** The size of which all is told; of the others only how it grows. */
const TOLD = 1_000;
const LARGE = 10_000;

/** The whole of docs/performance.md. */
export function report(figures, browser) {
  const rows = [...ofViews(figures), ...ofPublications(figures), ...ofGrowth(figures)].sort((one, other) => other.short - one.short);
  const { machine, versions } = figures;
  return `# Performance

\`cargo xtask bench --peers\` writes this page: Seutu beside Hugo without script, and beside other generators, on the same generated
pages, in the same run. A phone is a slow one: 1.6 Mbit/s, 150 ms to the server and back, a CPU slowed four times. Each figure is a median, with the middle half
of the measurements in brackets. What falls shortest of its target comes first.
The worker that keeps pages to be read offline starts when the page is ready; it is let in only where a row says so.
A pointer rests on a link for 100 ms before each click, where no row speaks of a finger, which comes a second after its link has been scrolled to. A change of page is over at the end of the frame that shows its heading.

| what | Seutu | Hugo | target | of the target |
|---|---|---|---|---|
${rows.map(({ what, ours, theirs, target, short }) => `| ${what} | ${ours} | ${theirs} | ${target} | ${short.toFixed(2)} |`).join("\n")}

![Publication and first paint by the number of pages](performance.svg)

## Growth

| pages | publication, Seutu | Hugo | memory, Seutu | Hugo | one edit | first paint on a phone, Seutu | Hugo | first view |
|---|---|---|---|---|---|---|---|---|
${figures.sizes.map(growth).join("\n")}

${comparison(figures)}
## Measured with

${machine}. ${versions}. Chromium ${browser}.
`;
}

const ms = (numbers) => `${median(numbers).toFixed(0)} ms (${spread(numbers).map((value) => value.toFixed(0)).join("–")})`;
const seconds = (numbers) => `${median(numbers).toFixed(2)} s (${spread(numbers).map((value) => value.toFixed(2)).join("–")})`;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** A row: how often the value is its target. */
const row = (what, ours, theirs, target, short) => ({ what, ours, theirs, target, short });

function ofViews({ sizes }) {
  const size = sizes.find(({ pages, views }) => pages === TOLD && views);
  if (!size) return [];
  const LIMITS = {
    phone: { paint: 1.05, change: 40, late: 90, cold: 700, next: 200 },
    "not slowed": { paint: 1.1, change: 17, late: 30, cold: 120, next: 40 },
  };
  return Object.entries(LIMITS).flatMap(([profile, limits]) => {
    const { views, routes, taps, searches } = size.views[profile];
    const searched = (what) => searches.flatMap((search) => search[what]);
    const of = (name, what) => views[name].map((view) => view[what]);
    const beside = (what, name) => {
      const [ours, theirs] = [of("Seutu", name), of("Hugo", name)];
      return row(`${what}, ${profile}`, ms(ours), ms(theirs), `${limits.paint} × Hugo`, median(ours) / median(theirs) / limits.paint);
    };
    const timed = (what, ours, limit, theirs) => row(`${what}, ${profile}`, ms(ours), theirs ? ms(theirs) : "–", `${limit} ms`, median(ours) / limit);
    const late = (numbers) => at(numbers, 0.95);
    const rows = [
      beside("first contentful paint", "fcp"),
      beside("largest contentful paint", "lcp"),
      timed("route change, click to frame", routes.Seutu.times, limits.change, routes.Hugo.times),
      row(`the same, 95th percentile, ${profile}`, `${late(routes.Seutu.times).toFixed(0)} ms`, `${late(routes.Hugo.times).toFixed(0)} ms`, `${limits.late} ms`, late(routes.Seutu.times) / limits.late),
      timed("search, cold: whole word to first result", searched("cold"), limits.cold),
      timed("search, next word", searched("next"), limits.next),
    ];
    if (profile !== "phone") return rows;
    return [
      ...rows,
      timed("route change by a finger, which gives no sign ahead, click to frame", taps.Seutu.times, limits.change, taps.Hugo.times),
      row(`bytes of each of twenty pages further by a finger, with those that were fetched ahead`, kB(taps.Seutu.bytes), kB(taps.Hugo.bytes), "3 kB", taps.Seutu.bytes / 3_000),
      timed("total blocking time", of("Seutu", "blocked"), 60, of("Hugo", "blocked")),
      row("layout shift", median(of("Seutu", "cls")).toFixed(3), median(of("Hugo", "cls")).toFixed(3), "0", median(of("Seutu", "cls"))),
      row(`bytes until the text is painted, in ${median(of("Seutu", "requests"))} request(s)`, kB(median(of("Seutu", "before"))), kB(median(of("Hugo", "before"))), "12 kB, one request", Math.max(median(of("Seutu", "before")) / 12_000, median(of("Seutu", "requests")))),
      timed("text size and menu answer who presses at the first paint", size.views.phone.answers, 1_500),
      row(`route change with the page at hand, click to finished DOM, CPU slowed four times, 95th percentile (a page of nothing but a heading and a link that changes it: ${late(size.views.phone.bare).toFixed(1)} ms)`, `${late(size.views.phone.atHand).toFixed(1)} ms`, "–", "6.8 ms", late(size.views.phone.atHand) / 6.8),
      row("heap after 100 route changes by that after 10", (size.heap[1] / size.heap[0]).toFixed(3), "–", "1.05", size.heap[1] / size.heap[0] / 1.05),
      row("route change with the worker that keeps pages, click to frame, not slowed", ms(size.worker.times), "–", "17 ms", median(size.worker.times) / 17),
      row("bytes of each of twenty further pages with the worker, without headers", kB(size.worker.bytes), "–", "3 kB", size.worker.bytes / 3_000),
      row("bytes that the worker brings for a first page that is read: front page, search, section; without headers", kB(size.worker.kept), "–", "–", 0),
      row("bytes of the first view", kB(median(of("Seutu", "bytes"))), kB(median(of("Hugo", "bytes"))), "90 kB", median(of("Seutu", "bytes")) / 90_000),
      row(`bytes of each of twenty further pages, with the second part of the application (${kB(size.views["not slowed"].routes.Seutu.once)}, once)`, kB(routes.Seutu.bytes), kB(routes.Hugo.bytes), "3 kB", routes.Seutu.bytes / 3_000),
      row(`bytes of search to its first result (each further word ${kB(median(searched("bytesOfNext")))})`, kB(median(searched("bytes"))), "–", "80 kB", median(searched("bytes")) / 80_000),
    ];
  });
}

/** How much a page of the largest measured portal costs more than one of the smallest. */
function ofGrowth({ sizes }) {
  const seen = sizes.filter(({ views }) => views);
  const [small, large] = [seen[0], seen.at(-1)];
  if (small === large) return [];
  const growth = (what, of) => {
    const ratio = of(large) / of(small);
    return row(`growth from ${small.pages} to ${large.pages.toLocaleString("en")} pages: ${what}`, `${((ratio - 1) * 100).toFixed(1)} %`, "–", "3 %", ratio / 1.03);
  };
  return [
    growth("first contentful paint, phone", ({ views }) => median(views.phone.views.Seutu.map(({ fcp }) => fcp))),
    growth("bytes of the first view", ({ views }) => median(views.phone.views.Seutu.map(({ bytes }) => bytes))),
    growth("route change, phone", ({ views }) => median(views.phone.routes.Seutu.times)),
    growth("bytes of further pages", ({ views }) => views.phone.routes.Seutu.bytes),
  ];
}

function ofPublications({ sizes }) {
  const rows = [TOLD, LARGE].flatMap((pages) => {
    const size = sizes.find((size) => size.pages === pages);
    if (!size?.peers.Hugo) return [];
    const [ours, theirs] = [size.peers.Seutu.publications, size.peers.Hugo.publications];
    return [row(`publication of ${pages.toLocaleString("en")} pages`, seconds(ours), seconds(theirs), "Hugo", median(ours) / median(theirs))];
  });
  const large = sizes.find(({ pages }) => pages === LARGE);
  if (!large) return rows;
  const { edits, words, memory } = large.peers.Seutu;
  return [
    ...rows,
    row("one edited page of 10,000, known words", seconds(edits), "–", "0.7 s", median(edits) / 0.7),
    row("one edited page of 10,000, a new word", seconds(words), "–", "0.7 s", median(words) / 0.7),
    row("memory of a publication of 10,000 pages", `${memory.toFixed(0)} MB`, `${large.peers.Hugo?.memory.toFixed(0) ?? "–"} MB`, "450 MB", memory / 450),
  ];
}

/** All generators at one size; the best of each row is bold. */
function comparison({ sizes }) {
  const size = sizes.find(({ pages, peers, views }) => pages === TOLD && views && Object.keys(peers).length > 2);
  if (!size) return "";
  const names = Object.keys(size.peers);
  const seen = (profile, what) => (name) => median(size.views[profile].views[name].map((view) => view[what]));
  const routes = (profile, of) => (name) => of(size.views[profile].routes[name]);
  const searched = (profile, of) => (name) => {
    const searches = name === "Seutu" ? size.views[profile].searches : size.views[profile].otherSearches[name];
    const numbers = searches?.flatMap(of).filter((number) => number !== null) ?? [];
    return numbers.length > 0 ? median(numbers) : undefined;
  };
  const [time, weight] = [(value) => `${value.toFixed(0)} ms`, (value) => kB(value)];
  const rows = [
    ["publication", (name) => median(size.peers[name].publications), (value) => `${value.toFixed(1)} s`],
    ["memory of a publication", (name) => size.peers[name].memory, (value) => `${value.toFixed(0)} MB`],
    ["first contentful paint, phone", seen("phone", "fcp"), time],
    ["largest contentful paint, phone", seen("phone", "lcp"), time],
    ["first contentful paint, not slowed", seen("not slowed", "fcp"), time],
    ["total blocking time, phone", seen("phone", "blocked"), time],
    ["layout shift, phone", seen("phone", "cls"), (value) => value.toFixed(3)],
    ["bytes of the first view", seen("phone", "bytes"), weight],
    ["route change, phone", routes("phone", ({ times }) => median(times)), time],
    ["its 95th percentile", routes("phone", ({ times }) => at(times, 0.95)), time],
    ["route change by a finger, phone", (name) => median(size.views.phone.taps[name].times), time],
    ["route change, not slowed", routes("not slowed", ({ times }) => median(times)), time],
    ["bytes of each further page", routes("phone", ({ bytes }) => bytes), weight],
    ["six words in other forms than the pages have: found", searched("phone", ({ share = 1 }) => -share), (value) => `${Math.round(-value * 6)} of 6`],
    ["search, cold: whole word to first result, phone", searched("phone", ({ cold }) => cold), time],
    ["search, next word, phone", searched("phone", ({ next }) => next), time],
    ["bytes of search to its first result", searched("phone", ({ bytes }) => bytes), weight],
  ];
  const line = ([what, of, say]) => {
    const values = names.map(of);
    const best = Math.min(...values.filter((value) => value !== undefined));
    const cells = values.map((value) => (value === undefined ? "–" : say(value) === say(best) ? `**${say(value)}**` : say(value)));
    return `| ${what} | ${cells.join(" | ")} |`;
  };
  return `## Beside other generators

${TOLD.toLocaleString("en")} pages. The best of each row is bold. Hugo alone and SvelteKit have no search. The other generators' search counts only the
bytes that come once a visitor turns to it: MkDocs Material loads its index before that, with the first view. Seutu and Hugo are seen
seven times and open twenty further pages, the others are seen three times and open six.

| what | ${names.join(" | ")} |
|---|${names.map(() => "---|").join("")}
${rows.map(line).join("\n")}
`;
}

function growth({ pages, peers: { Seutu, Hugo }, views }) {
  const paint = (name) => (views ? ms(views.phone.views[name].map(({ fcp }) => fcp)) : "–");
  const bytes = views ? kB(median(views.phone.views.Seutu.map((view) => view.bytes))) : "–";
  const memory = (peer) => (peer?.memory ? `${peer.memory.toFixed(0)} MB` : "–");
  const publication = (peer) => (peer ? `${median(peer.publications).toFixed(2)} s` : "–");
  const edit = Seutu.edits.length > 0 ? `${median(Seutu.edits).toFixed(2)} s` : "–";
  return `| ${pages.toLocaleString("en")} | ${publication(Seutu)} | ${publication(Hugo)} | ${memory(Seutu)} | ${memory(Hugo)} | ${edit} | ${paint("Seutu")} | ${views && Hugo ? paint("Hugo") : "–"} | ${bytes} |`;
}
