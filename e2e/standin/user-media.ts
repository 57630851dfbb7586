import { json } from "./answer";
import { deleteFiles } from "./deletion";
import { localAccount } from "./local-user";
import { type MediaRecord, mediaOrders } from "./media-table";
import { type Call, type Route, route } from "./route";
import { vanishFiles } from "./sentinels";
import { type Server, has } from "./server-state";

const path = "/_synapse/admin/v1/users/{userId}/media";

interface Page {
  readonly rows: readonly MediaRecord[];
  readonly total: number;
  readonly from: number;
  readonly limit: number;
}

/**
 * The page that both the list and the deletion of a user's media speak of. Without `order_by` and `dir` the newest
 * come first; either of them alone gives the other its own default, which is the oldest first.
 */
function pageOf({ server, params, segment }: Call<"userId">): Page {
  const userId = segment("userId");
  localAccount(server, userId, "Unknown user");
  const from = params.integer("from") ?? 0;
  const limit = params.integer("limit") ?? 100;
  const isDefault = !params.has("order_by") && !params.has("dir");
  const order = params.choice("order_by", mediaOrders) ?? "created_ts";
  const direction = params.direction() ?? (isDefault ? "b" : "f");
  const sorted = server.store.media.sortedRowsOf(userId, order, direction);
  return { rows: sorted.slice(from, from + limit), total: sorted.length, from, limit };
}

/** Synapse's admin API documentation, "List media uploaded by a user" and "Delete media uploaded by a user". */
export const userMediaRoutes: readonly Route[] = [
  route({
    method: "GET",
    path,
    access: "admin",
    run(call) {
      const { rows, total, from, limit } = pageOf(call);
      // With a limit of 0 this points at itself, for ever.
      const next = from + limit < total ? { next_token: from + rows.length } : {};
      return json({ media: listed(rows, call.server), total, ...next });
    },
  }),
  route({
    method: "DELETE",
    path,
    access: "admin",
    since: [1, 41],
    run(call) {
      vanishFiles(call.server);
      const { rows } = pageOf(call);
      const ids = rows.map(({ media_id }) => media_id);
      return deleteFiles(call, ids);
    },
  }),
];

/** Rows with the keys that this version sends; from 1.128 on, rows are kept exactly as they are sent. */
function listed(rows: readonly MediaRecord[], server: Server): readonly Partial<Wire>[] {
  if (has(server, [1, 128])) return rows;
  return rows.map((row) => listedBefore(row, server));
}

type Wire = Omit<MediaRecord, "safe_from_quarantine"> & { readonly safe_from_quarantine: boolean | number };

/** The eight columns of 1.23, and what had come by then; until 1.98 the flag was the database's own, 0 or 1 on SQLite. */
function listedBefore({ url_cache, user_id, authenticated, ...row }: MediaRecord, server: Server): Partial<Wire> {
  const hasOwner = has(server, [1, 98]);
  const { media_id, media_type, media_length, upload_name, created_ts, last_access_ts, quarantined_by } = row;
  return {
    media_id,
    media_type,
    media_length,
    upload_name,
    created_ts,
    ...(hasOwner ? { url_cache } : {}),
    last_access_ts,
    quarantined_by,
    safe_from_quarantine: hasOwner ? row.safe_from_quarantine : server.store.rawFlag(row.safe_from_quarantine),
    ...(hasOwner ? { user_id } : {}),
    ...(has(server, [1, 112]) ? { authenticated } : {}),
  };
}
