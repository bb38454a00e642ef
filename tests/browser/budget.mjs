// The budget of page visits: a visit costs the suite more than all that is looked at on the page. budget.json says how many
// documents the tests of each spec file may load; a change that needs more of them says so there, on purpose.

/** How much of the whole a run may be above its budget: not every test loads the same number of documents each time. */
const TOLERANCE = 0.05;

/** What a test is annotated with: the number of documents that its pages have loaded. */
export const VISITS = "page visits";

/** Whether this run is the one that the budget is for: every test of every spec file, by the usual plan. */
export function isWholeRun({ ran, present, options, exhaustive }) {
  const chooses = /^(-g|--grep|--grep-invert|--last-failed|--only-changed|--project|--shard|--test-list)(=|$)/;
  return !exhaustive && !options.some((option) => chooses.test(option)) && present.every((file) => ran.includes(file));
}

/**
 * What to say of a run that visited more pages than its budget allows; nothing of one that didn't. Both are visits by the
 * names of spec files.
 */
export function overrun(visits, budget) {
  const [made, allowed] = [sum(visits), sum(budget)];
  if (made <= allowed * (1 + TOLERANCE)) return undefined;
  const grown = Object.entries(visits)
    .map(([file, count]) => ({ file, count, before: budget[file] ?? 0 }))
    .filter(({ count, before }) => count > before)
    .sort((one, other) => other.count - other.before - (one.count - one.before));
  return [
    `The browser tests load ${made} documents; their budget is ${allowed}, with ${TOLERANCE * 100} % above it. What grew:`,
    ...grown.map(({ file, count, before }) => `  ${file}: ${count} instead of ${before}, ${count - before} more`),
    "Look first whether a visit that is there already can see the same. If more of them are needed, write the new numbers into",
    "tests/browser/budget.json, and the reason into the commit.",
  ].join("\n");
}

const sum = (visits) => Object.values(visits).reduce((sum, count) => sum + count, 0);
