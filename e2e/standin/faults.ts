import type { Random } from "./random";

/** What a proxy's own error page may say. */
export type ProxyStatus = 403 | 404 | 413 | 429 | 500 | 502 | 503 | 504;

/** How an answer is lost: a proxy's 504 page without CORS headers, or a cut connection. */
export type Loss = "504" | "drop";

/** Everything that can go wrong with one request. */
export type Fault =
  /** 401: the token is not known (any more), or has expired where a refresh would help. */
  | { readonly kind: "unknown-token" }
  | { readonly kind: "expired-token" }
  /** 403 in Synapse's words. */
  | { readonly kind: "forbidden" }
  /** 404 `M_UNRECOGNIZED`: too old, or not routed to this worker. */
  | { readonly kind: "unrecognized" }
  /** 429 in Matrix's words, with the time to wait in ms. */
  | { readonly kind: "limited"; readonly retryAfterMs: number }
  /** 500 in Synapse's words. */
  | { readonly kind: "internal-error" }
  /** A page in HTML by a proxy that did not pass the request on. */
  | { readonly kind: "proxy-page"; readonly status: ProxyStatus; readonly cors: boolean }
  /** The request is carried out to its end, and then its answer is lost. */
  | { readonly kind: "after"; readonly loss: Loss }
  /** The answer is lost at once while the request goes on; a deletion at so many files a second. */
  | { readonly kind: "while"; readonly loss: Loss; readonly filesPerSecond: number }
  /** The connection is cut before anything is done. */
  | { readonly kind: "drop" }
  /** The request is carried out and its answer cut off in the middle. */
  | { readonly kind: "cut" }
  /** The request is carried out and answered with the first half of its JSON, as if that were all. */
  | { readonly kind: "malformed" }
  /** Nothing is done and no answer comes, until the stand-in is reset or closed. */
  | { readonly kind: "hang" }
  /** Carried out, so many ms later. */
  | { readonly kind: "slow"; readonly ms: number }
  /** 200 with a page in HTML, as a web server answers that serves the app for every path. */
  | { readonly kind: "not-json" }
  /** 200 with JSON of another shape, `{}` unless given. */
  | { readonly kind: "wrong-shape"; readonly body?: unknown }
  /** The right answer without its CORS headers. */
  | { readonly kind: "no-cors" };

export interface ArmedFault {
  /** Matches every method but OPTIONS where absent. */
  readonly method?: string;
  /** Tested against path and search, once as sent and once decoded. */
  readonly path: RegExp;
  readonly fault: Fault;
  /** How many requests it hits, 1 unless given; Infinity for all. */
  readonly times?: number;
}

export interface Armed {
  /** How many requests it has hit so far. */
  readonly hits: () => number;
  readonly disarm: () => void;
}

/** Faults that a spec orders up; the one armed first hits first. */
export interface Faults {
  arm(order: ArmedFault): Armed;
  /** Disarms all of them. */
  clear(): void;
}

interface Loaded {
  readonly order: ArmedFault;
  left: number;
  hits: number;
}

/** The armed faults of one stand-in, and how to take the next one for a request. */
export class FaultQueue implements Faults {
  #loaded: Loaded[] = [];

  arm(order: ArmedFault): Armed {
    const loaded: Loaded = { order, left: order.times ?? 1, hits: 0 };
    this.#loaded.push(loaded);
    return { hits: () => loaded.hits, disarm: () => (loaded.left = 0) };
  }

  clear(): void {
    for (const loaded of this.#loaded) loaded.left = 0;
    this.#loaded = [];
  }

  /** The fault that hits this request, used up by one; null where none does. */
  take(method: string, { pathname, search }: URL): Fault | null {
    const sent = pathname + search;
    const hit = this.#loaded.find(({ order, left }) => left > 0 && isMeant(order, method, sent));
    if (hit === undefined) return null;
    hit.left -= 1;
    hit.hits += 1;
    return hit.order.fault;
  }
}

function isMeant({ method: wanted, path }: ArmedFault, method: string, sent: string): boolean {
  if (wanted === undefined ? method === "OPTIONS" : method !== wanted) return false;
  // A pattern with the flag g remembers where it last matched.
  const pattern = new RegExp(path.source, path.flags.replace(/[gy]/g, ""));
  return pattern.test(sent) || pattern.test(decodedOrSame(sent));
}

function decodedOrSame(sent: string): string {
  try {
    return decodeURIComponent(sent);
  } catch {
    return sent;
  }
}

const chaosFaults: readonly [Fault, ...Fault[]] = [
  { kind: "internal-error" },
  { kind: "limited", retryAfterMs: 900 },
  { kind: "proxy-page", status: 502, cors: false },
  { kind: "proxy-page", status: 504, cors: true },
  { kind: "after", loss: "504" },
  { kind: "while", loss: "504", filesPerSecond: 200 },
  { kind: "drop" },
  { kind: "cut" },
  { kind: "slow", ms: 2500 },
];

/** The chaos switch: any fault, for that share of the requests (0 to 1). Preflights are spared, or nothing would be seen but CORS errors. */
export const chaosFault = (random: Random, rate: number, method: string): Fault | null =>
  rate > 0 && method !== "OPTIONS" && random.chance(rate) ? random.pick(chaosFaults) : null;
