import { expect, test } from "vitest";
import { FakeSynapse, refusal } from "./fake-synapse";
import type { FakeRequest } from "./fake-synapse";
import { lookUpCopies, lookUpFiles } from "./look-up-files";
import type { LookedUp } from "./look-up-files";
import type { MediaFile } from "../api/media-page";

/** What the query by ID answers, by the last part of the path. */
function answer({ path, nth }: FakeRequest): Response {
  const media_id = path.split("/").at(-1) ?? "";
  if (media_id.startsWith("gone")) return refusal(404, "M_NOT_FOUND");
  if (media_id.startsWith("broken") || (media_id === "late" && nth === 1)) return refusal(500, "M_UNKNOWN");
  const flags = { safe_from_quarantine: 1, authenticated: 0 };
  return Response.json({ media_info: { media_id, media_origin: null, user_id: "@ann:fake", created_ts: 1, ...flags } });
}

async function lookUp(ids: readonly string[]) {
  const synapse = new FakeSynapse({ rows: [], fault: answer });
  const names = ids.map((mediaId) => ({ serverName: "fake", mediaId }));
  const found: LookedUp<MediaFile>[] = [];
  for await (const one of lookUpFiles(synapse.deps, names, new AbortController().signal)) found.push(one);
  return { synapse, found: found.toSorted((a, b) => (a.name.mediaId < b.name.mediaId ? -1 : 1)) };
}

test("each file is found, gone, or could not be looked up; what passes is tried again", async () => {
  const { found } = await lookUp(["late", "here", "gone", "broken"]);
  expect(found).toMatchObject([
    { what: "failed", name: { mediaId: "broken" }, problem: { title: "Synapse reports an error of its own" } },
    { what: "gone", name: { mediaId: "gone" } },
    { what: "found", file: { mediaId: "here", userId: "@ann:fake", isProtected: true, isAuthenticated: false } },
    { what: "found", name: { mediaId: "late" } },
  ]);
});

test("the copy of another server's file is no local file", async () => {
  const remote = { media_id: "x", media_origin: "elsewhere", created_ts: 1, safe_from_quarantine: null };
  const synapse = new FakeSynapse({ rows: [], fault: () => Response.json({ media_info: remote }) });
  const name = { serverName: "elsewhere", mediaId: "x" };
  const never = new AbortController().signal;
  for await (const one of lookUpFiles(synapse.deps, [name], never)) expect(one).toEqual({ what: "gone", name });
  for await (const one of lookUpCopies(synapse.deps, [name], never)) {
    expect(one).toMatchObject({ what: "found", name, file: name });
  }
  expect(synapse.requests).toHaveLength(2);
});
