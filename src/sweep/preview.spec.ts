import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import type { MediaFile, MediaInfo } from "../api/media-page";
import { NO_FILTER } from "./filter";
import { rowFlags } from "./inventory";
import { certainKinds, keepKinds } from "./plan";
import { inventoryOf, planFiles, previewFiles, sourceOf } from "./planned-files";
import type { SpecOptions } from "./planned-files";
import { countOf, isDoomed, isKept, isMatching, kindFlags, previewOf, reasonAt, reasonsOf } from "./preview";
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

const rule = { beforeMs: 2, largerThanBytes: 0, keepAvatars: true };
const byRule = (change: SpecOptions = {}): SpecOptions => ({ source: sourceOf(rule), avatars, ...change });
const byList = (change: SpecOptions = {}) => byRule({ engine: "exact-list", keep: new Set(certainKinds), ...change });

const doomedOf = (options: SpecOptions) => planFiles(files, options).doomed.map(({ mediaId }) => mediaId);
const keptOf = (options: SpecOptions) =>
  Object.fromEntries(planFiles(files, options).kept.map(({ file: { mediaId }, reason }) => [mediaId, reason.kind]));

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
    expect(doomedOf(byRule({ source: sourceOf({ ...rule, keepAvatars: false }) }))).toEqual([
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
  test("every reason keeps, each by its own switch", () => {
    expect(doomedOf(byList())).toEqual(["plain"]);
    for (const kind of ["profile-picture", "room-avatar", "protected", "quarantined", "url-preview"] as const) {
      const keep = new Set(keepKinds.filter((other) => other !== kind));
      expect(doomedOf(byList({ keep }))).toHaveLength(2);
    }
    expect(doomedOf(byList({ keep: new Set() }))).toHaveLength(files.length);
  });

  test("every picture is kept where the admin says that it may have been an avatar", () => {
    const all = [file("photo", { media_type: "image/png" }), file("clip", { media_type: "video/mp4" })];
    const plan = planFiles(all, byList({ keep: new Set(["possible-avatar"]) }));
    expect(plan.doomed.map(({ mediaId }) => mediaId)).toEqual(["clip"]);
    expect(plan.kept).toMatchObject([{ file: { mediaId: "photo" }, reason: { kind: "possible-avatar" } }]);
  });

  test("a file that was taken out stays for that reason before any other", () => {
    const options = byList({ unticked: ["plain", "face"] });
    expect(doomedOf(options)).toEqual([]);
    expect(keptOf(options)).toMatchObject({ plain: "unticked", face: "unticked" });
  });
});

test("of a user of whom everything goes nothing is kept", () => {
  const options = byRule({ engine: "whole-user", source: { kind: "user", userId: "@ann:fake" } });
  expect(doomedOf(options)).toHaveLength(files.length);
});

test("a URL preview is kept as one", () => {
  expect(keptOf(byList())).toHaveProperty("2026-01-01_preview", "url-preview");
});

test("each kept file says who or what it is kept for", () => {
  expect(planFiles(files, byRule()).kept.map(({ reason }) => reason)).toEqual([
    { kind: "profile-picture", userId: "@bob:fake" },
    { kind: "room-avatar", roomId: "!r", roomName: "Lounge" },
    { kind: "protected" },
    { kind: "quarantined", by: "@admin:fake" },
  ]);
});

test("all that speaks against deleting a file is said, not only the strongest", () => {
  const worn = file("face", { safe_from_quarantine: true, media_type: "image/png" });
  const bad = file("2026-01-01_b", { url_cache: "https://example.org/b.png", quarantined_by: "@admin:fake" });
  const { inventory } = previewFiles([worn, bad, file("plain", { media_type: "image/png" })], { avatars });
  expect(reasonsOf(inventory, 0).map(({ kind }) => kind)).toEqual(["profile-picture", "protected"]);
  expect(reasonsOf(inventory, 1)).toEqual([{ kind: "quarantined", by: "@admin:fake" }, { kind: "url-preview" }]);
  expect(reasonsOf(inventory, 2)).toEqual([]);
});

