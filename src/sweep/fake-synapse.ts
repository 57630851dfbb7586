import { createClient } from "../api/http";
import type { MediaInfo } from "../api/media-page";
import { FakeClock } from "./fake-clock";
import type { RunDeps } from "./run-deps";

/** One row of the fake's media table. */
export interface FakeRow extends MediaInfo {
  readonly user_id: string;
}

export interface FakeOptions {
  readonly rows: readonly FakeRow[];
  /** Where NULL stands in ascending order: first on SQLite, last on PostgreSQL. */
  readonly nullsFirst?: boolean;
  /** Media IDs that the rule keeps though no list says why: avatars worn once. */
  readonly worn?: ReadonlySet<string>;
  /** Media IDs whose file cannot be removed. */
  readonly stuck?: ReadonlySet<string>;
  readonly pageSize?: number;
  /**
   * May answer in place of the fake, or change its table; null lets it answer. `carryOut` does what was asked, so that
   * an answer can be lost afterwards. Throwing is a dropped connection, "hang" is no answer until it is given up.
   */
  readonly fault?: (request: FakeRequest, synapse: FakeSynapse) => Response | "hang" | null;
  /** How long a request takes, in ms; no time at all unless given. */
  readonly tookMs?: (request: FakeRequest) => number;
}

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly search: URLSearchParams;
  /** 1 for the first request of this method and path. */
  readonly nth: number;
}

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });

/** An error in Synapse's form. */
export const refusal = (status: number, errcode: string, more: object = {}): Response =>
  json({ errcode, error: errcode, ...more }, status);

/**
 * The few calls that scans and runs are made of, over one table in memory: enough to prove properties of this folder
 * in milliseconds. What the real server does is the matter of the contract and differential specs.
 */
export class FakeSynapse {
  rows: FakeRow[];
  readonly requests: FakeRequest[] = [];
  readonly clock = new FakeClock();
  /** Whether the device has a network; without one it is back as soon as somebody waits for it. */
  isOnline = true;
  readonly deps: RunDeps;
  readonly #options: FakeOptions;

  constructor(options: FakeOptions) {
    this.#options = options;
    this.rows = [...options.rows];
    this.deps = {
      client: createClient({ homeserver: "http://fake", scope: "fake", token: () => "token", fetch: this.#fetch }),
      serverName: "fake",
      ...(options.pageSize === undefined ? {} : { pageSize: options.pageSize }),
      patience: {
        wait: this.clock.wait,
        untilRenewed: async () => undefined,
        isOnline: () => this.isOnline,
        untilOnline: async () => {
          this.isOnline = true;
        },
        nowMs: () => this.clock.nowMs,
      },
    };
  }

  requestsTo(method: string, path: RegExp): readonly FakeRequest[] {
    return this.requests.filter((request) => request.method === method && path.test(request.path));
  }

  readonly #fetch: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = init?.method ?? "GET";
    const nth = this.requestsTo(method, /./).filter(({ path }) => path === url.pathname).length + 1;
    const request = { method, path: url.pathname, search: url.searchParams, nth };
    this.requests.push(request);
    const answer = this.#options.fault?.(request, this) ?? this.carryOut(request);
    const tookMs = answer === "hang" ? Infinity : (this.#options.tookMs?.(request) ?? 0);
    if (tookMs > 0) await this.clock.wait(tookMs, init?.signal ?? undefined);
    if (answer === "hang") throw new TypeError("Forever is over");
    return answer;
  };

  carryOut({ method, path, search }: FakeRequest): Response {
    if (path.endsWith("/server_version")) return json({ server_version: "1.163.2" });
    const owner = /\/v1\/users\/([^/]+)\/media$/.exec(path)?.[1];
    if (path.endsWith("/statistics/users/media")) return this.#statistics(search);
    if (owner !== undefined && method === "GET") return this.#list(decodeURIComponent(owner), search);
    if (owner !== undefined) return this.#deletePage(decodeURIComponent(owner), search);
    if (method === "POST") return this.#rule(search);
    const id = decodeURIComponent(path.split("/").at(-1) ?? "");
    if (!this.rows.some((row) => row.media_id === id)) return refusal(404, "M_NOT_FOUND");
    return this.#remove([id]);
  }

  #statistics(search: URLSearchParams): Response {
    const until = Number(search.get("until_ts") ?? Infinity);
    const owners = new Map<string, { media_count: number; media_length: number }>();
    for (const row of this.rows.filter(({ created_ts }) => created_ts <= until)) {
      const { media_count, media_length } = owners.get(row.user_id) ?? { media_count: 0, media_length: 0 };
      owners.set(row.user_id, { media_count: media_count + 1, media_length: media_length + (row.media_length ?? 0) });
    }
    const all = [...owners]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([user_id, { media_count, media_length }]) => ({ user_id, media_count, media_length }));
    return page(all, search, "users");
  }

  #sorted(owner: string, search: URLSearchParams): readonly FakeRow[] {
    const key = search.get("order_by") === "media_length" ? "media_length" : "created_ts";
    const sign = search.get("dir") === "b" ? -1 : 1;
    const nullValue = this.#options.nullsFirst === true ? -Infinity : Infinity;
    const value = (row: FakeRow) => row[key] ?? nullValue;
    return this.rows
      .filter((row) => row.user_id === owner)
      .sort((a, b) => Math.sign(value(a) - value(b) || 0) * sign || (a.media_id < b.media_id ? -1 : 1));
  }

  #list(owner: string, search: URLSearchParams): Response {
    return page(this.#sorted(owner, search), search, "media");
  }

  #deletePage(owner: string, search: URLSearchParams): Response {
    const { from, limit } = range(search);
    return this.#remove(
      this.#sorted(owner, search)
        .slice(from, from + limit)
        .map((row) => row.media_id),
    );
  }

  #rule(search: URLSearchParams): Response {
    const before = Number(search.get("before_ts"));
    const larger = Number(search.get("size_gt"));
    const selected = this.rows.filter(
      (row) =>
        (row.last_access_ts ?? row.created_ts) < before &&
        (row.media_length ?? 0) > larger &&
        row.quarantined_by == null &&
        row.safe_from_quarantine !== true &&
        !(search.get("keep_profiles") === "true" && this.#options.worn?.has(row.media_id) === true),
    );
    return this.#remove(selected.map((row) => row.media_id));
  }

  #remove(ids: readonly string[]): Response {
    const gone = new Set(ids.filter((id) => this.#options.stuck?.has(id) !== true));
    this.rows = this.rows.filter((row) => !gone.has(row.media_id));
    return json({ deleted_media: [...gone], total: gone.size });
  }
}

const range = (search: URLSearchParams) => ({ from: Number(search.get("from")), limit: Number(search.get("limit")) });

function page(all: readonly object[], search: URLSearchParams, key: string): Response {
  const { from, limit } = range(search);
  const rows = all.slice(from, from + limit);
  const next = from + rows.length;
  return json({ [key]: rows, total: all.length, ...(next < all.length ? { next_token: next } : {}) });
}
