/** One request to a homeserver; `path` holds no query. */
export interface ServerCall {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly accessToken?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: { readonly content: Uint8Array; readonly type: string };
}

/** An answer of a homeserver other than 2xx; the message holds the request, the status and the body. */
export class ServerCallError extends Error {
  override readonly name = "ServerCallError";
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/**
 * Sends one request and returns the decoded JSON of its answer, unchecked. Apart from `src/api`, so that specs do not
 * prepare a server with the code they test. Throws `ServerCallError`, or `TypeError` if the server cannot be reached.
 */
export async function callServer(baseUrl: string, call: ServerCall): Promise<unknown> {
  const url = new URL(call.path, baseUrl);
  url.search = new URLSearchParams(call.query).toString();
  const headers = new Headers();
  if (call.accessToken !== undefined) headers.set("Authorization", `Bearer ${call.accessToken}`);
  if (call.bytes !== undefined) headers.set("Content-Type", call.bytes.type);
  const body = call.bytes === undefined ? jsonBody(call.json) : new Uint8Array(call.bytes.content);
  const response = await fetch(url, { method: call.method, headers, body });
  const answer = await response.text();
  if (!response.ok) {
    throw new ServerCallError(`${call.method} ${url.pathname} answered ${response.status}: ${answer}`, response.status);
  }
  return JSON.parse(answer);
}

/** A path whose inserted parts are percent-encoded, as room IDs and MXIDs need. */
export function serverPath(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: parts }, ...values.map(encodeURIComponent));
}

function jsonBody(json: unknown): string | null {
  return json === undefined ? null : JSON.stringify(json);
}
