import type { Page } from "@playwright/test";

import { mediaLink } from "../helpers/media-screen";
import { type BenchBrowser, discard } from "./bench-browser";
import { heapBytes } from "./heap";
import { type Finding, median } from "./measure";
import { measureScrolling } from "./scrolling";
import type { StandinServer } from "./standin-server";

const MB = 1_000_000;
/** A tenth of what Ketesa, a dashboard with the same list, takes for 1,000 rows: 6.6 s and 266 MB. */
const GOAL_MS = 660;
const GOAL_MB = 26.6;
const ROWS = 1000;

const ownerOf = ({ serverName }: StandinServer): string => `@hoarder:${serverName}`;

/**
 * A thousand rows of a user's list: how long until they are painted after the link asks for them instead of for 25, in
 * ms beside the bare request for them; and what the page holds above an empty one, in MB beside the bytes of the answer.
 */
export async function measureThousandRows(
  browser: BenchBrowser,
  server: StandinServer,
  rounds: number,
): Promise<readonly Finding[]> {
  const [shown, bare, heaps]: [number[], number[], number[]] = [[], [], []];
  let answerBytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const empty = await browser.emptyPage();
    const fetched = await empty.evaluate(fetchRows, { ...requestOf(server), rows: ROWS });
    bare.push(fetched.ms);
    answerBytes = fetched.bytes;
    const page = await openList(browser, server, { search: "?rows=25", rowCount: null });
    shown.push(await page.evaluate(untilShown, { link: mediaLink(ownerOf(server), "?rows=1000"), rowCount: ROWS + 1 }));
    heaps.push((await heapBytes(page)) - (await heapBytes(empty)));
    await discard(page);
    await discard(empty);
  }
  return [
    {
      name: "1,000 rows of a user, until painted, ms",
      value: median(shown),
      floor: median(bare),
      goal: GOAL_MS,
      of: "value",
    },
    {
      name: "memory with them above the empty page, MB",
      value: median(heaps) / MB,
      floor: answerBytes / MB,
      goal: GOAL_MB,
      of: "value",
    },
  ];
}

/** Scrolls through 50,000 rows of a user's list. */
export async function measureLongList(browser: BenchBrowser, server: StandinServer): Promise<readonly Finding[]> {
  const page = await openList(browser, server, { search: "?rows=all", rowCount: server.files + 1 });
  const findings = await measureScrolling(page, browser, {
    table: "Media",
    name: `${String(server.files)} rows of a user`,
  });
  await discard(page);
  return findings;
}

interface ListWish {
  readonly search: string;
  /** Rows with the header, where the table tells; a short one does not. */
  readonly rowCount: number | null;
}

async function openList(browser: BenchBrowser, server: StandinServer, { search, rowCount }: ListWish): Promise<Page> {
  const app = await browser.appPage(server);
  const { page } = app;
  await app.open(mediaLink(ownerOf(server), search));
  const count = rowCount === null ? ":not([aria-rowcount])" : `[aria-rowcount="${String(rowCount)}"]`;
  await page.locator(`table[aria-label="Media"]${count} tbody tr`).nth(8).waitFor();
  return page;
}

const requestOf = (server: StandinServer) => ({
  url: `${server.baseUrl}/_synapse/admin/v1/users/${encodeURIComponent(ownerOf(server))}/media`,
  token: server.admin.accessToken,
});

/** Runs in the page: the request for so many rows and nothing else. */
async function fetchRows({ url, token, rows }: { url: string; token: string; rows: number }) {
  const search = `?order_by=created_ts&dir=b&from=0&limit=${String(rows)}`;
  const startMs = performance.now();
  const response = await fetch(url + search, { headers: { Authorization: `Bearer ${token}` } });
  const text = await response.text();
  const parsed: unknown = JSON.parse(text);
  if (parsed === null) throw new Error("The answer is empty.");
  return { ms: performance.now() - startMs, bytes: text.length };
}

/** Runs in the page. */
function untilShown({ link, rowCount }: { link: string; rowCount: number }): Promise<number> {
  return new Promise((resolve) => {
    const startMs = performance.now();
    const check = () => {
      const table = document.querySelector(`[aria-busy="false"] table[aria-rowcount="${String(rowCount)}"]`);
      if (table === null || table.querySelector("tbody time") === null) return;
      observer.disconnect();
      // The task after the next frame: by then it is painted.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startMs)));
    };
    const observer = new MutationObserver(check);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    location.hash = link;
  });
}
