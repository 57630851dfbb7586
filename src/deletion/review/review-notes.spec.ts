import { expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import { buildPlan } from "../../sweep/plan";
import type { Engine, PlanOptions } from "../../sweep/plan";
import { plainFile } from "../parts/plain-file";
import { notesOf } from "./review-notes";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const avatars: PlanOptions["avatars"] = new Map([["worn", { kind: "profile-picture", userId: "@ann:example.org" }]]);
const files = [
  plainFile("plain"),
  plainFile("worn"),
  plainFile("safe", { isProtected: true }),
  plainFile("bad", { quarantinedBy: "@admin:example.org" }),
  plainFile("2025-01-01_link", { isUrlPreview: true }),
  plainFile("open", { sizeBytes: null }),
];

const keysOf = (engine: Engine) => {
  const options = { engine, serverVersion: "1.163.2", avatars, keep: new Set<never>(), unticked: new Set<never>() };
  const plan = buildPlan(files, { ...options, source: { kind: "user", userId: "@ann:example.org" }, unread: [] });
  return notesOf(plan, avatars, formatter).map(({ key }) => key);
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

test("the list says that it does not know pictures of earlier", () => {
  expect(keysOf("exact-list")).toContain("earlier-avatars");
});
