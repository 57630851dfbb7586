import { expect, test } from "vitest";
import type { ReviewState } from "../../session/review";
import { Inventory } from "../../sweep/inventory";
import { sourceOf } from "../../sweep/planned-files";
import { choicesFor, choose } from "./review-choices";
import type { ChoiceAction } from "./review-choices";
import { whyNotCommand, whyNotDelete } from "./why-not-delete";

const byRule = sourceOf({ beforeMs: 1_800_000_000_000, largerThanBytes: 0, keepAvatars: true });
const ghost = { userId: "@ghost:example.org", displayName: null, files: 3, bytes: 30 };
const problem = { title: "Unknown user", advice: "", words: null };

const done: ReviewState = {
  source: byRule,
  status: "done",
  problem: null,
  found: { inventory: new Inventory(), revision: 0 },
  progress: { startedMs: 0, ownersRead: 1, ownersTotal: 1, filesRead: 1, filesTotal: 1 },
  deactivated: new Set(),
  unread: [],
  avatars: new Map(),
  rooms: null,
  members: { status: "not-asked" },
  serverVersion: "1.163.2",
};

interface Situation {
  readonly actions?: readonly ChoiceAction[];
  readonly files?: number;
  readonly isRunning?: boolean;
}

function ask(change: Partial<ReviewState>, { actions = [], files = 1, isRunning = false }: Situation = {}) {
  const review = { ...done, ...change };
  let choices = choicesFor(review.source);
  for (const action of actions) choices = choose(choices, action);
  return whyNotDelete({ review, choices, files, isRunning });
}

const toList: ChoiceAction = { type: "choose-engine", engine: "exact-list" };

test("what was read to the end can be deleted", () => {
  expect(ask({})).toBeNull();
});

test("nothing is deleted while the lists are read, or before pictures in use and version are known", () => {
  expect(ask({ status: "reading" })).toMatch(/still being read/);
  expect(ask({ members: { status: "reading", rooms: null } })).toMatch(/looked through/);
  expect(ask({ status: "stopped", avatars: null }, { actions: [toList] })).toMatch(/profile pictures/);
  expect(ask({ status: "stopped", serverVersion: null }, { actions: [toList] })).toMatch(/version/);
});

test("of an incomplete list exactly that list can be deleted, and nothing by Synapse's rule", () => {
  expect(ask({ status: "stopped" })).toMatch(/incomplete/);
  expect(ask({ status: "stopped" }, { actions: [toList] })).toBeNull();
});

test("what is not all of several users is not deleted as all of them", () => {
  const source = { kind: "users", userIds: ["@a:x", "@b:x"] } as const;
  expect(ask({ source, status: "stopped" })).toMatch(/not known to hold all files/);
  expect(ask({ source, unread: [{ owner: ghost, problem }] })).toBeNull();
});

test("owners that were not read need a consent of their own under Synapse's rule, and none under the list", () => {
  const unread = [{ owner: ghost, problem }];
  expect(ask({ unread })).toMatch(/not listed/);
  expect(ask({ unread }, { actions: [{ type: "consent", isGiven: true }] })).toBeNull();
  expect(ask({ unread }, { actions: [toList] })).toBeNull();
});

test("a list is run once", () => {
  expect(ask({}, { actions: [{ type: "started" }] })).toMatch(/has been run/);
});

test("an empty list and another clean-up are said", () => {
  expect(ask({}, { files: 0 })).toMatch(/nothing to delete/);
  expect(ask({}, { isRunning: true })).toMatch(/under way/);
});

test("a command is kept back for the same reasons, but a rule that finds nothing today has one", () => {
  const choices = choicesFor(byRule);
  const unread = [{ owner: ghost, problem }];
  expect(whyNotCommand({ review: { ...done, status: "reading" }, choices, files: 1 })).toMatch(/still being read/);
  expect(whyNotCommand({ review: { ...done, unread }, choices, files: 1 })).toMatch(/not listed/);
  expect(whyNotCommand({ review: done, choices, files: 0 })).toBeNull();
  expect(whyNotCommand({ review: done, choices: choose(choices, { type: "started" }), files: 1 })).toBeNull();
  expect(whyNotCommand({ review: done, choices: choose(choices, toList), files: 0 })).toMatch(/nothing to delete/);
});
