import * as v from "valibot";
import { adminPath, decodeWith } from "./http";
import type { Client } from "./http";

const decodePurged = decodeWith(
  v.pipe(
    v.object({ deleted: v.number() }),
    v.transform(({ deleted }) => deleted),
  ),
);

/** Where copies of other servers' files are purged (POST). `beforeMs` in ms since 1970. */
export const purgeTarget = (beforeMs: number) => ({
  path: adminPath`v1/purge_media_cache`,
  search: { before_ts: beforeMs },
});

/**
 * Has Synapse delete its copies of other servers' files that were last used before that moment (ms since 1970,
 * strictly) and are not quarantined; resolves with how many went. Answers only when all of it is done, and goes on when
 * nobody waits for the answer any more. Throws HttpError 400 `M_INVALID_PARAM` for less than 30,000,000,000.
 * Source: Synapse admin API, "Purge Remote Media API".
 */
export const purgeRemoteMedia = async (client: Client, beforeMs: number, signal?: AbortSignal): Promise<number> =>
  client.post({ ...purgeTarget(beforeMs), signal, decode: decodePurged });
