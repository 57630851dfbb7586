import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import { anyRows, anyRule } from "./arbitrary";
import { FakeSynapse, refusal } from "./fake-synapse";
import type { FakeOptions, FakeRequest, FakeRow } from "./fake-synapse";
import { Inventory, rowFlags } from "./inventory";
import { matchesRule } from "./rule";
import type { Rule } from "./rule";
import { scan } from "./scan";
import type { ScanEvent } from "./scan";

const rule: Rule = { beforeMs: 1_700_000_005_000, largerThanBytes: 0, keepAvatars: true };

const row = (media_id: string, change: Partial<FakeRow> = {}): FakeRow => ({
  media_id,
  user_id: "@ann:fake",
  created_ts: 1_700_000_000_000,
  media_length: 10,
  safe_from_quarantine: false,
  ...change,
});

/** The media IDs in an inventory that the rule selects. */
function idsIn(inventory: Inventory, by: Rule): readonly string[] {
  const rows = Array.from({ length: inventory.rows }, (_, index) => index);
  const live = rows.filter((at) => ((inventory.flags.values[at] ?? 0) & rowFlags.isSuperseded) === 0);
  return live.map((at) => inventory.fileAt(at)).flatMap((file) => (matchesRule(by, file) ? [file.mediaId] : []));
}

async function scanInto(synapse: FakeSynapse, inventory: Inventory, by: Rule) {
  const events: ScanEvent[] = [];
  for await (const event of scan(synapse.deps, { rule: by, inventory })) events.push(event);
  const unread = events.flatMap((event) => (event.kind === "unread" ? [event] : []));
  return { ids: idsIn(inventory, by), unread };
}

async function collect(options: FakeOptions, by: Rule) {
  const synapse = new FakeSynapse(options);
  return { synapse, ...(await scanInto(synapse, new Inventory(), by)) };
}

const selectedIds = (rows: readonly FakeRow[], by: Rule): readonly string[] =>
  rows.filter((wire) => matchesRule(by, mediaFileOf(wire, wire.user_id))).map((wire) => wire.media_id);

const anyServer = fc.record({ nullsFirst: fc.boolean(), pageSize: fc.integer({ min: 2, max: 7 }) });

