import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import { anyRows, anyRule } from "./arbitrary";
import { FakeSynapse, refusal } from "./fake-synapse";
import type { FakeOptions, FakeRequest, FakeRow } from "./fake-synapse";
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

async function collect(options: FakeOptions, by: Rule) {
  const synapse = new FakeSynapse(options);
  const events: ScanEvent[] = [];
  for await (const event of scan(synapse.deps, by)) events.push(event);
  const ids = events.flatMap((event) => (event.kind === "read" ? event.files.map((file) => file.mediaId) : []));
  const unread = events.flatMap((event) => (event.kind === "unread" ? [event] : []));
  return { ids, unread, synapse };
}

describe("scan", () => {
  test("finds exactly the rows that the rule selects, on both orders of NULL and any page size", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRows,
        anyRule,
        fc.record({ nullsFirst: fc.boolean(), pageSize: fc.integer({ min: 1, max: 7 }) }),
        async (rows, by, server) => {
          const { ids } = await collect({ rows, ...server }, by);
          const expected = rows.filter((wire) => matchesRule(by, mediaFileOf(wire, wire.user_id)));
          expect(ids.toSorted()).toEqual(expected.map((wire) => wire.media_id).toSorted());
        },
      ),
    );
  });

  test("asks no owner who has nothing old or large enough", async () => {
    const rows = [
      row("old"),
      row("new", { user_id: "@new:fake", created_ts: rule.beforeMs }),
      row("small", { user_id: "@small:fake", media_length: 4 }),
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

  test("reads a list again whose total changed between two pages", async () => {
    const rows = Array.from({ length: 5 }, (_, index) => row(`f${String(index)}`));
    let isChanged = false;
    const { ids } = await collect(
      {
        rows,
        pageSize: 2,
        fault: ({ path, search }, synapse) => {
          const isSecondPage = path.includes("/v1/users/") && search.get("from") === "2";
          if (isSecondPage && !isChanged) synapse.rows.shift();
          isChanged ||= isSecondPage;
          return null;
        },
      },
      rule,
    );
    expect(ids.toSorted()).toEqual(["f1", "f2", "f3", "f4"]);
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
    expect(synapse.waits).toEqual([1234, 1234]);
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
      for await (const event of scan(synapse.deps, rule, stopping.signal)) kinds.push(event.kind);
    };
    await expect(reading()).rejects.toMatchObject({ name: "AbortError" });
    expect(kinds).toEqual(["owners"]);
  });

  test("throws when nobody can say who owns media", async () => {
    const fault = () => refusal(500, "M_UNKNOWN");
    await expect(collect({ rows: [row("a")], fault }, rule)).rejects.toMatchObject({ status: 500 });
  });
});
