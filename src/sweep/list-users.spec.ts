import { expect, test } from "vitest";
import { FakeSynapse, refusal } from "./fake-synapse";
import type { FakeOptions, FakeRequest } from "./fake-synapse";
import { listAllUsers } from "./list-users";

const names = Array.from({ length: 2500 }, (_, index) => `@user${String(index)}:fake`);

/** A page of the accounts, whose next offset is a text. */
function answer({ search }: FakeRequest): Response {
  const from = Number(search.get("from"));
  const end = from + Number(search.get("limit"));
  const users = names.slice(from, end).map((name) => ({ name }));
  return Response.json({ users, total: names.length, ...(end < names.length ? { next_token: String(end) } : {}) });
}

const start = (fault: NonNullable<FakeOptions["fault"]>) => new FakeSynapse({ rows: [], fault });

test("all accounts are read, page by page, and a page that did not come is asked for again", async () => {
  const { deps, clock } = start((request) => (request.nth === 2 ? refusal(500, "M_UNKNOWN") : answer(request)));
  const users = await listAllUsers(deps);
  expect(users.map(({ userId }) => userId)).toEqual(names);
  expect(clock.waits).toEqual([500]);
});

test("a stop ends the reading", async () => {
  const stopping = new AbortController();
  const { deps, requests } = start(() => {
    stopping.abort();
    return refusal(500, "M_UNKNOWN");
  });
  await expect(listAllUsers(deps, stopping.signal)).rejects.toMatchObject({ name: "AbortError" });
  expect(requests).toHaveLength(1);
});
