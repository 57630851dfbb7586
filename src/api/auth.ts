import * as v from "valibot";
import { clientPath, decodeWith } from "./http";
import type { Client } from "./http";

const decodeWhoami = decodeWith(
  v.pipe(
    v.object({ user_id: v.string() }),
    v.transform(({ user_id }) => user_id),
  ),
);

/**
 * The user ID a token belongs to. Throws SessionEndedError where the token is not known.
 * Source: Client-Server API, `GET /account/whoami`; works with delegated auth.
 */
export const whoami = async (client: Client, signal?: AbortSignal): Promise<string> =>
  client.get({ path: clientPath`v3/account/whoami`, signal, decode: decodeWhoami });

/**
 * Invalidates the client's token and deletes its device.
 * Source: Client-Server API, `POST /logout`; under delegated auth the compatibility layer answers it, or nothing does.
 */
export const logout = async (client: Client): Promise<void> =>
  client.post({ path: clientPath`v3/logout`, decode: () => undefined });
