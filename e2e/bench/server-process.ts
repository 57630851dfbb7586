import { once } from "node:events";
import { type IncomingMessage, createServer } from "node:http";
import { parseArgs } from "node:util";

import { createStandin } from "../standin/handle";
import { portOf, serve, startNodeHost } from "../standin/host-node";
import { selectByRule } from "../standin/media";
import { seedLarge, seedMillion } from "../standin/seed-large";
import { AnswerCache } from "./answer-cache";
import type { Columns, Seen, Selected } from "./standin-server";

const { values } = parseArgs({
  options: { rows: { type: "string", default: "1000000" }, hoarder: { type: "boolean" } },
});
const standin = createStandin({ scenario: "empty" });
const { store } = standin;
if (values.hoarder === true) seedLarge(store, Date.now());
else seedMillion(store, Date.now(), Number(values.rows));

const NOTHING: Seen = { requests: 0, preflights: 0, rows: 0 };
let seen = NOTHING;
const cache = new AnswerCache();
const api = createServer((request, response) => {
  note(request);
  if (!cache.answer(request, response)) void serve(answerAndKeep, request, response);
});
api.listen(0, "127.0.0.1");
await once(api, "listening");
const control = await startNodeHost((request) => Promise.resolve(Response.json(told(new URL(request.url)))));
console.log(
  JSON.stringify({
    api: `http://127.0.0.1:${String(portOf(api))}`,
    control: control.url,
    serverName: standin.serverName,
  }),
);
// It is to end with whoever started it, however that ends.
process.stdin.on("end", () => process.exit()).resume();

async function answerAndKeep(request: Request): Promise<Response> {
  return cache.keep(request, await standin.handle(request));
}

function note({ method, url = "" }: IncomingMessage): void {
  const { requests, preflights, rows } = seen;
  if (method === "OPTIONS") seen = { ...seen, preflights: preflights + 1 };
  else seen = { ...seen, requests: requests + 1, rows: rows + rowsOn(new URL(url, "http://host")) };
}

/** How many rows of media the answer holds. */
function rowsOn({ pathname, searchParams }: URL): number {
  const owner = /^\/_synapse\/admin\/v1\/users\/([^/]+)\/media$/.exec(pathname)?.[1];
  if (owner === undefined) return 0;
  const left = store.media.totalsOf(decodeURIComponent(owner)).files - Number(searchParams.get("from") ?? 0);
  return Math.max(0, Math.min(left, Number(searchParams.get("limit") ?? 100)));
}

/** `/seen` tells what was asked since it was last called, `/selected` what a rule selects, `/columns` their bytes. */
function told({ pathname, searchParams }: URL): Columns | Seen | Selected {
  if (pathname === "/columns") return { bytes: columnBytes() };
  if (pathname === "/selected") {
    return selected(Number(searchParams.get("before")), Number(searchParams.get("larger")));
  }
  const before = seen;
  seen = NOTHING;
  return before;
}

function selected(beforeMs: number, largerThanBytes: number): Selected {
  const owners = new Set<string | null>();
  let [files, bytes] = [0, 0];
  for (const mediaId of selectByRule(standin.server, { beforeMs, largerThanBytes, keepProfiles: false })) {
    const row = store.media.get(mediaId);
    owners.add(row?.user_id ?? null);
    bytes += row?.media_length ?? 0;
    files += 1;
  }
  return { files, bytes, owners: owners.size };
}

/** Three numbers of 8 bytes, two numbers of texts and two ends of texts of 4 each, and two bytes of flags. */
const FIXED_BYTES = 3 * 8 + 4 * 4 + 2;

/** How many bytes all rows take by columns, their IDs and names one behind the other in UTF-8. */
function columnBytes(): number {
  let bytes = 0;
  for (const { media_id, upload_name } of store.media.all()) {
    bytes += FIXED_BYTES + Buffer.byteLength(media_id) + Buffer.byteLength(upload_name ?? "");
  }
  return bytes;
}
