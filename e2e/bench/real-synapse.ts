import { createStandin } from "../standin/handle";
import type { MediaRecord } from "../standin/media-table";
import { createRandom } from "../standin/random";
import { DAY_MS, ordinaryFile, pastMoment, putFile } from "../standin/seed-media";
import type { Homeserver, MediaRow } from "../target/homeserver";
import { type BenchBrowser, discard } from "./bench-browser";
import { measureScan } from "./full-scan";
import type { Finding } from "./measure";
import { recordScan } from "./record-scan";
import type { Amount } from "./review-page";

const OWNERS = 100;
const ROWS_PER_INSERT = 20_000;

export interface SynapseWish {
  readonly browser: BenchBrowser;
  readonly server: Homeserver;
  readonly files: number;
  readonly rounds: number;
}

/** The full scan once more, on a real Synapse with that many synthetic rows of a hundred owners in its SQLite file. */
export async function measureOnSynapse({ browser, server, files, rounds }: SynapseWish): Promise<Finding> {
  const amount = await fill(server, files);
  const rule = { beforeMs: Date.now(), keepAvatars: false };
  const wish = { browser, server, rule, amount };
  const name = `full scan, Synapse ${server.version}, ${String(OWNERS)} owners, ${String(files)} rows`;
  const { finding, page } = await measureScan({ ...wish, name, recorded: await recordScan(wish), rounds });
  await discard(page);
  return finding;
}

async function fill(server: Homeserver, files: number): Promise<Amount> {
  const { store } = createStandin({ scenario: "empty", serverName: server.serverName });
  const scene = { store, nowMs: Date.now(), random: createRandom("synapse") };
  for (let index = 1; index <= OWNERS; index += 1) {
    const { userId } = await server.createUser(`owner-${String(index)}`);
    for (let left = files / OWNERS; left > 0; left -= 1) {
      putFile(scene, ordinaryFile(scene, userId, pastMoment(scene, 5 * 365 * DAY_MS)));
    }
  }
  const rows = Array.from(store.media.all(), rowOf);
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    await server.insertMedia(rows.slice(start, start + ROWS_PER_INSERT));
  }
  return { files, bytes: rows.reduce((sum, { media_length }) => sum + (media_length ?? 0), 0) };
}

function rowOf({ authenticated: _authenticated, sha256: _sha256, user_id, ...row }: MediaRecord): MediaRow {
  return { ...row, user_id: user_id ?? "" };
}
