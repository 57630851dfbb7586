import { expect, test } from "vitest";
import { refusal } from "./fake-synapse";
import type { FakeOptions, FakeRequest } from "./fake-synapse";
import { html502, list, planOf, play, rows } from "./play-run";

const isOf = ({ method, path }: FakeRequest, ids: readonly string[]) =>
  method === "DELETE" && ids.some((mediaId) => path.endsWith(`/${mediaId}`));

/** No answer to the deletion of these, which does nothing. */
const losing =
  (...ids: readonly string[]): NonNullable<FakeOptions["fault"]> =>
  (request) =>
    isOf(request, ids) ? html502() : null;

const idsOf = (from: number, to: number) =>
  rows(to)
    .map((row) => row.media_id)
    .slice(from);

test("files are named 256 at once before their deletion", async () => {
  const all = rows(300);
  const { events } = await play(planOf(all, list), { rows: all });
  const named = events.flatMap((event) => (event.kind === "calling" ? [event.mediaIds.length] : []));
  expect(named).toEqual([256, 44]);
});

test("of a user's files only those on the list go", async () => {
  const all = rows(3);
  const plan = planOf(all.slice(0, 2), { engine: "exact-list", source: { kind: "user", userId: "@ann:fake" } });
  const { byKind, synapse } = await play(plan, { rows: all });
  expect(byKind).toEqual({ deleted: ["f0", "f1"] });
  expect(synapse.rows.map((row) => row.media_id)).toEqual(["f2"]);
});

test("a lost deletion is repeated after one second and after four, and then looked up in the list", async () => {
  const all = rows(2);
  const { outcomes, synapse, events } = await play(planOf(all, list), { rows: all, fault: losing("f0") });
  expect(synapse.requestsTo("DELETE", /f0$/)).toHaveLength(3);
  expect(synapse.clock.waits).toEqual([1000, 4000, 1000]);
  expect(events.map(({ kind }) => kind)).toEqual(["calling", "outcomes", "settling", "outcomes"]);
  expect(outcomes).toMatchObject([
    { what: "deleted", mediaId: "f1" },
    { what: "failed", mediaId: "f0", problem: { title: expect.stringMatching(/./) } },
  ]);
});

test("a file that only the list says is gone was deleted", async () => {
  const all = rows(1);
  const fault: FakeOptions["fault"] = (request, fake) => {
    if (!isOf(request, ["f0"])) return null;
    if (request.nth === 3) fake.carryOut(request);
    return html502();
  };
  const { outcomes } = await play(planOf(all, list), { rows: all, fault });
  expect(outcomes).toEqual([{ what: "deleted", mediaId: "f0", knownBy: "listing" }]);
});

test("eight lost answers in a row end the run, and nothing more is started", async () => {
  const all = rows(100);
  const { byKind, events, synapse } = await play(planOf(all, list), { rows: all, fault: losing(...idsOf(0, 100)) });
  expect(events.filter(({ kind }) => kind === "halted")).toHaveLength(1);
  // Three more were under way.
  expect(byKind.failed).toHaveLength(11);
  expect(byKind["not-attempted"]).toHaveLength(89);
  expect(new Set(synapse.requestsTo("DELETE", /./).map(({ path }) => path)).size).toBe(11);
});

test("so do eight refusals in a row: an admin who is none any more is not told so a hundred times", async () => {
  const all = rows(100);
  const fault: FakeOptions["fault"] = ({ method }) => (method === "DELETE" ? refusal(403, "M_FORBIDDEN") : null);
  const { byKind, events } = await play(planOf(all, list), { rows: all, fault });
  expect(events.filter(({ kind }) => kind === "halted")).toMatchObject([{ problem: { words: "M_FORBIDDEN" } }]);
  const failed = byKind.failed?.length ?? 0;
  expect(failed).toBeGreaterThanOrEqual(8);
  // Three more may have been under way.
  expect(failed).toBeLessThanOrEqual(11);
  expect(byKind["not-attempted"]).toHaveLength(100 - failed);
});

test("files that the server cannot remove do not: the others may well go", async () => {
  const all = rows(20);
  const { byKind, events } = await play(planOf(all, list), { rows: all, stuck: new Set(idsOf(0, 12)) });
  expect(events.filter(({ kind }) => kind === "halted")).toEqual([]);
  expect([byKind.failed?.length, byKind.deleted?.length]).toEqual([12, 8]);
});

