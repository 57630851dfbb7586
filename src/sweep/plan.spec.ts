import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import type { MediaFile, MediaInfo } from "../api/media-page";
import { buildPlan, keepKinds } from "./plan";
import type { PlanOptions } from "./plan";
import type { AvatarUse } from "./protect";

const file = (media_id: string, change: Partial<MediaInfo> = {}): MediaFile =>
  mediaFileOf({ media_id, created_ts: 1, media_length: 10, safe_from_quarantine: false, ...change }, "@ann:fake");

const files = [
  file("plain"),
  file("face"),
  file("room"),
  file("pinned", { safe_from_quarantine: true }),
  file("locked", { quarantined_by: "@admin:fake" }),
  file("2026-01-01_preview", { url_cache: "https://example.org/a.png" }),
];

const avatars = new Map<string, AvatarUse>([
  ["face", { kind: "profile-picture", userId: "@bob:fake" }],
  ["room", { kind: "room-avatar", roomId: "!r", roomName: "Lounge" }],
]);

const byRule = (change: Partial<PlanOptions> = {}): PlanOptions => ({
  source: { kind: "rule", rule: { beforeMs: 2, largerThanBytes: 0, keepAvatars: true } },
  engine: "synapse-rule",
  serverVersion: "1.163.2",
  avatars,
  keep: new Set(keepKinds),
  unticked: new Set(),
  unread: [],
  ...change,
});

const doomedOf = (options: PlanOptions) => buildPlan(files, options).doomed.map(({ mediaId }) => mediaId);
const keptOf = (options: PlanOptions) =>
  Object.fromEntries(buildPlan(files, options).kept.map(({ file: { mediaId }, reason }) => [mediaId, reason.kind]));

describe("under Synapse's rule", () => {
  test("pictures in use, protected and quarantined files stay, URL previews go", () => {
    expect(doomedOf(byRule())).toEqual(["plain", "2026-01-01_preview"]);
    expect(keptOf(byRule())).toEqual({
      face: "profile-picture",
      room: "room-avatar",
      pinned: "protected",
      locked: "quarantined",
    });
  });

  test("pictures in use go when the admin does not keep them", () => {
    const rule = { beforeMs: 2, largerThanBytes: 0, keepAvatars: false };
    expect(doomedOf(byRule({ source: { kind: "rule", rule } }))).toEqual([
      "plain",
      "face",
      "room",
      "2026-01-01_preview",
    ]);
  });

  test("before 1.61 protected and quarantined files go", () => {
    expect(keptOf(byRule({ serverVersion: "1.60.0" }))).toEqual({ face: "profile-picture", room: "room-avatar" });
    expect(keptOf(byRule({ serverVersion: "1.61.0" }))).toHaveProperty("pinned", "protected");
  });

  test("the switches of the list change nothing", () => {
    expect(doomedOf(byRule({ keep: new Set() }))).toEqual(doomedOf(byRule()));
  });
});

describe("under exactly this list", () => {
  test("all five reasons keep, each by its own switch", () => {
    expect(doomedOf(byRule({ engine: "exact-list" }))).toEqual(["plain"]);
    for (const kind of keepKinds) {
      const keep = new Set(keepKinds.filter((other) => other !== kind));
      expect(doomedOf(byRule({ engine: "exact-list", keep }))).toHaveLength(2);
    }
    expect(doomedOf(byRule({ engine: "exact-list", keep: new Set() }))).toHaveLength(files.length);
  });

  test("a file that was taken out stays for that reason before any other", () => {
    const options = byRule({ engine: "exact-list", unticked: new Set(["plain", "face"]) });
    expect(doomedOf(options)).toEqual([]);
    expect(keptOf(options)).toMatchObject({ plain: "unticked", face: "unticked" });
  });
});

test("of a user of whom everything goes nothing is kept", () => {
  const options = byRule({ engine: "whole-user", source: { kind: "user", userId: "@ann:fake" } });
  expect(doomedOf(options)).toHaveLength(files.length);
});

test("bytes are those of the files to delete; a file without a size counts nothing", () => {
  const plan = buildPlan([file("a"), file("b", { media_length: null })], byRule());
  expect(plan.doomedBytes).toBe(10);
});
