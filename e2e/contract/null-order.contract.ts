import * as v from "valibot";

import { mediaRow, uniqueWord } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import type { DatabaseKind } from "../target/database";
import type { Homeserver } from "../target/homeserver";
import { startStandin } from "../target/standin";
import { adminPaths, ask } from "./ask";

type Place = "first" | "last" | "nowhere" | "scattered";

function placeOfNulls(values: readonly unknown[]): Place {
  const nulls = values.filter((value) => value === null).length;
  if (nulls === 0) return "nowhere";
  if (values.slice(0, nulls).every((value) => value === null)) return "first";
  return values.slice(-nulls).every((value) => value === null) ? "last" : "scattered";
}

/** The values that an order sorts by, as they come. */
type Values = (order: string, dir: "f" | "b") => Promise<readonly unknown[]>;

/** Where NULLs stand, ascending and descending, in each of the orders. */
async function placesIn(orders: readonly string[], valuesBy: Values) {
  const places: Record<string, readonly Place[]> = {};
  for (const order of orders) {
    places[order] = [placeOfNulls(await valuesBy(order, "f")), placeOfNulls(await valuesBy(order, "b"))];
  }
  return places;
}

const rows = v.array(v.record(v.string(), v.unknown()));

/** Where NULLs stand in the list of somebody's media: some rows have a value in each column, some have none. */
async function placesInMedia(homeserver: Homeserver) {
  const { userId: user_id } = await homeserver.createUser(`nulls-${uniqueWord()}`);
  const none = { media_type: null, media_length: null, upload_name: null, last_access_ts: null, quarantined_by: null };
  const some = { last_access_ts: 1_700_000_000_000, quarantined_by: "system" };
  await homeserver.insertMedia([some, none, some, none, none].map((columns) => mediaRow({ user_id, ...columns })));
  const nullable = Object.keys(none);
  return placesIn([...nullable, "media_id", "created_ts", "safe_from_quarantine"], async (order_by, dir) => {
    const { json } = await ask(homeserver, adminPaths.userMedia(user_id), { search: { order_by, dir } });
    return v.parse(v.object({ media: rows }), json).media.map((row) => row[order_by]);
  });
}

/** Where they stand in the statistics: an owner without an account has no name, one of reservations only no size. */
async function placesInStatistics(homeserver: Homeserver) {
  const { userId } = await homeserver.createUser(`files-${uniqueWord()}`);
  const { userId: reserving } = await homeserver.createUser(`reservations-${uniqueWord()}`);
  const nobody = `@never-registered:${homeserver.serverName}`;
  await homeserver.insertMedia([
    mediaRow({ user_id: userId }),
    mediaRow({ user_id: nobody }),
    mediaRow({ user_id: reserving, media_length: null, media_type: null }),
  ]);
  return placesIn(["displayname", "media_length", "media_count", "user_id"], async (order_by, dir) => {
    const { json } = await ask(homeserver, adminPaths.statistics(), { search: { order_by, dir } });
    return v.parse(v.object({ users: rows }), json).users.map((user) => user[order_by]);
  });
}

/** Neither list says where NULLs go, so the database does, and turns them round with the direction. */
const places = { sqlite: ["first", "last"], postgresql: ["last", "first"] } as const;

async function expectNullsOf(database: DatabaseKind, homeserver: Homeserver): Promise<void> {
  const [there, nowhere] = [places[database], ["nowhere", "nowhere"]];
  expect(await placesInMedia(homeserver), "media").toEqual({
    last_access_ts: there,
    media_length: there,
    media_type: there,
    quarantined_by: there,
    upload_name: there,
    created_ts: nowhere,
    media_id: nowhere,
    safe_from_quarantine: nowhere,
  });
  await homeserver.clearMedia();
  expect(await placesInStatistics(homeserver), "statistics").toEqual({
    displayname: there,
    media_length: there,
    media_count: nowhere,
    user_id: nowhere,
  });
}

test("NULLs stand where this database puts them, in every order and both directions", async ({ homeserver }) => {
  test.skip(homeserver.database === null, "The database of this server is unknown.");
  await expectNullsOf(homeserver.database ?? "sqlite", homeserver);
});

for (const [nullOrder, database] of [
  ["sqlite", "sqlite"],
  ["postgres", "postgresql"],
] as const) {
  test(`the stand-in can put them as ${database} does`, { tag: "@standin-only" }, async () => {
    const standin = await startStandin({ nullOrder });
    try {
      await expectNullsOf(database, standin);
    } finally {
      await standin.stop();
    }
  });
}
