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

    const types = ["BreadcrumbList", "Event", "GovernmentOrganization", "NewsArticle", "WebPage", "WebSite"];
    expect([...new Set(said.map((thing) => thing["@type"]))].sort()).toEqual(types);
    expect(faults(said)).toEqual([]);
  });
}

test("what the vocabulary doesn't have is found", () => {
  const wrong = [
    { "@type": "Call", name: "A" },
    { "@type": "WebPage", deadline: "2026-03-31" },
    { "@type": "Event", location: { "@type": "Place", title: "A" } },
    { "@type": "Event", eventStatus: "Scheduled" },
    { "@type": "NewsArticle", audience: { "@type": "Place", name: "A" } },
  ];
  const right = { "@type": "Event", eventStatus: "https://schema.org/EventScheduled" };

  const found = faults([right, ...wrong]).map(({ thing }) => thing);
  expect(found).toEqual(wrong);
});

/** What the documents of a site say, a thing of each form once: that is all that a type can tell, and it takes a fifth of the time. */
function saidIn(root) {
  const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith(".html"));
  const blocks = files.map((file) =>
    readFileSync(path.join(root, file), "utf8").match(/<script type="application\/ld\+json">(.*?)<\/script>/s),
  );
  const things = blocks.filter(Boolean).flatMap(([, data]) => JSON.parse(data)["@graph"]);
  return [...new Map(things.map((thing) => [form(thing), thing])).values()];
}

/** A thing with all of its texts alike, but for types and values of the vocabulary's own. */
function form(thing) {
  const isOwn = (key, text) => key === "@type" || text.startsWith("https://schema.org/");
  return JSON.stringify(thing, (key, value) => (typeof value !== "string" || isOwn(key, value) ? value : ""));
}

/** What the compiler finds wrong, and with which thing: each stands on a line of its own. */
function faults(things) {
  const declared = things.map((thing, number) => {
    // What an action asks for is beside the vocabulary (schema.org, "Potential Actions").
    const plain = JSON.stringify(thing, (key, value) => (key === "query-input" ? undefined : value));
    return `export const thing${number}: Schema.${thing["@type"]} = ${plain};`;
  });
  const folder = test.info().outputPath("vocabulary");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "said.ts");
  writeFileSync(file, ['import type * as Schema from "schema-dts";', ...declared].join("\n"));
  try {
    const settings = ["--noEmit", "--strict", "--ignoreConfig", "--pretty", "false", "--module", "nodenext"];
    execFileSync(process.execPath, [TYPESCRIPT, ...settings, file], { encoding: "utf8" });
    return [];
  } catch (error) {
    const found = [...(error.stdout ?? "").matchAll(/^.*said\.ts\((\d+),\d+\): (.*)$/gm)];
    // It ended otherwise than by finding something: nothing was checked.
    if (found.length === 0) throw error;
    return found.map(([, line, message]) => ({ thing: things[line - 2], message }));
  }
}
