import { defineConfig } from "@playwright/test";

import type { TestOptions, WorkerOptions } from "./fixtures/options";
import { launchOptionsFromEnvironment } from "./tools/browser-launch";

const contract = { testDir: "contract", testMatch: "**/*.contract.ts" };
const browser = { testDir: "specs", testMatch: "**/*.spec.ts" };

/** Started by `tools/playwright.ts`, which finds the browser. */
export default defineConfig<TestOptions, WorkerOptions>({
  outputDir: "results",
  fullyParallel: true,
  // Each has a homeserver of its own; the machine that has to be enough has two cores.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    launchOptions: launchOptionsFromEnvironment(),
    // A zone with summer time and a locale that writes the day first: neither is what a build machine has.
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "contract", ...contract, grepInvert: /@synapse-only/, use: { target: "standin" } },
    { name: "contract-synapse", ...contract, grepInvert: /@standin-only/, use: { target: "synapse" } },
    {
      name: "contract-synapse-postgresql",
      ...contract,
      grepInvert: /@standin-only/,
      use: { target: "synapse", database: "postgresql" },
    },
    { name: "ui", ...browser, grepInvert: /@synapse-only/, use: { target: "standin" } },
    { name: "ui-synapse", ...browser, grep: /@synapse/, use: { target: "synapse" } },
  ],
});
