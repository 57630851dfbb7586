import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Source } from "../../sweep/plan";
import { sourceOf } from "../../sweep/planned-files";
import { choicesFor, choose } from "./review-choices";
import type { ChoiceAction } from "./review-choices";

const byRule = (keepAvatars = true): Source =>
  sourceOf({ beforeMs: 1_700_000_000_000, largerThanBytes: 0, keepAvatars });
const ofUser: Source = { kind: "user", userId: "@ann:example.org" };
const picked: Source = { kind: "picked", userId: "@ann:example.org" };

describe("at first", () => {
  test("a rule is left to Synapse, everything else is exactly the list", () => {
    expect([byRule(), ofUser, picked].map((source) => choicesFor(source).engine)).toEqual([
      "synapse-rule",
      "exact-list",
      "exact-list",
    ]);
  });

  test("every certain reason keeps, avatars only where the rule keeps them, and nothing picked by hand", () => {
    expect(choicesFor(byRule()).keep.size).toBe(6);
    expect([...choicesFor(byRule(false)).keep]).toEqual(["protected", "quarantined", "url-preview"]);
    expect(choicesFor(ofUser).keep.size).toBe(6);
    expect(choicesFor(picked).keep.size).toBe(0);
  });
});

describe("taking a file out", () => {
  test("leaves Synapse's rule for the list, and says so until an engine is chosen", () => {
    const after = choose(choicesFor(byRule()), { type: "take-out", rows: [0] });
    expect(after).toMatchObject({ engine: "exact-list", isSwitched: true });
    expect(choose(after, { type: "choose-engine", engine: "exact-list" }).isSwitched).toBe(false);
  });

  test("changes no engine where the list was chosen already", () => {
    const chosen = choose(choicesFor(byRule()), { type: "choose-engine", engine: "exact-list" });
    expect(choose(chosen, { type: "take-out", rows: [0] }).isSwitched).toBe(false);
  });

  test("can be undone, file by file, without the engine changing by itself", () => {
    const taken = choose(choicesFor(byRule()), { type: "take-out", rows: [0, 1] });
    const back = choose(taken, { type: "put-back", rows: [0, 1] });
    expect([...back.unticked]).toEqual([]);
    expect(back.engine).toBe("exact-list");
  });
});

test("reading again withdraws the consent, makes the list fresh, and keeps every other choice", () => {
  const taken = choose(choicesFor(byRule()), { type: "take-out", rows: [0] });
  const agreed = choose(taken, { type: "consent", isGiven: true });
  expect(choose(choose(agreed, { type: "started" }), { type: "read-again" })).toEqual(taken);
});

test("a reason can be switched off and on", () => {
  const off = choose(choicesFor(ofUser), { type: "keep", kind: "protected", isKept: false });
  expect(off.keep.has("protected")).toBe(false);
  expect(choose(off, { type: "keep", kind: "protected", isKept: true }).keep.has("protected")).toBe(true);
});

const anyRows = fc.array(fc.constantFrom(0, 1, 2), { maxLength: 3 });
const anyAction: fc.Arbitrary<ChoiceAction> = fc.oneof(
  anyRows.map((rows): ChoiceAction => ({ type: "take-out", rows })),
  anyRows.map((rows): ChoiceAction => ({ type: "put-back", rows })),
  fc
    .constantFrom("synapse-rule" as const, "exact-list" as const, "whole-user" as const)
    .map((engine): ChoiceAction => ({ type: "choose-engine", engine })),
);

test("whatever is done in whatever order, a file taken out is never left to an engine that would take it", () => {
  fc.assert(
    fc.property(fc.constantFrom(byRule(), ofUser), fc.array(anyAction), (source, actions) => {
      let choices = choicesFor(source);
      for (const action of actions) choices = choose(choices, action);
      expect(choices.unticked.size === 0 || choices.engine === "exact-list").toBe(true);
    }),
  );
});
