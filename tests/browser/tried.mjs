// How many cases of the matrix of faults were tried and survived, for the end of a run and for docs/reliability.md.

import { FAULTS, LOSSES, MIXTURE, STAGES } from "./faults.mjs";
import { nameOf } from "./matrix.mjs";

/** What a test is annotated with that tries a case: the case, as JSON. */
export const TRIED = "tried";

const counted = (cases) => ({ tried: cases.length, survived: cases.filter(({ survived }) => survived).length });

/** `tried 90, survived 90`, over all and for each stage. */
export function saidOf(cases) {
  const said = (cases) => `tried ${counted(cases).tried}, survived ${counted(cases).survived}`;
  const stages = Object.keys(STAGES).map((stage) => [stage, cases.filter((tried) => tried.stage === stage)]);
  return [`faults: ${said(cases)}`, ...stages.filter(([, of]) => of.length > 0).map(([stage, of]) => `  ${stage}: ${said(of)}`)].join("\n");
}

/** The matrix as Markdown: a row for each fault alone, one for the pairs, and what wasn't survived. */
export function pageOf(cases) {
  const stages = Object.keys(STAGES);
  const row = (name, of) => {
    const cells = stages.map((stage) => of.filter((tried) => tried.stage === stage));
    return `| ${[name, ...cells.map(cell), cell(of)].join(" | ")} |`;
  };
  const cell = (of) => (of.length > 0 ? `${counted(of).tried} / ${counted(of).survived}` : "–");
  const alone = cases.filter(({ faults }) => faults.length === 1);
  const pairs = cases.filter(({ faults }) => faults.length > 1);
  const failed = cases.filter(({ survived }) => !survived);
  return [
    "Cases tried / survived:",
    "",
    `| fault | ${stages.join(" | ")} | all |`,
    `|---|${"---|".repeat(stages.length + 1)}`,
    ...[...Object.keys(FAULTS), ...Object.keys(LOSSES), MIXTURE].map((name) => row(name, alone.filter(({ faults: [{ fault }] }) => fault === name))),
    row("**each alone**", alone),
    row("**in pairs**", pairs),
    row("**all**", cases),
    "",
    `Not survived: ${failed.length === 0 ? "none" : ""}`.trim(),
    ...(failed.length > 0 ? ["", ...failed.map((tried) => `- ${nameOf(tried)}`)] : []),
    "",
  ].join("\n");
}
