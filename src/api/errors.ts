/** How a request failed to bring any answer that this page may read. */
export type Silence =
  /** Nothing answers at that address: down, wrong name, wrong port, no network. */
  | "nothing-answers"
  /** Something answers, but without CORS headers: mostly a proxy's own error page. */
  | "hidden"
  /** No answer within the time that reads are given. */
  | "timeout";

/** No readable answer. What the server did with the request is unknown. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
  readonly silence: Silence;
  readonly url: string;

  constructor(silence: Silence, url: string, options?: ErrorOptions) {
    super(`${url}: ${silence}`, options);
    this.silence = silence;
    this.url = url;
  }
}

/** What a refusal held, as far as it was a Matrix error object. */
export interface Refusal {
  readonly status: number;
  /** For instance `M_FORBIDDEN`; null where the answer was no Matrix error, so came from a proxy. */
  readonly errcode: string | null;
  /** Synapse's own words. */
  readonly words: string | null;
  /** How long a 429 asks to wait, in ms. Only the body tells: `Retry-After` is not exposed across origins. */
  readonly retryAfterMs: number | null;
}

/** An answer with a status other than 2xx. */
export class HttpError extends Error implements Refusal {
  override readonly name = "HttpError";
  readonly status: number;
  readonly errcode: string | null;
  readonly words: string | null;
  readonly retryAfterMs: number | null;

  constructor(url: string, refusal: Refusal) {
    super(`${url}: ${String(refusal.status)} ${refusal.errcode ?? ""} ${refusal.words ?? ""}`.trimEnd());
    this.status = refusal.status;
    this.errcode = refusal.errcode;
    this.words = refusal.words;
    this.retryAfterMs = refusal.retryAfterMs;
  }
}

/** A 401: the token is unknown, expired or its account locked. Everything else can go on once there is a new one. */
export class SessionEndedError extends Error {
  override readonly name = "SessionEndedError";
  readonly errcode: string | null;
  readonly words: string | null;

  constructor(refusal: Refusal) {
    super(refusal.words ?? "401");
    this.errcode = refusal.errcode;
    this.words = refusal.words;
  }
}

/** A 2xx answer that is not what this endpoint answers. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
  /** Where in the answer, for instance `media.3.created_ts`; empty for the whole of it. */
  readonly at: string;

  constructor(at: string, problem: string, options?: ErrorOptions) {
    super(problem, options);
    this.at = at;
  }
}

/** A list kept changing while its pages were read, so what was read cannot be called whole. */
export class ListChangedError extends Error {
  override readonly name = "ListChangedError";
}

/** After a lost answer the lists never stood still, so nobody can tell what the call did in the end. */
export class UnsettledError extends Error {
  override readonly name = "UnsettledError";
}

/** True for the answer of an endpoint that does not exist there (too old, or not routed), not of a thing not found. */
export const isUnrecognized = (error: unknown): boolean =>
  error instanceof HttpError &&
  (error.errcode === "M_UNRECOGNIZED" || (error.errcode === null && (error.status === 404 || error.status === 405)));

/** True where the thing asked for does not exist. For a DELETE that is success: it is already gone. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof HttpError && error.status === 404 && error.errcode === "M_NOT_FOUND";

/** True for what an abort signal throws. */
export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";
