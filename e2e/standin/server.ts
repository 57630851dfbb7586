import { json, notFound } from "./answer";
import { type Route, route } from "./route";
import { has } from "./server-state";

const MATRIX_VERSIONS = ["r0.6.1", ...Array.from({ length: 15 }, (_, index) => `v1.${String(index + 1)}`)];

/** What a server tells everybody about itself. */
export const serverRoutes: readonly Route[] = [
  // Client-Server API, "API versions".
  route({
    method: "GET",
    path: "/_matrix/client/versions",
    access: "anyone",
    run: () => json({ versions: MATRIX_VERSIONS, unstable_features: { "org.matrix.simplified_msc3575": true } }),
  }),
  // Client-Server API, "Well-known URIs"; Synapse answers it only if `public_baseurl` is set.
  route({
    method: "GET",
    path: "/.well-known/matrix/client",
    access: "anyone",
    run({ server }) {
      if (server.publicBaseUrl === null) throw notFound(".well-known not available");
      return json({ "m.homeserver": { base_url: server.publicBaseUrl } });
    },
  }),
  // Synapse's admin API documentation, "Version API"; needs no token.
  route({
    method: "GET",
    path: "/_synapse/admin/v1/server_version",
    access: "anyone",
    run({ server }) {
      const python = has(server, [1, 94]) ? {} : { python_version: "3.11.2" };
      return json({ server_version: server.version, ...python });
    },
  }),
];
