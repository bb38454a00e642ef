// Every published document is HTML as the standard has it (html-validate, its recommended rules).

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@playwright/test";
import { HtmlValidate } from "html-validate";

import { dist, everything } from "../portal.mjs";

/** What isn't asked for, and why. */
const RULES = {
  // The standard takes the doctype in any case (HTML §13.1.1).
  "doctype-style": "off",
  // A "/" at the end of a void element is without meaning (HTML §13.1.2.1); Trunk writes some.
  "void-style": "off",
  // On a narrow screen with large text a telephone number has to be allowed to break (WCAG 1.4.10).
  "tel-non-breaking": "off",
  // How long a title is, is the editor's to say: two of the seed's own news have long ones.
  "long-title": "off",
};

const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules: RULES });

for (const [name, root] of Object.entries({ "the portal": dist, "tests/sites/everything": everything })) {
  test(`every document of ${name} is valid HTML`, async () => {
    const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith(".html"));
    const found = [];
    for (const file of files) {
      const report = await validator.validateString(readFileSync(path.join(root, file), "utf8"));
      for (const { messages } of report.results) {
        for (const { line, column, ruleId, message } of messages) found.push(`${file}:${line}:${column} ${ruleId}: ${message}`);
      }
    }

    expect(files.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
}
