import type { Homeserver } from "../target/homeserver";
import { serverPath } from "../target/server-call";
import { expect } from "../fixtures/test";

/** One request as a spec writes it: without a token it is sent with the admin's, with null it has none. */
export interface Question {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE" | "OPTIONS";
  readonly search?: Readonly<Record<string, string | number | boolean>>;
  readonly accessToken?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined where there is no JSON. */
  readonly json: unknown;
}

/** Sends a request as it stands, for what the app's own calls would never send and what they do not show. */
export async function ask(
  { baseUrl, admin }: Homeserver,
  path: string,
  { method = "GET", search = {}, accessToken = admin.accessToken, headers = {} }: Question = {},
): Promise<Answer> {
  const url = new URL(path, baseUrl);
  url.search = new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)])).toString();
  const token = accessToken === null ? {} : { Authorization: `Bearer ${accessToken}` };
  const response = await fetch(url, { method, headers: { ...token, ...headers } });
  return { status: response.status, headers: response.headers, json: parseOrUndefined(await response.text()) };
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Expects a Matrix error. Its words are not compared: only status and code are promised. */
export function expectRefusal({ status, json }: Answer, expectedStatus: number, errcode: string): void {
  expect({ status, json }).toEqual({
    status: expectedStatus,
    json: expect.objectContaining({ errcode, error: expect.any(String) }),
  });
}

/** Whether the homeserver is that release or a later one, given as "1.78". */
export const isSince = ({ version }: Homeserver, release: string): boolean =>
  version.localeCompare(release, "en", { numeric: true }) >= 0;

/** Paths below the admin API, their inserted parts percent-encoded. */
export const adminPaths = {
  userMedia: (userId: string) => serverPath`/_synapse/admin/v1/users/${userId}/media`,
  media: (serverName: string, mediaId: string) => serverPath`/_synapse/admin/v1/media/${serverName}/${mediaId}`,
  quarantineMedia: (serverName: string, mediaId: string) =>
    serverPath`/_synapse/admin/v1/media/quarantine/${serverName}/${mediaId}`,
  quarantineUserMedia: (userId: string) => serverPath`/_synapse/admin/v1/user/${userId}/media/quarantine`,
  quarantineRoomMedia: (roomId: string) => serverPath`/_synapse/admin/v1/room/${roomId}/media/quarantine`,
  quarantineChanges: () => "/_synapse/admin/v1/media/quarantine_changes",
  deleteByRule: () => "/_synapse/admin/v1/media/delete",
  legacyDeleteByRule: (serverName: string) => serverPath`/_synapse/admin/v1/media/${serverName}/delete`,
  statistics: () => "/_synapse/admin/v1/statistics/users/media",
  users: () => "/_synapse/admin/v2/users",
  user: (userId: string) => serverPath`/_synapse/admin/v2/users/${userId}`,
  rooms: () => "/_synapse/admin/v1/rooms",
  room: (roomId: string) => serverPath`/_synapse/admin/v1/rooms/${roomId}`,
  roomMedia: (roomId: string) => serverPath`/_synapse/admin/v1/room/${roomId}/media`,
  purgeRemoteMedia: () => "/_synapse/admin/v1/purge_media_cache",
  serverVersion: () => "/_synapse/admin/v1/server_version",
};
