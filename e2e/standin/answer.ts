import { type Version, isSince } from "./version";

/** An error as Matrix words it: status, `errcode` and text, and what else belongs into the body. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  body: Readonly<Record<string, unknown>>;

  constructor(status: number, errcode: string, message: string) {
    super(message);
    this.status = status;
    this.body = { errcode, error: message };
  }

  /** The same with more in its body. */
  with(extra: Readonly<Record<string, unknown>>): this {
    this.body = { ...this.body, ...extra };
    return this;
  }
}

export const invalidParam = (message: string): Refusal => new Refusal(400, "M_INVALID_PARAM", message);
export const missingParam = (message: string): Refusal => new Refusal(400, "M_MISSING_PARAM", message);
/** Synapse's errors without a code of their own. */
export const unknownError = (status: number, message: string): Refusal => new Refusal(status, "M_UNKNOWN", message);
export const notFound = (message: string): Refusal => new Refusal(404, "M_NOT_FOUND", message);
/** What a rate limit answers; how long to wait, in ms, stands in the body. */
export const limited = (retryAfterMs: number): Refusal =>
  new Refusal(429, "M_LIMIT_EXCEEDED", "Too Many Requests").with({ retry_after_ms: retryAfterMs });
export const forbidden = (message: string): Refusal => new Refusal(403, "M_FORBIDDEN", message);
export const internalError = (): Refusal => unknownError(500, "Internal server error");

/** There is no answer: hosts cut the connection, a direct caller sees this thrown as `fetch` would throw. */
export class ConnectionDropped extends TypeError {
  override readonly name = "ConnectionDropped";
}

/** An answer in JSON. */
export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-cache, no-store, must-revalidate" },
  });

/** A refusal as an answer; a 429 tells browsers' JavaScript when to come back in the body only. */
export function refusalAnswer(refusal: Refusal, version: string): Response {
  const answer = json(refusal.body, refusal.status);
  const retryAfterMs = refusal.body["retry_after_ms"];
  if (typeof retryAfterMs === "number" && isSince(version, [1, 92])) {
    answer.headers.set("Retry-After", String(Math.ceil(retryAfterMs / 1000)));
  }
  return answer;
}

const exposed: readonly (readonly [Version, string])[] = [
  [[1, 88], "Synapse-Trace-Id, Server"],
  [[1, 80], "Synapse-Trace-Id"],
];

/** Adds the headers that Synapse sends with each answer: CORS for any origin, errors included, and its own name. */
export function addServerHeaders({ headers }: Response, version: string): void {
  headers.set("Server", `Synapse/${version}`);
  headers.set("Access-Control-Allow-Origin", "*");
  headers.set("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
  headers.set("Access-Control-Allow-Headers", "X-Requested-With, Content-Type, Authorization, Date");
  const expose = exposed.find(([since]) => isSince(version, since))?.[1];
  if (expose !== undefined) headers.set("Access-Control-Expose-Headers", expose);
}
