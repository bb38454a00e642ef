// The matrix of faults as data: fault × stage × file, and the cases that are tried. specs/faults.spec.mjs tries it, survival.mjs judges.
//
// The usual plan has each fault on the most telling file of each stage, and the cases that once weren't survived. The soak
// (SEUTU_SOAK=faults) has each fault on each file, and each pair of faults at each stage, on pairs of files that follow each other in
// turn. An update leads to a newer site or, where a publication is taken back, to an older one.

import { FAULTS, LOSSES, MIXTURE, STAGES } from "./faults.mjs";

export const isSoak = process.env.SEUTU_SOAK === "faults";

const names = Object.keys(FAULTS);

const single = (stage, file, fault) => ({ stage, faults: [{ file, fault }] });

const pair = (stage, ...faults) => ({ stage, faults: faults.map(([file, fault]) => ({ file, fault })) });

/** Every second update leads to an older site. */
const inTurn = (cases) => cases.map((tried, place) => (tried.stage === "update" && place % 2 === 1 ? { ...tried, toOlder: true } : tried));

/** Each fault on the most telling file of each stage. */
const usual = inTurn(Object.entries(STAGES).flatMap(([stage, [telling]]) => names.map((fault) => single(stage, telling, fault))));

/** Cases that visitors once didn't survive, on files that tell less. */
const onceFatal = [
  single("first view", "style", "stalled body"),
  single("first view", "second part", "corrupt byte"),
  single("search", "search module", "404"),
  single("search", "page.json", "500"),
  single("update", "start script", "404"),
  single("update", "start script", "stalled headers"),
  pair("search", ["index root", "404"], ["page.json", "truncated body"]),
  pair("search", ["index root", "truncated body that passes for a whole one"], ["page.json", "truncated body"]),
];

/** Each fault on each file, and in updates in both directions. */
const singles = Object.entries(STAGES).flatMap(([stage, files]) => {
  // A change of page asks for the document only where something else didn't come.
  const alone = files.filter((file) => !(stage === "route change" && file === "document"));
  const all = alone.flatMap((file) => names.map((fault) => single(stage, file, fault)));
  return stage === "update" ? all.flatMap((tried) => [tried, { ...tried, toOlder: true }]) : all;
});

/** Each pair of faults at a stage, in both orders: on two files, or one after the other on the same. */
function pairsAt([stage, files]) {
  const places = files.flatMap((one) => files.map((other) => [one, other]));
  let turn = 0;
  return names.flatMap((one) =>
    names.map((other) => {
      const [file, beside] = places[turn++ % places.length];
      return { stage, faults: [{ file, fault: one, ...(file === beside ? { times: 1 } : {}) }, { file: beside, fault: other }] };
    }),
  );
}

/** A content delivery network that has two publications side by side: which one answers depends on this number. */
const mixtures = Array.from({ length: isSoak ? 200 : 4 }, (_, seed) => ({ stage: "update", seed: seed + 1, faults: [{ file: "whole site", fault: MIXTURE }] }));

/** The cases that are tried: `{ stage, faults: [{ file, fault, times }], toOlder }`; with `times` a fault is over after so many requests. */
export const cases = [...(isSoak ? [...singles, ...inTurn(Object.entries(STAGES).flatMap(pairsAt))] : [...usual, ...onceFatal]), ...inTurn(mixtures)];

/** Loss of packets, which meets all files, at each stage: several times, for which packets get lost is chance. */
export const losses = Object.keys(STAGES).flatMap((stage) =>
  Object.keys(LOSSES).flatMap((fault) => Array.from({ length: 5 }, (_, time) => ({ stage, time: time + 1, faults: [{ file: "whole site", fault }] }))),
);

/** A case in words. */
export const nameOf = ({ stage, faults, time, seed, toOlder }) => {
  const met = faults.map(({ fault, file }) => `${fault} of the ${file}`);
  const which = [time && `time ${time}`, seed && `seed ${seed}`].filter(Boolean);
  return `${stage}${toOlder ? " to an older site" : ""}: ${[...met, ...which].join(", ")}`;
};