describe("scan", () => {
  test("finds exactly the rows that the rule selects, on both orders of NULL and any page size", async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyRule, anyServer, async (rows, by, server) => {
        const { ids } = await collect({ rows, ...server }, by);
        expect(ids.toSorted()).toEqual(selectedIds(rows, by).toSorted());
      }),
    );
  });

  test("finds them as well where other rules were read before, and reads nothing for a narrower one", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRows,
        fc.array(anyRule, { minLength: 2, maxLength: 4 }),
        anyServer,
        async (rows, rules, server) => {
          const synapse = new FakeSynapse({ rows, ...server });
          const inventory = new Inventory();
          for (const [index, by] of rules.entries()) {
            const before = synapse.requestsTo("GET", /v1\/users/).length;
            const { ids } = await scanInto(synapse, inventory, by);
            expect(ids.toSorted()).toEqual(selectedIds(rows, by).toSorted());
            const wider = rules.slice(0, index);
            const isNarrower = wider.some((a) => a.beforeMs >= by.beforeMs && a.largerThanBytes <= by.largerThanBytes);
            const asked = synapse.requestsTo("GET", /v1\/users/).length - before;
            expect(isNarrower ? asked : 0).toBe(0);
          }
        },
      ),
    );
  });

  test("goes back to a rule of before without a request, whatever was read between", async () => {
    const rows = Array.from({ length: 9 }, (_, index) =>
      row(`f${String(index)}`, { media_length: 10 - index, created_ts: rule.beforeMs - 5 + index }),
    );
    const synapse = new FakeSynapse({ rows, pageSize: 2 });
    const inventory = new Inventory();
    const larger = { ...rule, largerThanBytes: 7 };
    const older = { ...rule, beforeMs: rule.beforeMs - 3 };
    expect((await scanInto(synapse, inventory, larger)).ids).toEqual(["f0", "f1", "f2"]);
    expect((await scanInto(synapse, inventory, older)).ids).toEqual(["f0", "f1"]);
    const asked = synapse.requestsTo("GET", /v1\/users/).length;
    expect((await scanInto(synapse, inventory, larger)).ids.toSorted()).toEqual(["f0", "f1", "f2"]);
    expect((await scanInto(synapse, inventory, older)).ids.toSorted()).toEqual(["f0", "f1"]);
    expect(synapse.requestsTo("GET", /v1\/users/)).toHaveLength(asked);
  });

  test("finds gone what a second reading should have brought, and keeps what it was not to bring", async () => {
    const rows = [
      row("large", { media_length: 20, created_ts: rule.beforeMs + 9 }),
      row("gone", { media_length: 19 }),
      row("old"),
      row("new", { created_ts: rule.beforeMs + 1 }),
      row("newer", { created_ts: rule.beforeMs + 2 }),
    ];
    const synapse = new FakeSynapse({ rows, pageSize: 2 });
    const inventory = new Inventory();
    const larger = { ...rule, beforeMs: Infinity, largerThanBytes: 15 };
    expect((await scanInto(synapse, inventory, larger)).ids).toEqual(["large", "gone"]);
    synapse.rows = synapse.rows.filter(({ media_id }) => media_id !== "gone");
    expect((await scanInto(synapse, inventory, rule)).ids).toEqual(["old"]);
    expect((await scanInto(synapse, inventory, larger)).ids).toEqual(["large"]);
  });

  test("asks no owner who has nothing old or large enough", async () => {
    const rows = [
      row("old"),
      row("new", { user_id: "@new:fake", created_ts: rule.beforeMs }),
      row("small", { user_id: "@small:fake", media_length: 9 }),
    ];
    const { synapse, ids } = await collect({ rows }, { ...rule, largerThanBytes: 9 });
    expect(ids).toEqual(["old"]);
    expect(synapse.requestsTo("GET", /users\/.*media$/)).toHaveLength(2);
  });

  test("leaves the list of an owner at the first file that is too small", async () => {
    const rows = Array.from({ length: 20 }, (_, index) => row(`f${String(index)}`, { media_length: index }));
    const { synapse, ids } = await collect({ rows, pageSize: 2 }, { ...rule, largerThanBytes: 17 });
    expect(ids).toEqual(["f19", "f18"]);
    expect(synapse.requestsTo("GET", /%40ann%3Afake\/media$/)).toHaveLength(2);
  });

  test("asks for hardly more rows than the rule selects", async () => {
    const rows = Array.from({ length: 1000 }, (_, index) =>
      row(`f${String(index)}`, { media_length: index, created_ts: rule.beforeMs - 40 + index }),
    );
    const limitsOf = (synapse: FakeSynapse) =>
      synapse.requestsTo("GET", /%40ann%3Afake\/media$/).map(({ search }) => search.get("limit"));
    const bySize = await collect({ rows }, { ...rule, beforeMs: Infinity, largerThanBytes: 800 });
    expect(bySize.ids).toHaveLength(199);
    expect(limitsOf(bySize.synapse)).toEqual(["100", "200"]);
    const byDate = await collect({ rows }, rule);
    // The first of the forty is empty.
    expect(byDate.ids).toHaveLength(39);
    expect(limitsOf(byDate.synapse)).toEqual(["41"]);
  });

  test("asks for the largest files first where there is a limit, else for the oldest", async () => {
    const orderOf = async (largerThanBytes: number) => {
      const { synapse } = await collect({ rows: [row("a")] }, { ...rule, largerThanBytes });
      const [request] = synapse.requestsTo("GET", /%40ann/);
      return `${request?.search.get("order_by") ?? ""} ${request?.search.get("dir") ?? ""}`;
    };
    expect(await orderOf(1)).toBe("media_length b");
    expect(await orderOf(0)).toBe("created_ts f");
  });

  test("knows more than it was asked for: down to the last file of a page, and all of a list that it read to its end", async () => {
    const rows = Array.from({ length: 10 }, (_, index) => row(`f${String(index)}`, { media_length: 10 - index }));
    const synapse = new FakeSynapse({ rows, pageSize: 4 });
    const inventory = new Inventory();
    const larger = (largerThanBytes: number) => scanInto(synapse, inventory, { ...rule, largerThanBytes });
    const asked = () => synapse.requestsTo("GET", /%40ann/).length;
    expect((await larger(8)).ids).toHaveLength(2);
    expect(asked()).toBe(1);
    expect((await larger(7)).ids).toHaveLength(3);
    expect(asked()).toBe(1);
    await larger(1);
    const before = asked();
    expect((await scanInto(synapse, inventory, { ...rule, beforeMs: Infinity })).ids).toHaveLength(10);
    expect(asked()).toBe(before);
  });

  test("tells of each owner when their list is known, of those known before at once, and of wanted ones only", async () => {
    const rows = ["ann", "bob", "cleo"].map((name) => row(name, { user_id: `@${name}:fake` }));
    const synapse = new FakeSynapse({ rows });
    const inventory = new Inventory();
    const isWanted = (userId: string) => userId !== "@cleo:fake";
    const told = async (wanted?: (userId: string) => boolean) => {
      const seen: string[] = [];
      for await (const event of scan(synapse.deps, { rule, inventory, isWanted: wanted })) {
        const owners = event.kind === "owners" ? event.owners : [event.owner];
        seen.push(`${event.kind} ${owners.map(({ userId }) => userId).join(" ")}`);
      }
      return seen;
    };
    expect(await told(isWanted)).toEqual(["owners @ann:fake @bob:fake", "read @ann:fake", "read @bob:fake"]);
    expect(await told()).toEqual([
      "owners @ann:fake @bob:fake @cleo:fake",
      "read @ann:fake",
      "read @bob:fake",
      "read @cleo:fake",
    ]);
    expect(synapse.requestsTo("GET", /v1\/users/)).toHaveLength(3);
    // The room kept for further rows is given back.
    expect(inventory.flags.values).toHaveLength(3);
  });

  test("reads a list again whose total changed between two pages", async () => {
    const rows = Array.from({ length: 5 }, (_, index) => row(`f${String(index)}`));
    let isChanged = false;
    const { ids } = await collect(
      {
        rows,
        pageSize: 2,
        fault: ({ path, search }, synapse) => {
          const isSecondPage = path.includes("/v1/users/") && search.get("from") === "1";
          if (isSecondPage && !isChanged) synapse.rows.shift();
          isChanged ||= isSecondPage;
          return null;
        },
      },
      rule,
    );
    expect(ids.toSorted()).toEqual(["f1", "f2", "f3", "f4"]);
  });

  test("reads a list again where a row vanished and another came, so that the total is the same", async () => {
    const rows = Array.from({ length: 6 }, (_, index) => row(`f${String(index)}`));
    let isChanged = false;
    const { ids } = await collect(
      {
        rows,
        pageSize: 3,
        fault: ({ path, search }, synapse) => {
          const isSecondPage = path.includes("/v1/users/") && search.get("from") === "2";
          if (isSecondPage && !isChanged)
            synapse.rows = [...synapse.rows.slice(1), row("late", { created_ts: 1_700_000_000_001 })];
          isChanged ||= isSecondPage;
          return null;
        },
      },
      rule,
    );
    expect(ids.toSorted()).toEqual(["f1", "f2", "f3", "f4", "f5", "late"]);
  });

  test("names an owner whose list never stands still, and counts none of their files", async () => {
    let arrived = 0;
    const fault = ({ path, search }: FakeRequest, synapse: FakeSynapse) => {
      if (!path.includes("%40ann") || search.get("from") === "0") return null;
      arrived += 1;
      synapse.rows.push(row(`late${String(arrived)}`));
      return null;
    };
    const rows = [row("a"), row("b"), row("c"), row("d", { user_id: "@bob:fake" })];
    const { ids, unread, synapse } = await collect({ rows, pageSize: 2, fault }, rule);
    expect(ids).toEqual(["d"]);
    expect(unread).toMatchObject([
      {
        owner: { userId: "@ann:fake" },
        error: { name: "ListChangedError", message: expect.stringContaining("3 times") },
      },
    ]);
    expect(synapse.requestsTo("GET", /%40ann/).filter(({ search }) => search.get("from") === "0")).toHaveLength(3);
  });

  test("names an owner that Synapse does not know, and goes on with the others", async () => {
    const rows = [row("a", { user_id: "@ghost:fake" }), row("b")];
    const { ids, unread } = await collect(
      { rows, fault: ({ path }) => (path.includes("%40ghost") ? refusal(404, "M_NOT_FOUND") : null) },
      rule,
    );
    expect(ids).toEqual(["b"]);
    expect(unread.map(({ owner }) => owner)).toMatchObject([{ userId: "@ghost:fake", files: 1, bytes: 10 }]);
  });

  test("waits as long as a 429 asks, and then reads on", async () => {
    const { ids, synapse } = await collect(
      {
        rows: [row("a")],
        fault: ({ nth }) => (nth === 1 ? refusal(429, "M_LIMIT_EXCEEDED", { retry_after_ms: 1234 }) : null),
      },
      rule,
    );
    expect(ids).toEqual(["a"]);
    expect(synapse.clock.waits).toEqual([1234, 1234]);
  });

  test("names nobody as not readable whose list was on its way when the scan was stopped", async () => {
    const stopping = new AbortController();
    const fault = ({ path }: FakeRequest) => {
      if (!path.includes("/v1/users/")) return null;
      stopping.abort();
      throw new DOMException("Stopped", "AbortError");
    };
    const synapse = new FakeSynapse({ rows: [row("a")], fault });
    const kinds: string[] = [];
    const reading = async () => {
      const request = { rule, inventory: new Inventory(), signal: stopping.signal };
      for await (const event of scan(synapse.deps, request)) kinds.push(event.kind);
    };
    await expect(reading()).rejects.toMatchObject({ name: "AbortError" });
    expect(kinds).toEqual(["owners"]);
  });

  test("throws when nobody can say who owns media", async () => {
    const fault = () => refusal(500, "M_UNKNOWN");
    await expect(collect({ rows: [row("a")], fault }, rule)).rejects.toMatchObject({ status: 500 });
  });
});
