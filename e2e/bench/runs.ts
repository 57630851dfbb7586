import type { Page } from "@playwright/test";

import { DAY_MS, mediaRow } from "../fixtures/media-row";
import { deleteReviewed } from "../helpers/wizard";
import type { Homeserver } from "../target/homeserver";
import { type BenchBrowser, discard } from "./bench-browser";
import { type Finding, median } from "./measure";
import { type ReviewWish, openReview } from "./review-page";

const RULE_FILES = 5000;
const LIST_FILES = 1000;
const PAIRS = 5;
/** The app's own number, so that both do the same. */
const IN_FLIGHT = 4;
const GOAL = 1.1;
const LONGEST_CALL_GOAL_S = 4;

export interface RunsWish {
  readonly browser: BenchBrowser;
  /** A real Synapse without media. */
  readonly server: Homeserver;
}

/** Runs of both engines beside the fewest calls that delete the same files, in turn, five times each; medians in s. */
export async function measureRuns(wish: RunsWish): Promise<readonly Finding[]> {
  const owner = await wish.server.createUser("owner-of-runs");
  const fill = (files: number) => fillAnew(wish.server, owner.userId, files);
  const [single, stepped, longest]: [number[], number[], number[]] = [[], [], []];
  const [bare, listed]: [number[], number[]] = [[], []];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    await fill(RULE_FILES);
    single.push(await onEmptyPage(wish, (page, server) => page.evaluate(deleteByRule, server)));
    const steps = await runInApp(wish, await fill(RULE_FILES), /^Synapse's rule/);
    stepped.push(steps.ms);
    longest.push(steps.longestCallMs);
    const { mediaIds } = await fill(LIST_FILES);
    bare.push(
      await onEmptyPage(wish, (page, server) =>
        page.evaluate(deleteByIds, { ...server, mediaIds, inFlight: IN_FLIGHT }),
      ),
    );
    listed.push((await runInApp(wish, await fill(LIST_FILES), /^Exactly this list/)).ms);
  }
  const inSeconds = (ms: readonly number[]) => median(ms) / 1000;
  const name = `${String(RULE_FILES)} files by Synapse's rule`;
  return [
    { name: `${name}, in steps, s`, value: inSeconds(stepped), floor: inSeconds(single), goal: GOAL, of: "ratio" },
    {
      name: `${name}, the longest call of all, s`,
      value: Math.max(...longest) / 1000,
      floor: inSeconds(single),
      goal: LONGEST_CALL_GOAL_S,
      of: "value",
    },
    {
      name: `${String(LIST_FILES)} files, exactly this list, s`,
      value: inSeconds(listed),
      floor: inSeconds(bare),
      goal: GOAL,
      of: "ratio",
    },
  ];
}

interface Filled {
  readonly mediaIds: readonly string[];
  readonly bytes: number;
}

/** The server holds exactly so many files, all old. */
async function fillAnew(server: Homeserver, userId: string, files: number): Promise<Filled> {
  const rows = Array.from({ length: files }, (_, index) =>
    mediaRow({ user_id: userId, created_ts: Date.now() - 400 * DAY_MS - index }),
  );
  await server.insertMedia(rows);
  const bytes = rows.reduce((sum, { media_length }) => sum + (media_length ?? 0), 0);
  return { mediaIds: rows.map(({ media_id }) => media_id), bytes };
}

interface Run {
  /** From the last click until the results are painted. */
  readonly ms: number;
  readonly longestCallMs: number;
}

async function runInApp({ browser, server }: RunsWish, { mediaIds, bytes }: Filled, engine: RegExp): Promise<Run> {
  const rule = { beforeMs: Date.now() - 365 * DAY_MS };
  const wish: ReviewWish = { browser, server, rule, amount: { files: mediaIds.length, bytes } };
  const { page } = await openReview(wish);
  await page.getByRole("radio", { name: engine }).check();
  const measured = page.evaluate(untilResults);
  await deleteReviewed(page, mediaIds.length);
  const run = await measured;
  await discard(page);
  const left = (await server.readMedia()).length;
  if (left > 0) throw new Error(`The run left ${String(left)} files.`);
  return run;
}

/** Runs in the page, while the review is shown. */
function untilResults(): Promise<Run> {
  let startMs = 0;
  addEventListener("click", () => (startMs = performance.now()), { capture: true });
  performance.setResourceTimingBufferSize(100_000);
  return new Promise((resolve) => {
    const tell = () => {
      const calls = performance
        .getEntriesByType("resource")
        .filter(({ name, startTime }) => name.includes("/media/delete") && startTime >= startMs);
      const longestCallMs = Math.max(0, ...calls.map(({ duration }) => duration));
      resolve({ ms: performance.now() - startMs, longestCallMs });
    };
    const observer = new MutationObserver(() => {
      if (document.querySelector("h1")?.textContent !== "Results") return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(tell));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

interface Server {
  readonly baseUrl: string;
  readonly serverName: string;
  readonly token: string;
}

/** How long work in a page with nothing in it takes, in ms. */
async function onEmptyPage(
  { browser, server: { baseUrl, serverName, admin } }: RunsWish,
  work: (page: Page, server: Server) => Promise<number>,
): Promise<number> {
  const page = await browser.emptyPage();
  const ms = await work(page, { baseUrl, serverName, token: admin.accessToken });
  await discard(page);
  return ms;
}

/** Runs in the page. */
async function deleteByRule({ baseUrl, token }: Server): Promise<number> {
  const search = `before_ts=${String(Date.now() - 365 * 86_400_000)}&size_gt=0&keep_profiles=true`;
  const startMs = performance.now();
  const headers = { Authorization: `Bearer ${token}` };
  await (await fetch(`${baseUrl}/_synapse/admin/v1/media/delete?${search}`, { method: "POST", headers })).json();
  return performance.now() - startMs;
}

/** Runs in the page. */
async function deleteByIds(wish: Server & { readonly mediaIds: readonly string[]; readonly inFlight: number }) {
  const { baseUrl, serverName, token, mediaIds, inFlight } = wish;
  let next = 0;
  const work = async () => {
    for (let mediaId = mediaIds[next++]; mediaId !== undefined; mediaId = mediaIds[next++]) {
      const path = `/_synapse/admin/v1/media/${serverName}/${encodeURIComponent(mediaId)}`;
      await (await fetch(baseUrl + path, { method: "DELETE", headers: { Authorization: `Bearer ${token}` } })).json();
    }
  };
  const startMs = performance.now();
  await Promise.all(Array.from({ length: inFlight }, work));
  return performance.now() - startMs;
}