test("each row goes, stays for a reason, or does not match", () => {
  const all = [file("goes"), file("face"), file("new", { created_ts: 2 })];
  const preview = previewFiles(all, byRule());
  const rows = [0, 1, 2, 3];
  expect(rows.map((row) => isDoomed(preview, row))).toEqual([true, false, false, false]);
  expect(rows.map((row) => isKept(preview, row))).toEqual([false, true, false, false]);
  expect(rows.map((row) => isMatching(preview, row))).toEqual([true, true, false, false]);
  expect(rows.map((row) => reasonAt(preview, row)?.kind)).toEqual([undefined, "profile-picture", undefined, undefined]);
});

test("a row whose owner was read again since is in no preview", () => {
  const inventory = inventoryOf([file("old"), file("again")]);
  inventory.drop("@ann:fake");
  inventory.append("@ann:fake", [file("again")]);
  const { options } = previewFiles([], byRule());
  const preview = previewOf(inventory, options);
  expect(preview.doomed).toEqual({ files: 1, bytes: 10 });
  expect([0, 1, 2].map((row) => isMatching(preview, row))).toEqual([false, false, true]);
});

test("what narrows the rule leaves the other files out, to delete or to keep", () => {
  const filter = { ...NO_FILTER, typeGroup: "video" };
  const all = [
    file("clip", { media_type: "video/mp4" }),
    file("face", { media_type: "video/mp4" }),
    file("photo", { media_type: "image/png" }),
  ];
  const plan = planFiles(all, byList({ source: { kind: "rule", rule, filter } }));
  expect(plan.doomed.map(({ mediaId }) => mediaId)).toEqual(["clip"]);
  expect(plan.kept.map(({ file: { mediaId } }) => mediaId)).toEqual(["face"]);
});

test("rows are counted by what holds of them, those to delete and all that match", () => {
  const all = [
    file("face", { media_type: "image/png" }),
    file("pinned", { safe_from_quarantine: true, quarantined_by: "@admin:fake" }),
    file("reserved", { media_length: null }),
    file("photo", { media_type: "image/gif" }),
    file("photo2", { media_type: "image/gif" }),
  ];
  const source = { kind: "user", userId: "@ann:fake" } as const;
  const { flagsOfDoomed, flagsOfMatching } = previewFiles(all, byList({ source }));
  const counts = (flag: number) => [countOf(flagsOfMatching, flag), countOf(flagsOfDoomed, flag)];
  expect(counts(kindFlags["profile-picture"])).toEqual([1, 0]);
  expect(counts(kindFlags.quarantined)).toEqual([1, 0]);
  expect(counts(kindFlags["possible-avatar"])).toEqual([3, 2]);
  expect(counts(rowFlags.isUnfinished)).toEqual([1, 1]);
  expect(counts(kindFlags["room-avatar"])).toEqual([0, 0]);
});

test("a plan names its source, its engine and the owners that could not be read, and cannot be changed", () => {
  const unread = [{ userId: "@ghost:fake", displayName: null, files: 2, bytes: 9 }];
  const options = byList({ unread, serverVersion: "1.150.0" });
  const plan = planFiles(files, options);
  expect(plan).toMatchObject({ source: options.source, engine: "exact-list", serverVersion: "1.150.0", unread });
  expect(plan.planned).toEqual({ files: 1, bytes: 10 });
  expect(Object.isFrozen(plan)).toBe(true);
});

test("of several users a plan names those whose files were read", () => {
  const unread = [{ userId: "@ghost:fake", displayName: null, files: 2, bytes: 9 }];
  const source = { kind: "users", userIds: ["@ann:fake", "@ghost:fake"] } as const;
  const plan = planFiles(files, { ...byList({ unread }), source });
  expect(plan).toMatchObject({ source: { kind: "users", userIds: ["@ann:fake"] }, unread });
});

test("bytes are those of the files to delete; a file without a size counts nothing", () => {
  const all = [file("a"), file("b", { media_length: null }), file("c", { safe_from_quarantine: true })];
  const { doomed, kept } = previewFiles(all, { ...byList(), source: { kind: "user", userId: "@ann:fake" } });
  expect([doomed, kept]).toEqual([
    { files: 2, bytes: 10 },
    { files: 1, bytes: 10 },
  ]);
});
