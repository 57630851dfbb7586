import { parseArgs } from "node:util";

import { whyNoSynapse } from "../target/install";
import { startOwnSynapse } from "../target/synapse";
import { buildIfStale } from "../tools/build-if-stale";
import { type BenchBrowser, discard, startBenchBrowser } from "./bench-browser";
import { measureScan } from "./full-scan";
import { measureHeap } from "./heap";
import { type Finding, resultOf } from "./measure";
import { measureNarrowing } from "./narrowing";
import { measureOnSynapse } from "./real-synapse";
import { tableOf, writeResults } from "./report";
import { recordScan } from "./record-scan";
import { countSkippingScan, fullScanRequests } from "./requests";
import { measureScrolling } from "./scrolling";
import { type StandinServer, startStandinServer } from "./standin-server";

/** `npm run bench`; with `-- --rows 100000` a smaller one to try things out, for which the goals are not made. */
const { values } = parseArgs({
  options: { rows: { type: "string", default: "1000000" }, "synapse-rows": { type: "string", default: "200000" } },
});

async function onStandin(browser: BenchBrowser, server: StandinServer): Promise<readonly Finding[]> {
  const rule = { beforeMs: Date.now(), keepAvatars: false, largerThanBytes: 0 };
  const wish = { browser, server, rule, amount: await server.selected(rule) };
  const recorded = await recordScan(wish);
  const full = await server.seen();
  const name = `full scan, ${String(server.owners)} owners, ${String(server.files)} rows`;
  const { finding: scan, page } = await measureScan(name, wish, recorded);
  const onScreen = [
    await measureHeap(page, browser, server),
    await measureScrolling(page, browser),
    await measureNarrowing(page, wish),
  ];
  await discard(page);
  return [scan, fullScanRequests(server, full), ...(await countSkippingScan(browser, server, full)), ...onScreen];
}

async function onSynapse(browser: BenchBrowser): Promise<readonly Finding[]> {
  const reason = await whyNoSynapse();
  if (reason !== null) {
    console.log(`Not measured on a real Synapse: ${reason}`);
    return [];
  }
  const server = await startOwnSynapse();
  try {
    return [await measureOnSynapse(browser, server, Number(values["synapse-rows"]))];
  } finally {
    await server.stop();
  }
}

async function main(): Promise<void> {
  await buildIfStale();
  const browser = await startBenchBrowser();
  console.log(`Browser: ${browser.origin}`);
  const findings: Finding[] = [];
  try {
    const server = await startStandinServer(Number(values.rows));
    try {
      findings.push(...(await onStandin(browser, server)));
    } finally {
      await server.stop();
    }
    findings.push(...(await onSynapse(browser)));
  } finally {
    await browser.close();
  }
  const results = findings.map(resultOf);
  await writeResults(results);
  console.log(`\n${tableOf(results)}`);
}

await main();
