import { expect, test } from "vitest";
import type { Source } from "../../sweep/plan";
import { NO_FILTER } from "../../sweep/filter";
import { sourceOf } from "../../sweep/planned-files";
import { enginesFor } from "./engine-options";
import { choicesFor, choose } from "./review-choices";

const byRule = sourceOf({ beforeMs: 1_700_000_000_000, largerThanBytes: 0, keepAvatars: true });
const ofUser: Source = { kind: "user", userId: "@ann:example.org" };
const version = "1.163.2";

const reasonsFor = (source: Source, serverVersion: string | null, takenOut: readonly number[] = []) => {
  const choices = choose(choicesFor(source), { type: "take-out", rows: takenOut });
  return enginesFor(source, choices, serverVersion).map(({ engine, whyNot }) => [engine, whyNot === null]);
};

test("a rule can be left to Synapse as long as no file is taken out", () => {
  expect(reasonsFor(byRule, version)).toEqual([
    ["synapse-rule", true],
    ["exact-list", true],
  ]);
  expect(reasonsFor(byRule, version, [0])[0]).toEqual(["synapse-rule", false]);
});

test("what Synapse's rule cannot say is left to the list", () => {
  const narrowed: Source = { ...byRule, filter: { ...NO_FILTER, typeGroup: "video" } };
  expect(reasonsFor(narrowed, version)[0]).toEqual(["synapse-rule", false]);
  expect(choicesFor(narrowed).engine).toBe("exact-list");
});

test("everything of a user needs a Synapse that can, and no file taken out", () => {
  expect(reasonsFor(ofUser, version)[1]).toEqual(["whole-user", true]);
  expect(reasonsFor(ofUser, version, [0])[1]).toEqual(["whole-user", false]);
  expect(reasonsFor(ofUser, "1.40.0")[1]).toEqual(["whole-user", false]);
  expect(reasonsFor(ofUser, null)[1]).toEqual(["whole-user", false]);
});
