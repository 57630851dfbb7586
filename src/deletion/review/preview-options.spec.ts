import { expect, test } from "vitest";
import { plainFile } from "../parts/plain-file";
import { previewFiles } from "../../sweep/planned-files";
import { countReasons } from "./preview-options";

test("a file counts for each reason it has", () => {
  const files = [
    plainFile("a", { isProtected: true, isUrlPreview: true }),
    plainFile("b", { quarantinedBy: "system" }),
    plainFile("c"),
  ];
  const avatars = new Map([["c", { kind: "room-avatar", roomId: "!r:example.org", roomName: null } as const]]);
  expect(countReasons(previewFiles(files, { avatars }))).toEqual({
    "profile-picture": 0,
    "room-avatar": 1,
    protected: 1,
    quarantined: 1,
    "url-preview": 1,
    "member-picture": 0,
    "possible-avatar": 3,
  });
});
