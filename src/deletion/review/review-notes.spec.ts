import { expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import type { Engine, KeepKind } from "../../sweep/plan";
import { previewFiles } from "../../sweep/planned-files";
import type { AvatarUses } from "../../sweep/protect";
import { plainFile } from "../parts/plain-file";
import { notesOf } from "./review-notes";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const avatars: AvatarUses = new Map([["worn", { kind: "profile-picture", userId: "@ann:example.org" }]]);
const files = [
  plainFile("plain"),
  plainFile("worn"),
  plainFile("safe", { isProtected: true }),
  plainFile("bad", { quarantinedBy: "@admin:example.org" }),
  plainFile("2025-01-01_link", { isUrlPreview: true }),
  plainFile("open", { sizeBytes: null }),
];

const keysOf = (engine: Engine, keep: readonly KeepKind[] = []) => {
  const source = { kind: "user", userId: "@ann:example.org" } as const;
  const preview = previewFiles(files, { engine, avatars, keep: new Set(keep), source });
  return notesOf(preview, formatter).map(({ key }) => key);
};

test("names every kind of file that goes and means more than its bytes", () => {
  expect(keysOf("whole-user")).toEqual([
    "avatars",
    "protected",
    "quarantined",
    "url-previews",
    "unfinished",
    "storage",
  ]);
});

test("the list says that it does not know pictures of earlier, unless it keeps every picture", () => {
  expect(keysOf("exact-list")).toContain("earlier-avatars");
  expect(keysOf("exact-list", ["possible-avatar"])).not.toContain("earlier-avatars");
});
