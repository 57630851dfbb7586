import type { UserMediaStatistics } from "../../src/api/statistics";
import { invalidParam, json } from "./answer";
import { totalsOf } from "./media-table";
import { type SortValue, comparator, like } from "./order";
import type { Params } from "./params";
import { type Route, route } from "./route";
import type { Server } from "./server-state";

const orders = ["media_length", "media_count", "user_id", "displayname"] as const;

interface Filter {
  /** Bounds of `created_ts`, both included, in ms since 1970; 0 and null bound nothing. */
  readonly fromMs: number;
  readonly untilMs: number | null;
  readonly searchTerm: string | null;
}

type Row = UserMediaStatistics & Readonly<Record<(typeof orders)[number], SortValue>>;

/**
 * Synapse's admin API documentation, "Users' media usage statistics": one row for every owner that a file names, with
 * or without an account. There is no tie-breaker; only `user_id` has no ties.
 */
export const statisticsRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/_synapse/admin/v1/statistics/users/media",
    access: "admin",
    run({ server, params }) {
      const order = params.choice("order_by", orders) ?? "user_id";
      const from = params.integer("from") ?? 0;
      const limit = params.integer("limit") ?? 100;
      const filter = filterOf(params);
      const direction = params.direction() ?? "f";
      const rows = rowsOf(server, filter);
      rows.sort(comparator<Row>({ key: (row) => row[order], direction, nulls: server.nulls }));
      const users = rows.slice(from, from + limit);
      const next = from + limit < rows.length ? { next_token: from + users.length } : {};
      return json({ users, total: rows.length, ...next });
    },
  }),
];

function filterOf(params: Params): Filter {
  const fromMs = params.integer("from_ts") ?? 0;
  const untilMs = params.integer("until_ts");
  if (untilMs !== null && untilMs <= fromMs) {
    throw invalidParam("Query parameter until_ts must be greater than from_ts.");
  }
  const searchTerm = params.text("search_term");
  if (searchTerm === "") throw invalidParam("Query parameter search_term cannot be an empty string.");
  return { fromMs, untilMs, searchTerm };
}

function rowsOf(server: Server, filter: Filter): Row[] {
  const { media, profiles } = server.store;
  const isWanted = searchOf(server, filter.searchTerm);
  const rows: Row[] = [];
  for (const owner of media.owners()) {
    const displayname = (owner === null ? undefined : profiles.get(owner))?.displayname ?? null;
    if (!isWanted(owner, displayname)) continue;
    const { files, bytes } = totalsWithin(server, owner, filter);
    // COUNT(user_id) does not count rows without an owner.
    const media_count = owner === null ? 0 : files;
    if (files > 0) rows.push({ user_id: owner, displayname, media_count, media_length: bytes });
  }
  return rows;
}

function totalsWithin({ store: { media } }: Server, owner: string | null, { fromMs, untilMs }: Filter) {
  if (fromMs === 0 && untilMs === null) return media.totalsOf(owner);
  const untilOrEver = untilMs ?? Infinity;
  const within = [...media.rowsOf(owner)].filter((row) => row.created_ts >= fromMs && row.created_ts <= untilOrEver);
  return totalsOf(within);
}

function searchOf({ nulls }: Server, term: string | null): (owner: string | null, name: string | null) => boolean {
  if (term === null) return () => true;
  const inUserId = like(`@%${term}%:%`, nulls);
  const inName = like(`%${term}%`, nulls);
  return (owner, name) => inUserId(owner) || inName(name);
}
