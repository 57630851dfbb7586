import { describe, expect, test } from "vitest";
import { DecodeError, HttpError, UnreachableError, UnsettledError } from "../api/errors";
import { FakeSynapse } from "./fake-synapse";
import type { FakeOptions } from "./fake-synapse";
import { isAnswerLost, settle, stillListed } from "./lost";
import { rows } from "./play-run";

const http = (status: number) =>
  new HttpError("http://fake", { status, errcode: null, words: null, retryAfterMs: null });

test("an error of the server, no answer and an unreadable one leave open what was done; a refusal does not", () => {
  const silence = new UnreachableError("timeout", "http://fake");
  const lost = [silence, new DecodeError("total", "no number"), http(500), http(502)];
  expect(lost.map(isAnswerLost)).toEqual([true, true, true, true]);
  expect([http(499), http(404), new Error("other")].map(isAnswerLost)).toEqual([false, false, false]);
});

/** A server of so many files that removes one more with each request, as long as there are more than are to stay. */
function shrinking(count: number, staying: number, options: Partial<FakeOptions> = {}) {
  const all = rows(count);
  const fault: FakeOptions["fault"] = (_, fake) => {
    if (fake.requests.length > 1 && fake.rows.length > staying) fake.rows.shift();
    return null;
  };
  const synapse = new FakeSynapse({ rows: all, fault, ...options });
  const files = all.map((row) => ({ mediaId: row.media_id, userId: row.user_id }));
  return { synapse, settling: settle(synapse.deps, files) };
}

describe("after a lost answer", () => {
  test("the lists are read until two readings agree, less and less often", async () => {
    const { synapse, settling } = shrinking(9, 2);
    expect([...(await settling)]).toEqual(["f7", "f8"]);
    expect(synapse.clock.waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000]);
  });

  test("no file left is the end at once", async () => {
    const { synapse, settling } = shrinking(1, 0);
    expect([...(await settling)]).toEqual([]);
    expect(synapse.clock.waits).toEqual([1000]);
    expect([...(await settle(synapse.deps, [{ mediaId: "f0", userId: "@ann:fake" }]))]).toEqual([]);
    expect(synapse.clock.waits).toEqual([1000]);
  });

  test("lists that never stand still are an error, after some ten minutes", async () => {
    const { synapse, settling } = shrinking(60, 0);
    await expect(settling).rejects.toThrow(UnsettledError);
    expect(synapse.clock.nowMs).toBeGreaterThan(9 * 60_000);
  });

  test("a list of several pages that moves while it is read says nothing yet: it is read again later", async () => {
    const { synapse, settling } = shrinking(9, 3, { pageSize: 3 });
    expect([...(await settling)]).toEqual(["f6", "f7", "f8"]);
    // The first reading never got to the end of the list.
    expect(synapse.clock.waits).toEqual([1000, 2000]);
    const moving = shrinking(1000, 0, { pageSize: 3 });
    await expect(moving.settling).rejects.toThrow(UnsettledError);
    expect(moving.synapse.clock.nowMs).toBeGreaterThan(9 * 60_000);
  });

  test("two readings agree only where nothing moved between them", async () => {
    const all = rows(6);
    let readings = 0;
    const fault: FakeOptions["fault"] = ({ search }, fake) => {
      readings += search.get("from") === "0" ? 1 : 0;
      // The second to fourth, all of them tries of one reading, find another file gone half-way.
      if (search.get("from") !== "0" && readings >= 2 && readings <= 4) fake.rows.splice(3, 1);
      return null;
    };
    const synapse = new FakeSynapse({ rows: all, pageSize: 3, fault });
    const asked = all.slice(0, 2).map((row) => ({ mediaId: row.media_id, userId: row.user_id }));
    expect([...(await settle(synapse.deps, asked))]).toEqual(["f0", "f1"]);
    expect(synapse.clock.waits).toEqual([1000, 2000, 4000]);
  });
});

test("only files that were asked about are said to be listed still, each by its owner's list", async () => {
  const [a, b, c] = rows(3);
  if (a === undefined || b === undefined || c === undefined) throw new Error("three rows");
  const { deps, requests } = new FakeSynapse({ rows: [a, { ...b, user_id: "@bob:fake" }, c] });
  const asked = ["@ann:fake f0", "@ann:fake f9", "@bob:fake f1", "@cleo:fake f8"].map((text) => text.split(" "));
  const files = asked.map(([userId = "", mediaId = ""]) => ({ userId, mediaId }));
  expect([...(await stillListed(deps, files))].toSorted()).toEqual(["f0", "f1"]);
  expect(requests).toHaveLength(3);
});
