import { defineConfig } from "@playwright/test";

import { headlessOptions } from "./chromium.mjs";

export default defineConfig({
  testDir: "specs",
  // What takes too long for each run is tried by `cargo xtask soak`.
  testMatch: process.env.SEUTU_SOAK ? "**/*.{spec,soak}.mjs" : "**/*.spec.mjs",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test waits for half of its time: three of them use two cores.
  workers: 3,
  // Long enough for a busy machine; a test ends as soon as it has seen what it expects.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A test that passes the second time has found something: nothing is tried again.
  retries: 0,
  // The list comes last: its last line says how many tests have passed.
  reporter: [["./reporter.mjs"], ["list"]],
  use: {
    browserName: "chromium",
    locale: "fi-FI",
    launchOptions: headlessOptions,
  },
});
