// The matrix of faults as data: fault × stage × file, and what of it is tried. specs/faults.spec.mjs tries it, survival.mjs judges.
//
// The usual plan has each fault on the most telling file of each stage. The soak (SEUTU_SOAK=faults) has each fault on each file, and
// each pair of faults at each stage, on pairs of files that follow each other in turn.

import { FAULTS, STAGES } from "./faults.mjs";

export const isSoak = process.env.SEUTU_SOAK === "faults";

const names = Object.keys(FAULTS);

const single = (stage, file, fault) => ({ stage, faults: [{ file, fault }] });

/** Each fault on the most telling file of each stage. */
const usual = Object.entries(STAGES).flatMap(([stage, [telling]]) => names.map((fault) => single(stage, telling, fault)));

/** Each fault on each file. */
const singles = Object.entries(STAGES).flatMap(([stage, files]) => files.flatMap((file) => names.map((fault) => single(stage, file, fault))));

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

/** What is tried: `{ stage, faults: [{ file, fault, times }] }`; with `times` a fault is over after so many requests. */
export const cases = isSoak ? [...singles, ...Object.entries(STAGES).flatMap(pairsAt)] : usual;

/** A case in words. */
export const nameOf = ({ stage, faults }) => `${stage}: ${faults.map(({ fault, file }) => `${fault} of the ${file}`).join(", ")}`;
