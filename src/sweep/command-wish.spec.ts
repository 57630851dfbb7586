import { expect, it } from "vitest";
import { mediaFileOf } from "../api/media-page";
import { wishOfPlan, wishOfReceipt } from "./command-wish";
import { planFiles } from "./planned-files";
import { buildReceipt } from "./receipt";

const file = (media_id: string, created_ts: number, last_access_ts: number | null = null) =>
  mediaFileOf({ media_id, created_ts, last_access_ts, media_length: 5, safe_from_quarantine: false }, "@ann:fake");

const server = { homeserver: "https://matrix.example.org", serverName: "example.org" };

it("names the planned files and the oldest use among them", () => {
  const plan = planFiles([file("seen", 1000, 9000), file("old", 2000), file("new", 3000)], { engine: "exact-list" });
  expect(wishOfPlan(plan, server, 10_000)).toMatchObject({
    engine: "exact-list",
    ...server,
    mediaIds: expect.toSatisfy((ids: string[]) => ids.toSorted().join(" ") === "new old seen"),
    oldestMs: 2000,
    madeMs: 10_000,
  });
  expect(wishOfPlan(planFiles([]), server, 0)).toMatchObject({ mediaIds: [], oldestMs: null });
});

it("of a run is that of its plan, whatever went beyond it", () => {
  const plan = planFiles([file("old", 2000), file("stays", 1500)], { engine: "exact-list" });
  const receipt = buildReceipt(
    plan,
    [
      { what: "deleted", mediaId: "old", knownBy: "answer" },
      { what: "not-attempted", mediaId: "stays" },
      { what: "deleted-unplanned", mediaId: "beyond", sizeBytes: 1 },
    ],
    {
      ...server,
      admin: "@admin:example.org",
      startedMs: 5000,
      endedMs: 9000,
      before: null,
      after: null,
      isStopped: true,
      isClosed: false,
      halted: null,
    },
  );
  expect(wishOfReceipt(receipt)).toEqual({
    ...wishOfPlan(plan, server, 5000),
    mediaIds: ["old", "stays"],
    oldestMs: 1500,
  });
});
