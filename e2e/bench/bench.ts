import { parseArgs } from "node:util";

import { startOwnSynapse } from "../target/synapse";
import { whyNoSynapse } from "../target/why-no-synapse";
import { buildIfStale } from "../tools/build-if-stale";
import { type BenchBrowser, discard, startBenchBrowser } from "./bench-browser";
import { measureScan } from "./full-scan";
import { measureHeap } from "./heap";
import { measureNarrowing } from "./narrowing";
import { measureOnSynapse } from "./real-synapse";
import { Report } from "./report";
import { recordScan } from "./record-scan";
import { countSkippingScan, fullScanRequests } from "./requests";
import { measureScrolling } from "./scrolling";
import { measureRuns } from "./runs";
import { type StandinServer, startStandinServer } from "./standin-server";

/** `npm run bench`; with `-- --rows 100000 --rounds 1` a smaller one to try things out, which the goals are not for. */
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    "synapse-rows": { type: "string", default: "200000" },
    rounds: { type: "string", default: "3" },
  },
});
const rounds = Number(values.rounds);
const report = new Report();

async function onStandin(browser: BenchBrowser, server: StandinServer): Promise<void> {
  const rule = { beforeMs: Date.now(), keepAvatars: false, largerThanBytes: 0 };
  const wish = { browser, server, rule, amount: await server.selected(rule) };
  const recorded = await recordScan(wish);
  const full = await server.seen();
  const name = `full scan, ${String(server.owners)} owners, ${String(server.files)} rows`;
  const { finding, page } = await measureScan({ ...wish, name, recorded, rounds });
  await report.add(finding, fullScanRequests(server, full));
  await report.add(...(await countSkippingScan(browser, server, full)));
  await report.add(await measureHeap(page, browser, server));
  // While all files are shown: narrowing leaves fewer.
  await report.add(await measureScrolling(page, browser));
  await report.add(await measureNarrowing(page, wish));
  await discard(page);
}

async function onSynapse(browser: BenchBrowser): Promise<void> {
  const reason = await whyNoSynapse();
  if (reason !== null) {
    console.log(`Not measured on a real Synapse: ${reason}`);
    return;
  }
  const server = await startOwnSynapse();
  try {
    await report.add(...(await measureRuns({ browser, server })));
    await report.add(await measureOnSynapse({ browser, server, files: Number(values["synapse-rows"]), rounds }));
  } finally {
    await server.stop();
  }
}

async function main(): Promise<void> {
  await buildIfStale();
  const browser = await startBenchBrowser();
  console.log(`Browser: ${browser.origin}`);
  try {
    const server = await startStandinServer(Number(values.rows));
    try {
      await onStandin(browser, server);
    } finally {
      await server.stop();
    }
    await onSynapse(browser);
  } finally {
    await browser.close();
  }
  console.log(`\n${report.table()}`);
}

await main();
