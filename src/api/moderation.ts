import * as v from "valibot";
import type { MediaName } from "../lib/mxc";
import { adminPath, decodeWith } from "./http";
import type { Client } from "./http";

/** Synapse answers these with an empty object, also for media that it does not know. */
const decodeNothing = decodeWith(
  v.pipe(
    v.object({}),
    v.transform(() => undefined),
  ),
);

/**
 * Quarantines a local or cached remote file: nobody can fetch it any more, its space is not freed. Since Synapse 1.128
 * every file of the same hash goes with it, whoever owns it. Resolves for unknown media and for protected files too,
 * which stay as they are. Safe to repeat.
 * Source: Synapse admin API, "Quarantining media by ID" (1.9).
 */
export const quarantineMedia = async (
  client: Client,
  { serverName, mediaId }: MediaName,
  signal?: AbortSignal,
): Promise<void> =>
  client.post({ path: adminPath`v1/media/quarantine/${serverName}/${mediaId}`, signal, decode: decodeNothing });

/**
 * Lifts the quarantine of a file, since 1.128 that of every file of the same hash. Resolves for unknown media too. Safe
 * to repeat.
 * Source: Synapse admin API, "Remove media from quarantine by ID" (1.36).
 */
export const unquarantineMedia = async (
  client: Client,
  { serverName, mediaId }: MediaName,
  signal?: AbortSignal,
): Promise<void> =>
  client.post({ path: adminPath`v1/media/unquarantine/${serverName}/${mediaId}`, signal, decode: decodeNothing });

/**
 * Protects a local file: quarantine leaves it alone, and since Synapse 1.61 so do deletion by date and retention;
 * deletion by ID does not. Throws HttpError 404 `M_UNKNOWN` where there is no such file. Safe to repeat.
 * Source: Synapse admin API, "Protecting media from being quarantined" (1.26).
 */
export const protectMedia = async (client: Client, mediaId: string, signal?: AbortSignal): Promise<void> =>
  client.post({ path: adminPath`v1/media/protect/${mediaId}`, signal, decode: decodeNothing });

/**
 * Takes the protection away. Throws HttpError 404 `M_UNKNOWN` where there is no such file. Safe to repeat.
 * Source: Synapse admin API, "Unprotecting media from being quarantined" (1.36).
 */
export const unprotectMedia = async (client: Client, mediaId: string, signal?: AbortSignal): Promise<void> =>
  client.post({ path: adminPath`v1/media/unprotect/${mediaId}`, signal, decode: decodeNothing });
