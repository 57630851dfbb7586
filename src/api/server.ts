import * as v from "valibot";
import { adminPath, clientPath, decodeWith } from "./http";
import type { Client } from "./http";

const decodeVersions = decodeWith(
  v.pipe(
    v.object({ versions: v.array(v.string()) }),
    v.transform(({ versions }) => versions),
  ),
);

/**
 * The versions of the Client-Server API a homeserver speaks: the one call every Matrix homeserver answers to anybody.
 * Source: Client-Server API, `GET /versions`.
 */
export const getVersions = async (client: Client, signal?: AbortSignal): Promise<readonly string[]> =>
  client.get({ path: clientPath`versions`, anonymous: true, signal, decode: decodeVersions });

const decodeServerVersion = decodeWith(
  v.pipe(
    v.object({ server_version: v.string() }),
    v.transform(({ server_version }) => server_version),
  ),
);

/**
 * The homeserver's own version, build suffix included; needs no token, so it tells whether an admin API is there.
 * Source: Synapse admin API, "Version API".
 */
export const getServerVersion = async (client: Client, signal?: AbortSignal): Promise<string> =>
  client.get({ path: adminPath`v1/server_version`, anonymous: true, signal, decode: decodeServerVersion });

const decodeWellKnown = decodeWith(
  v.pipe(
    v.object({ "m.homeserver": v.object({ base_url: v.string() }) }),
    v.transform((wellKnown) => wellKnown["m.homeserver"].base_url),
  ),
);

/**
 * The base URL that a server name's own web server announces. Throws where there is none or it is not readable.
 * Source: Client-Server API, "Well-known URI".
 */
export const getWellKnownHomeserver = async (client: Client, signal?: AbortSignal): Promise<string> =>
  client.get({ path: "/.well-known/matrix/client", anonymous: true, signal, decode: decodeWellKnown });
