import { expect, test } from "vitest";
import type { ReviewState } from "../../session/review";
import { buildPlan } from "../../sweep/plan";
import type { Source } from "../../sweep/plan";
import { plainFile } from "../parts/plain-file";
import { planOptionsOf } from "./plan-options";
import { choicesFor, choose } from "./review-choices";
import type { ChoiceAction } from "./review-choices";
import { whyNotDelete } from "./why-not-delete";

const byRule: Source = { kind: "rule", rule: { beforeMs: 1_800_000_000_000, largerThanBytes: 0, keepAvatars: true } };
const ghost = { userId: "@ghost:example.org", displayName: null, files: 3, bytes: 30 };
const problem = { title: "Unknown user", advice: "", words: null };

const done: ReviewState = {
  source: byRule,
  status: "done",
  problem: null,
  files: [plainFile("a")],
  owners: { read: 1, total: 1 },
  unread: [],
  avatars: new Map(),
  rooms: null,
  serverVersion: "1.163.2",
};

function ask(change: Partial<ReviewState>, actions: readonly ChoiceAction[] = [], isRunning = false) {
  const review = { ...done, ...change };
  let choices = choicesFor(review.source);
  for (const action of actions) choices = choose(choices, action);
  const plan = buildPlan(review.files, planOptionsOf(review, choices));
  return whyNotDelete({ review, choices, plan, isRunning });
}

const toList: ChoiceAction = { type: "choose-engine", engine: "exact-list" };

test("what was read to the end can be deleted", () => {
  expect(ask({})).toBeNull();
});

test("nothing is deleted while the lists are read, or before pictures in use and version are known", () => {
  expect(ask({ status: "reading" })).toMatch(/still being read/);
  expect(ask({ status: "stopped", avatars: null }, [toList])).toMatch(/profile pictures/);
  expect(ask({ status: "stopped", serverVersion: null }, [toList])).toMatch(/version/);
});

test("of an incomplete list exactly that list can be deleted, and nothing by Synapse's rule", () => {
  expect(ask({ status: "stopped" })).toMatch(/incomplete/);
  expect(ask({ status: "stopped" }, [toList])).toBeNull();
});

test("owners that were not read need a consent of their own under Synapse's rule, and none under the list", () => {
  const unread = [{ owner: ghost, problem }];
  expect(ask({ unread })).toMatch(/not listed/);
  expect(ask({ unread }, [{ type: "consent", isGiven: true }])).toBeNull();
  expect(ask({ unread }, [toList])).toBeNull();
});

test("a list is run once", () => {
  expect(ask({}, [{ type: "started" }])).toMatch(/has been run/);
});

test("an empty list and another clean-up are said", () => {
  expect(ask({ files: [] })).toMatch(/nothing to delete/);
  expect(ask({}, [], true)).toMatch(/under way/);
});
