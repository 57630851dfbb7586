import * as v from "valibot";
import { DecodeError, HttpError, SessionEndedError, UnreachableError, isAbort } from "./errors";
import type { Refusal } from "./errors";

/** Query parameters of a call; undefined ones are left out. */
export type Search = Readonly<Record<string, string | number | boolean | undefined>>;

interface Call<T> {
  /** Made by `adminPath` or `clientPath`, which encode every value. */
  readonly path: string;
  readonly search?: Search;
  readonly decode: (json: unknown) => T;
}

/** A call that changes nothing: may be aborted, and is given up after the read timeout. */
export interface ReadCall<T> extends Call<T> {
  readonly signal?: AbortSignal | undefined;
  /** Sends no token: for what Synapse answers to anybody. */
  readonly anonymous?: boolean;
}

/**
 * A call that changes something. It has no timeout: Synapse carries a deletion to its end whether or not anybody still
 * listens, so giving up only loses its answer. The signal is for whoever has counted that answer as lost already.
 */
export interface WriteCall<T> extends Call<T> {
  readonly signal?: AbortSignal | undefined;
}

/**
 * A call for the content of a file. It has no timeout: how long a file takes depends on its size and on the line, so
 * whoever asked for it gives up by the signal.
 */
export interface ContentCall extends Omit<ReadCall<never>, "decode"> {}

/** The content of a file, and what the server says it is. */
export interface Content {
  readonly blob: Blob;
  /** The media type in small letters, without parameters; empty where the server named none. */
  readonly type: string;
}

/** One homeserver as one account sees it. */
export interface Client {
  /** Base URL without a trailing slash. */
  readonly homeserver: string;
  /** Whose view this is; the first part of every cache key, so that two accounts or homeservers never mix. */
  readonly scope: string;
  get<T>(call: ReadCall<T>): Promise<T>;
  /** GET of what is no JSON. For `content.ts` alone: fetching a file counts as use. */
  content(call: ContentCall): Promise<Content>;
  post<T>(call: WriteCall<T>): Promise<T>;
  delete<T>(call: WriteCall<T>): Promise<T>;
}

export interface ClientOptions {
  readonly homeserver: string;
  readonly scope: string;
  /** Asked before each request, so that a new token takes effect in the middle of a run. */
  readonly token: () => string;
  readonly fetch?: typeof fetch;
  /** How long a read may take, in ms. */
  readonly readTimeoutMs?: number;
}

/** Long enough for a page of 10,000 rows on a slow disk; a proxy usually gives up after 60 s as well. */
const READ_TIMEOUT_MS = 60_000;

/** Encodes one path segment. Throws RangeError for "." and "..", which a browser resolves even when encoded. */
function encodeSegment(value: string): string {
  if (value === "." || value === "..") throw new RangeError(`"${value}" cannot be part of an address`);
  return encodeURIComponent(value);
}

const pathTag =
  (prefix: string) =>
  (parts: TemplateStringsArray, ...values: readonly string[]): string =>
    prefix + parts.map((part, index) => part + encodeSegment(values[index] ?? "")).join("");

/** Path under Synapse's admin API; every interpolated value is percent-encoded, as MXIDs are full of `@`, `:` and `/`. */
export const adminPath = pathTag("/_synapse/admin/");
/** Path under the Client-Server API, encoded in the same way. */
export const clientPath = pathTag("/_matrix/client/");
/** Path under the content repository as it was before it asked for a token, encoded in the same way. */
export const legacyMediaPath = pathTag("/_matrix/media/");

/** A decoder from a schema. Throws DecodeError that names the place of the first problem. */
export const decodeWith =
  <T>(schema: v.GenericSchema<unknown, T>) =>
  (json: unknown): T => {
    const result = v.safeParse(schema, json, { abortEarly: true });
    if (result.success) return result.output;
    const [issue] = result.issues;
    throw new DecodeError(v.getDotPath(issue) ?? "", issue.message);
  };

/**
 * A client for one homeserver and one token. Never retries and never waits; throws UnreachableError, HttpError,
 * SessionEndedError or DecodeError, or the AbortError of the caller's own signal.
 */
