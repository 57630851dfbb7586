import { expect, test } from "vitest";
import { FakeSynapse, refusal } from "./fake-synapse";
import type { FakeOptions, FakeRequest } from "./fake-synapse";
import { readEveryRoom } from "./list-rooms";
import type { RoomProgress, RoomsRequest } from "./list-rooms";

const ids = Array.from({ length: 2500 }, (_, index) => `!room${String(index)}`);

/** A page of the rooms. */
function answer({ search }: FakeRequest): Response {
  const from = Number(search.get("from"));
  const end = from + Number(search.get("limit"));
  const rooms = ids.slice(from, end).map((room_id) => ({ room_id, name: null }));
  return Response.json({ rooms, total_rooms: ids.length, ...(end < ids.length ? { next_batch: end } : {}) });
}

async function readAll(change: Partial<RoomsRequest<string>>, fault: NonNullable<FakeOptions["fault"]> = answer) {
  const synapse = new FakeSynapse({ rows: [], fault });
  const found: string[] = [];
  const read = async ({ roomId }: { readonly roomId: string }) => Promise.resolve(roomId);
  for await (const room of readEveryRoom(synapse.deps, { inFlight: 3, read, ...change })) found.push(room);
  return { synapse, found };
}

test("something is read of every room, whatever page it is on, and a page that did not come is asked for again", async () => {
  const seen: RoomProgress[] = [];
  const onProgress = (progress: RoomProgress) => seen.push(progress);
  const fault = (request: FakeRequest) => (request.nth === 2 ? refusal(500, "M_UNKNOWN") : answer(request));
  const { found, synapse } = await readAll({ onProgress }, fault);
  expect(new Set(found)).toEqual(new Set(ids));
  expect(found).toHaveLength(ids.length);
  expect(seen.at(-1)).toEqual({ roomsRead: 2500, roomsTotal: 2500 });
  expect(synapse.clock.waits).toEqual([500]);
});

test("a room that could not be read is asked again", async () => {
  let asked = 0;
  const read = async ({ roomId }: { readonly roomId: string }) => {
    asked += 1;
    return asked === 1 ? Promise.reject(new Error("no")) : Promise.resolve(roomId);
  };
  const { found, synapse } = await readAll({ read });
  expect(found).toHaveLength(ids.length);
  expect(synapse.clock.waits).toEqual([500]);
});

test("a stop ends the reading, be it of the rooms or of what is in them", async () => {
  const whileListing = new AbortController();
  const stopThere = () => {
    whileListing.abort();
    return refusal(500, "M_UNKNOWN");
  };
  await expect(readAll({ signal: whileListing.signal }, stopThere)).rejects.toMatchObject({ name: "AbortError" });
  const whileReading = new AbortController();
  const read = async () => {
    whileReading.abort();
    return Promise.reject(new Error("no"));
  };
  await expect(readAll({ read, signal: whileReading.signal })).rejects.toMatchObject({ name: "AbortError" });
});
