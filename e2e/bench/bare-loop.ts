import type { Page } from "@playwright/test";

import type { RecordedScan } from "./record-scan";
import type { ServerUnderTest } from "./server-under-test";

/**
 * How long, in ms, a page with nothing in it takes to fetch and parse the pages of a recorded scan, as many at once as
 * the scan did, in the same order. What it read is thrown away. Throws if it did not read that many files.
 */
export async function runBareLoop(page: Page, server: ServerUnderTest, scan: RecordedScan): Promise<number> {
  const { urls, inFlight } = scan;
  const { ms, files } = await page.evaluate(fetchAll, { urls, inFlight, token: server.admin.accessToken });
  if (files !== scan.files) throw new Error(`The bare loop read ${String(files)} of ${String(scan.files)} files.`);
  return ms;
}

/** Runs in the page. */
async function fetchAll({ urls, inFlight, token }: { urls: readonly string[]; inFlight: number; token: string }) {
  let next = 0;
  let files = 0;
  const work = async () => {
    for (let url = urls[next++]; url !== undefined; url = urls[next++]) {
      const response = await fetch(url, {
        headers: { Authorization: `Bearer ${token}` },
        cache: "no-store",
        credentials: "omit",
        referrerPolicy: "no-referrer",
      });
      const answer: { readonly media?: readonly unknown[] } = JSON.parse(await response.text());
      files += answer.media?.length ?? 0;
    }
  };
  const startMs = performance.now();
  await Promise.all(Array.from({ length: inFlight }, work));
  return { ms: performance.now() - startMs, files };
}
