import type { CommandWish } from "./command";
import type { ListedFile } from "./inventory";
import type { Plan } from "./plan";
import type { Receipt } from "./receipt";
import { lastUsedMs } from "./rule";

/** The command for a plan, made now for that server; its date is counted back from `madeMs`. */
export const wishOfPlan = (
  { source, engine, serverVersion, doomed }: Plan,
  { homeserver, serverName }: { readonly homeserver: string; readonly serverName: string },
  madeMs: number,
): CommandWish => ({
  source,
  engine,
  homeserver,
  serverName,
  serverVersion,
  mediaIds: doomed.map((file) => file.mediaId),
  oldestMs: oldestOf(doomed),
  madeMs,
});

/** The command for what was run: for everything that was planned, whatever became of it. */
export function wishOfReceipt(receipt: Receipt): CommandWish {
  const { source, engine, homeserver, serverName, serverVersion, startedMs } = receipt;
  const planned = receipt.entries.filter(({ outcome }) => outcome.what !== "deleted-unplanned");
  return {
    source,
    engine,
    homeserver,
    serverName,
    serverVersion,
    mediaIds: planned.map(({ outcome }) => outcome.mediaId),
    oldestMs: oldestOf(planned.flatMap(({ file }) => (file === null ? [] : [file]))),
    madeMs: startedMs,
  };
}

/** When the file that was unused for longest was last used, in ms; null of no files. */
function oldestOf(files: readonly ListedFile[]): number | null {
  let oldestMs: number | null = null;
  for (const file of files) {
    const usedMs = lastUsedMs(file);
    if (oldestMs === null || usedMs < oldestMs) oldestMs = usedMs;
  }
  return oldestMs;
}
