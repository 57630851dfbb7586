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
import { measureLongList, measureThousandRows } from "./user-list";

/**
 * `npm run bench`; with `-- --rows 100000 --rounds 1` a smaller one to try things out, which the goals are not for; with
 * `-- --lists-only` just what one user's list takes.
 */
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    "synapse-rows": { type: "string", default: "200000" },
    rounds: { type: "string", default: "3" },
    "lists-only": { type: "boolean" },
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
  await report.add(...(await measureScrolling(page, browser, { table: "Files to delete", name: "all files" })));
  await report.add(await measureNarrowing(page, wish));
  await discard(page);
}

async function onHoarder(browser: BenchBrowser, server: StandinServer): Promise<void> {
  await report.add(...(await measureThousandRows(browser, server, rounds)));
  await report.add(...(await measureLongList(browser, server)));
}

/** Measures on a stand-in of its own, and ends it. */
async function withStandin(rows: number | "hoarder", measure: (server: StandinServer) => Promise<void>): Promise<void> {
  const server = await startStandinServer(rows);
  try {
    await measure(server);
  } finally {
    await server.stop();
  }
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
    await withStandin("hoarder", (server) => onHoarder(browser, server));
    if (values["lists-only"] === true) return;
    await withStandin(Number(values.rows), (server) => onStandin(browser, server));
    await onSynapse(browser);
  } finally {
    await browser.close();
    console.log(`\n${report.table()}`);
  }
}

await main();