export function createClient(options: ClientOptions): Client {
  const { homeserver, scope, token } = options;
  const send = options.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args));
  const readTimeoutMs = options.readTimeoutMs ?? READ_TIMEOUT_MS;

  async function request<T>(call: Sent, read: Reader<T>, limit: Limit | null): Promise<T> {
    const url = addressOf(homeserver, call);
    try {
      const response = await send(url, {
        method: call.method,
        headers: call.anonymous === true ? {} : { Authorization: `Bearer ${token()}` },
        signal: limit?.signal ?? call.signal ?? null,
        cache: "no-store",
        credentials: "omit",
        referrerPolicy: "no-referrer",
      });
      if (!response.ok) throw refusedWith(url, response.status, await jsonOf(response));
      return await read(response);
    } catch (error) {
      if (limit?.isOver() === true) throw new UnreachableError("timeout", url, { cause: error });
      if (isAnswer(error) || isAbort(error)) throw error;
      throw new UnreachableError(await hearAnything(send, homeserver), url, { cause: error });
    } finally {
      limit?.end();
    }
  }

  return {
    homeserver,
    scope,
    get: (call) => request({ ...call, method: "GET" }, decoded(call), limitTo(readTimeoutMs, call.signal)),
    content: (call) => request({ ...call, method: "GET" }, readContent, null),
    post: (call) => request({ ...call, method: "POST" }, decoded(call), null),
    delete: (call) => request({ ...call, method: "DELETE" }, decoded(call), null),
  };
}

/** A call as it is sent, whatever is made of its answer. */
interface Sent extends ContentCall {
  readonly method: "GET" | "POST" | "DELETE";
}

/** Makes something of an answer with a status of 2xx. */
type Reader<T> = (response: Response) => Promise<T>;

/** When a read is given up. */
interface Limit {
  readonly signal: AbortSignal;
  /** Whether the time is up, rather than the caller having given up. */
  readonly isOver: () => boolean;
  /** Lets go of everything: a scan makes ten thousand of these a minute. */
  readonly end: () => void;
}

/** `AbortSignal.timeout` would do the same, and hold on to each request until its time is up. */
function limitTo(ms: number, signal: AbortSignal | undefined): Limit {
  const giveUp = new AbortController();
  let isOver = false;
  const abort = () => {
    giveUp.abort(signal?.reason);
  };
  const timer = setTimeout(() => {
    isOver = true;
    giveUp.abort();
  }, ms);
  if (signal?.aborted === true) abort();
  else signal?.addEventListener("abort", abort, { once: true });
  return {
    signal: giveUp.signal,
    isOver: () => isOver,
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    },
  };
}

const isAnswer = (error: unknown): boolean =>
  error instanceof HttpError || error instanceof SessionEndedError || error instanceof DecodeError;

/** The whole address of a call, its parameters in the order given. `homeserver` is a base URL without a trailing slash. */
export const addressOf = (homeserver: string, { path, search }: Pick<Call<unknown>, "path" | "search">): string =>
  homeserver + path + formatSearch(search);

function formatSearch(search: Search = {}): string {
  const present = Object.entries(search).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return present.length === 0 ? "" : `?${present.join("&")}`;
}

const decoded =
  <T>({ decode }: Call<T>): Reader<T> =>
  async (response) => {
    const json = await jsonOf(response);
    if (json === undefined) throw new DecodeError("", "The answer is no JSON");
    return decode(json);
  };

async function readContent(response: Response): Promise<Content> {
  const [type = ""] = (response.headers.get("Content-Type") ?? "").split(";");
  return { blob: await response.blob(), type: type.trim().toLowerCase() };
}

function refusedWith(url: string, status: number, json: unknown): HttpError | SessionEndedError {
  const refusal = refusalOf(status, json);
  return status === 401 && refusal.errcode !== null ? new SessionEndedError(refusal) : new HttpError(url, refusal);
}

/** Undefined where the answer came and is no JSON. */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const matrixError = v.object({
  errcode: v.string(),
  error: v.optional(v.string()),
  retry_after_ms: v.optional(v.number()),
});

function refusalOf(status: number, json: unknown): Refusal {
  const parsed = v.safeParse(matrixError, json);
  if (!parsed.success) return { status, errcode: null, words: null, retryAfterMs: null };
  const { errcode, error, retry_after_ms } = parsed.output;
  return { status, errcode, words: error ?? null, retryAfterMs: retry_after_ms ?? null };
}

/**
 * Tells "nothing answers" from "something answers and hides it": a request in `no-cors` mode resolves, unreadable,
 * for whatever answers at all.
 */
async function hearAnything(send: typeof fetch, homeserver: string): Promise<"hidden" | "nothing-answers"> {
  try {
    await send(`${homeserver}/_matrix/client/versions`, {
      mode: "no-cors",
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(5000),
    });
    return "hidden";
  } catch {
    return "nothing-answers";
  }
}
