// What documents say to programs is said in schema.org's words: TypeScript holds it against the types that Google makes of the
// vocabulary (schema-dts), in which each type has its own properties, and each of them the types of its values.

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@playwright/test";

import { dist, everything } from "../portal.mjs";

const TYPESCRIPT = path.resolve(import.meta.dirname, "../node_modules/typescript/bin/tsc");

for (const [name, root] of Object.entries({ "the portal": dist, "tests/sites/everything": everything })) {
  test(`the vocabulary has what documents of ${name} say`, () => {
    const said = saidIn(root);

    expect(said.length).toBeGreaterThan(20);
    expect(faults(said)).toEqual([]);
  });
}

test("what the vocabulary doesn't have is found", () => {
  const graph = (thing) => ({ "@context": "https://schema.org", "@graph": [thing] });
  const wrong = [
    graph({ "@type": "Call", name: "A" }),
    graph({ "@type": "WebPage", deadline: "2026-03-31" }),
    graph({ "@type": "Event", location: { "@type": "Place", title: "A" } }),
    graph({ "@type": "Event", eventStatus: "Scheduled" }),
    graph({ "@type": "NewsArticle", audience: { "@type": "Place", name: "A" } }),
  ];

  for (const thing of wrong) expect(faults([thing]), JSON.stringify(thing)).toHaveLength(1);
  expect(faults([graph({ "@type": "Event", eventStatus: "https://schema.org/EventScheduled" })])).toEqual([]);
});

/** The data of every document that has some. */
function saidIn(root) {
  const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith(".html"));
  const blocks = files.map((file) =>
    readFileSync(path.join(root, file), "utf8").match(/<script type="application\/ld\+json">(.*?)<\/script>/s),
  );
  return blocks.filter(Boolean).map(([, data]) => JSON.parse(data));
}

/** What the compiler finds wrong, a line a fault. */
function faults(graphs) {
  const declared = graphs.map((graph, number) => {
    const actions = [];
    const plain = JSON.stringify(graph, (key, value) => {
      // What an action asks for is beside the vocabulary (schema.org, "Potential Actions").
      if (value?.["@type"] !== "SearchAction" || !value["query-input"]) return value;
      actions.push(value);
      return { ...value, "query-input": undefined };
    });
    const asked = actions.map((action, of) => `export const a${number}_${of}: Asking = ${JSON.stringify(action)};`);
    return [`export const g${number}: Graph = ${plain};`, ...asked].join("\n");
  });
  const types = 'import type { Graph, SearchAction, WithActionConstraints } from "schema-dts";';
  const folder = test.info().outputPath("vocabulary");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "said.ts");
  writeFileSync(file, [types, "type Asking = WithActionConstraints<SearchAction>;", ...declared].join("\n"));
  try {
    const settings = ["--noEmit", "--strict", "--ignoreConfig", "--pretty", "false", "--module", "nodenext"];
    execFileSync(process.execPath, [TYPESCRIPT, ...settings, file], { encoding: "utf8" });
    return [];
  } catch ({ stdout }) {
    return stdout.split("\n").filter((line) => /error TS/.test(line));
  }
}
