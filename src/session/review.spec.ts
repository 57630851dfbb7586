import { describe, expect, test } from "vitest";
import { FakeSynapse, refusal } from "../sweep/fake-synapse";
import type { FakeOptions, FakeRequest } from "../sweep/fake-synapse";
import { NO_FILTER } from "../sweep/filter";
import { sourceOf } from "../sweep/planned-files";
import { nothingKnown } from "./knowledge";
import { startReview } from "./review";
import type { Review } from "./review";

const rule = { beforeMs: 1_800_000_000_000, largerThanBytes: 0, keepAvatars: true };
const OWNERS = 40;
const rows = Array.from({ length: OWNERS }, (_, index) => ({
  media_id: `f${String(index)}`,
  user_id: `@u${String(index)}:fake`,
  created_ts: 1_700_000_000_000,
  media_length: 10,
  safe_from_quarantine: false,
}));

/** What the fake does not know: version, profiles, rooms. */
function answerRest({ path }: FakeRequest): Response | null {
  if (path.endsWith("/server_version")) return Response.json({ server_version: "1.163.2" });
  if (path.endsWith("/v2/users")) return Response.json({ users: [], total: 0 });
  if (path.endsWith("/v1/rooms")) return Response.json({ rooms: [], total_rooms: 0, offset: 0 });
  return null;
}

function start(fault: NonNullable<FakeOptions["fault"]>) {
  const synapse = new FakeSynapse({ rows, fault });
  const knowledge = nothingKnown();
  return { synapse, knowledge, review: startReview(sourceOf(rule), knowledge, synapse.deps) };
}

const ended = (review: Review): Promise<void> =>
  new Promise((resolve) => {
    review.subscribe(() => {
      if (review.get().status !== "reading") resolve();
    });
  });

const listsRead = (synapse: FakeSynapse): number => synapse.requestsTo("GET", /\/v1\/users\/.*\/media$/).length;

test("reads files, pictures in use and the version, to the end", async () => {
  const { review } = start(answerRest);
  await ended(review);
  expect(review.get()).toMatchObject({
    status: "done",
    progress: { ownersRead: OWNERS, ownersTotal: OWNERS, filesRead: OWNERS, filesTotal: OWNERS },
    unread: [],
  });
  expect(review.get().found.inventory.rows).toBe(OWNERS);
});

test("where the pictures in use cannot be read, reading ends with that, and nothing more is asked", async () => {
  const { review, synapse } = start((request) =>
    request.path.endsWith("/v1/rooms") ? refusal(403, "M_FORBIDDEN") : answerRest(request),
  );
  await ended(review);
  expect(review.get()).toMatchObject({ status: "failed", avatars: null });
  const atEnd = listsRead(synapse);
  // What one answer sets off is asked for within a few turns of the loop; an unstopped reading takes all owners in these.
  for (let turn = 0; turn < 10 * OWNERS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(atEnd).toBeLessThan(OWNERS);
  expect(listsRead(synapse)).toBe(atEnd);
  expect(review.get().unread).toEqual([]);
});

test("what a stop cuts short is no owner that could not be read", async () => {
  const { review } = start((request) => {
    if (!request.path.endsWith("/media") || request.path.includes("statistics")) return answerRest(request);
    if (request.path.includes("u5%3A")) {
      review.stop();
      throw new DOMException("Stopped", "AbortError");
    }
    return null;
  });
  await ended(review);
  expect(review.get()).toMatchObject({ status: "stopped", unread: [] });
  expect(review.get().found.inventory.rows).toBeLessThan(OWNERS);
});

describe("the review of another rule", () => {
  async function readFirst() {
    const { review, synapse, knowledge } = start(answerRest);
    await ended(review);
    const before = synapse.requests.length;
    return { synapse, knowledge, before };
  }

  test("asks nothing where the rule is narrower", async () => {
    const { synapse, knowledge, before } = await readFirst();
    const narrower = { ...rule, largerThanBytes: 9, beforeMs: rule.beforeMs - 1 };
    const next = startReview(sourceOf(narrower), knowledge, synapse.deps);
    expect(next.get()).toMatchObject({
      status: "done",
      serverVersion: "1.163.2",
      found: { inventory: { rows: OWNERS } },
    });
    expect(synapse.requests).toHaveLength(before);
  });

  test("asks who owns media where it is wider, and reads only lists that are not known", async () => {
    const { synapse, knowledge } = await readFirst();
    synapse.rows.push({
      ...rows[0],
      media_id: "late",
      user_id: "@late:fake",
      created_ts: rule.beforeMs,
      media_length: 1,
      safe_from_quarantine: false,
    });
    const lists = listsRead(synapse);
    const wider = { ...rule, beforeMs: rule.beforeMs + 1 };
    const next = startReview(sourceOf(wider), knowledge, synapse.deps);
    await ended(next);
    expect(next.get().found.inventory.rows).toBe(OWNERS + 1);
    expect(listsRead(synapse)).toBe(lists + 1);
  });

  test("of some owners only is none of everybody", async () => {
    const { synapse, knowledge } = await readFirst();
    knowledge.complete.length = 0;
    knowledge.complete.push({ rule, filter: { ...NO_FILTER, userIds: ["@u1:fake"] } });
    const next = startReview(sourceOf(rule), knowledge, synapse.deps);
    expect(next.get().status).toBe("reading");
    await ended(next);
  });
});

test("of several users only theirs is read, and one who failed alone once more", async () => {
  let isRefusing = true;
  const fault = (request: FakeRequest) =>
    isRefusing && request.path.includes("u7%3A") ? refusal(403, "M_FORBIDDEN") : answerRest(request);
  const synapse = new FakeSynapse({ rows, fault });
  const source = { kind: "users", userIds: ["@u3:fake", "@u7:fake"] } as const;
  const review = startReview(source, nothingKnown(), synapse.deps);
  await ended(review);
  expect(review.get()).toMatchObject({
    status: "done",
    progress: { ownersRead: 2, ownersTotal: 2, filesRead: 1, filesTotal: 2 },
    unread: [{ owner: { userId: "@u7:fake", files: 1 }, problem: { words: expect.any(String) } }],
  });
  isRefusing = false;
  const before = listsRead(synapse);
  review.readUnread();
  await ended(review);
  expect(review.get()).toMatchObject({ status: "done", unread: [] });
  expect(review.get().found.inventory.rows).toBe(2);
  expect(listsRead(synapse)).toBe(before + 1);
});
