import { expect, test } from "vitest";
import type { KeepReason } from "../../sweep/plan";
import { reasonText } from "./reason-text";

const inWords = (reason: KeepReason) => {
  const { form, name } = reasonText(reason);
  return form.replace("{name}", name);
};

test.each<[KeepReason, string]>([
  [{ kind: "profile-picture", userId: "@ann:example.org" }, "Profile picture of @ann:example.org"],
  [{ kind: "room-avatar", roomId: "!r:example.org", roomName: "Lobby" }, "Avatar of room Lobby"],
  [{ kind: "room-avatar", roomId: "!r:example.org", roomName: null }, "Avatar of room !r:example.org"],
  [{ kind: "protected" }, "Protected from quarantine"],
  [{ kind: "quarantined", by: "@admin:example.org" }, "Quarantined by @admin:example.org"],
  [{ kind: "quarantined", by: "system" }, "Quarantined by the server: same content as a quarantined file"],
  [{ kind: "url-preview" }, "URL preview"],
  [{ kind: "unticked" }, "Taken out by you"],
])("%j reads %j", (reason, text) => {
  expect(inWords(reason)).toBe(text);
});
