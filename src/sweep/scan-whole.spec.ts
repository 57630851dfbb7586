import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyRows } from "./arbitrary";
import { FakeSynapse, refusal } from "./fake-synapse";
import type { FakeRow } from "./fake-synapse";
import { Inventory, rowFlags } from "./inventory";
import { scan } from "./scan";
import type { ScanEvent } from "./scan";

const row = (media_id: string, user_id: string): FakeRow => ({
  media_id,
  user_id,
  created_ts: 1_700_000_000_000,
  media_length: 10,
  safe_from_quarantine: false,
});

async function scanWhole(synapse: FakeSynapse, inventory: Inventory, userIds: readonly string[]) {
  const events: ScanEvent[] = [];
  const isWanted = (userId: string) => userIds.includes(userId);
  for await (const event of scan(synapse.deps, { rule: null, inventory, isWanted })) events.push(event);
  return events;
}

const idsIn = (inventory: Inventory): readonly string[] =>
  Array.from({ length: inventory.rows }, (_, at) => at)
    .filter((at) => ((inventory.flags.values[at] ?? 0) & rowFlags.isSuperseded) === 0)
    .map((at) => inventory.fileAt(at).mediaId);

const listsRead = (synapse: FakeSynapse): number => synapse.requestsTo("GET", /v1\/users\/.*\/media$/).length;

test("without a rule it finds everything that the chosen users have, whatever its date and size, and nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyRows,
      fc.subarray(["@ann:fake", "@bob:fake", "@Ünï/%:fake"]),
      fc.record({ nullsFirst: fc.boolean(), pageSize: fc.integer({ min: 2, max: 7 }) }),
      async (rows, userIds, server) => {
        const inventory = new Inventory();
        await scanWhole(new FakeSynapse({ rows, ...server }), inventory, userIds);
        const wanted = rows.filter(({ user_id }) => userIds.includes(user_id)).map(({ media_id }) => media_id);
        expect(idsIn(inventory).toSorted()).toEqual(wanted.toSorted());
      },
    ),
  );
});

test("oldest first, in large pages", async () => {
  const synapse = new FakeSynapse({ rows: [row("a", "@ann:fake")] });
  await scanWhole(synapse, new Inventory(), ["@ann:fake"]);
  const [request] = synapse.requestsTo("GET", /%40ann/);
  expect(Object.fromEntries(request?.search ?? [])).toMatchObject({ order_by: "created_ts", dir: "f", limit: "10000" });
});

test("who could not be read is named, and alone read the next time", async () => {
  let isRefusing = true;
  const synapse = new FakeSynapse({
    rows: [row("a", "@ann:fake"), row("b", "@bob:fake")],
    fault: ({ path }) => (isRefusing && path.includes("%40bob") ? refusal(403, "M_FORBIDDEN") : null),
  });
  const inventory = new Inventory();
  const both = ["@ann:fake", "@bob:fake"];
  const first = await scanWhole(synapse, inventory, both);
  expect(first).toContainEqual(
    expect.objectContaining({ kind: "unread", owner: expect.objectContaining({ files: 1 }) }),
  );
  expect(idsIn(inventory)).toEqual(["a"]);
  isRefusing = false;
  const before = listsRead(synapse);
  const second = await scanWhole(synapse, inventory, both);
  expect(second.map(({ kind }) => kind)).toEqual(["owners", "read", "read"]);
  expect(listsRead(synapse) - before).toBe(1);
  expect(idsIn(inventory)).toEqual(["a", "b"]);
});

test("what a rule left of a list is read all the same", async () => {
  const rows = [row("a", "@ann:fake"), { ...row("empty", "@ann:fake"), media_length: 0 }];
  const synapse = new FakeSynapse({ rows, pageSize: 2 });
  const inventory = new Inventory();
  inventory.cover("@ann:fake", { kind: "larger", thanBytes: 5 });
  await scanWhole(synapse, inventory, ["@ann:fake"]);
  expect(idsIn(inventory)).toEqual(["a", "empty"]);
});