test("lost answers with others in between do not", async () => {
  const all = rows(24);
  const lost = [...idsOf(0, 4), ...idsOf(12, 16)];
  const { byKind, events } = await play(planOf(all, list), { rows: all, fault: losing(...lost) });
  expect(events.filter(({ kind }) => kind === "halted")).toEqual([]);
  expect(byKind.failed).toEqual(lost.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(byKind.deleted).toHaveLength(16);
});

test("a refused repeat says nothing of the call whose answer was lost", async () => {
  const all = rows(1);
  const refusing =
    (isCarriedOut: boolean): NonNullable<FakeOptions["fault"]> =>
    (request, fake) => {
      if (!isOf(request, ["f0"])) return null;
      if (request.nth > 1) return refusal(403, "M_FORBIDDEN");
      if (isCarriedOut) fake.carryOut(request);
      return html502();
    };
  const gone = await play(planOf(all, list), { rows: all, fault: refusing(true) });
  expect(gone.outcomes).toEqual([{ what: "deleted", mediaId: "f0", knownBy: "listing" }]);
  const left = await play(planOf(all, list), { rows: all, fault: refusing(false) });
  expect(left.outcomes).toMatchObject([{ what: "failed", mediaId: "f0", problem: { words: "M_FORBIDDEN" } }]);
});

test("a file whose deletion was refused for now was not attempted where a stop comes first", async () => {
  const all = rows(1);
  const stopping = new AbortController();
  const fault: FakeOptions["fault"] = (request) => {
    if (!isOf(request, ["f0"])) return null;
    stopping.abort();
    return refusal(429, "M_LIMIT_EXCEEDED", { retry_after_ms: 60_000 });
  };
  const { outcomes, synapse } = await play(planOf(all, list), { rows: all, fault }, { stop: stopping.signal });
  expect(outcomes).toEqual([{ what: "not-attempted", mediaId: "f0" }]);
  expect(synapse.requestsTo("DELETE", /./)).toHaveLength(1);
});

test("a 404 that is not Synapse's says nothing of the file", async () => {
  const all = rows(1);
  const fault: FakeOptions["fault"] = (request) => (isOf(request, ["f0"]) ? refusal(404, "M_UNRECOGNIZED") : null);
  const { outcomes } = await play(planOf(all, list), { rows: all, fault });
  expect(outcomes).toMatchObject([{ what: "failed", mediaId: "f0" }]);
});

test.each([true, false])(
  "a stop while a repeat is waited for leaves it to the list: carried out %j",
  async (isGone) => {
    const all = rows(5);
    const stopping = new AbortController();
    const fault: FakeOptions["fault"] = (request, fake) => {
      if (isOf(request, ["f4"])) stopping.abort();
      if (!isOf(request, ["f0"])) return null;
      if (isGone) fake.carryOut(request);
      return html502();
    };
    const { outcomes, synapse } = await play(planOf(all, list), { rows: all, fault }, { stop: stopping.signal });
    expect(synapse.requestsTo("DELETE", /f0$/)).toHaveLength(1);
    expect(outcomes.at(-1)).toMatchObject({ mediaId: "f0", what: isGone ? "deleted" : "failed" });
  },
);

const called = new Set(["f3"]);
const past = { done: new Set<string>(), called };

test("what an earlier part may have deleted comes first", async () => {
  const all = rows(4);
  const { synapse } = await play(planOf(all, list), { rows: all }, { past });
  const paths = synapse.requestsTo("DELETE", /./).map(({ path }) => path.split("/").at(-1));
  expect(paths).toEqual(["f3", "f0", "f1", "f2"]);
});

test("it is not known of such a file what a refusal now means, nor what the lists do not tell", async () => {
  const all = rows(4);
  const refused: FakeOptions["fault"] = ({ method }) => (method === "DELETE" ? refusal(403, "M_FORBIDDEN") : null);
  const { byKind } = await play(planOf(all, list), { rows: all, fault: refused }, { past });
  expect(byKind).toEqual({ failed: ["f0", "f1", "f2", "f3"] });
  const fault: FakeOptions["fault"] = () => refusal(403, "M_FORBIDDEN");
  const stopped = await play(planOf(all, list), { rows: all, fault }, { past, stop: AbortSignal.abort() });
  expect(stopped.outcomes[0]).toMatchObject({ what: "unknown", mediaId: "f3", problem: { words: "M_FORBIDDEN" } });
});

test("fewer are deleted at once while the homeserver is slow", async () => {
  const all = rows(768);
  const tookMs: FakeOptions["tookMs"] = ({ path }) => (Number(path.split("/f").at(-1)) < 256 ? 10 : 100);
  const { synapse } = await play(planOf(all, list), { rows: all, tookMs });
  // 256 files by four at 10 ms, by four at 100 ms, and by three.
  expect(synapse.clock.nowMs).toBe(640 + 6400 + 8600);
});
