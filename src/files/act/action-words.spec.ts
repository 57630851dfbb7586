import { describe, expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import type { Missed } from "../../session/journal-entry";
import { actionName, actionResult, actionRunning } from "./action-words";

const formatter = createFormatter({ locale: "en", timeZone: "UTC" });
const problem = { title: "It is protected", advice: "", words: null };
const failed = (on: string): Missed => ({ what: "failed", on, problem });

const result = (
  action: string,
  on: readonly string[],
  counts: Record<string, number>,
  missed: readonly Missed[] = [],
) => actionResult(formatter, { action, on }, { endedMs: 1, counts, missed });

test("names and progress in words, also of what has none of its own", () => {
  expect(actionName("unquarantine")).toBe("Lift quarantine");
  expect(actionName("purge-remote-media")).toBe("Purge remote media");
  expect(actionRunning(formatter, { action: "protect", on: ["a", "b"] }, 1)).toBe("Protecting 1 of 2 files");
  expect(actionRunning(formatter, { action: "purge-remote-media", on: ["a"] }, 0)).toBe("Purging remote media");
  expect(actionRunning(formatter, { action: "some-day", on: ["a"] }, 0)).toBe("Some day: 0 of 1");
  expect(actionRunning(formatter, { action: "quarantine-user", on: ["@a:b"] }, 0)).toBe(
    "Quarantining everything of a user",
  );
});

describe("the result of", () => {
  test("a quarantine says what is quarantined, or only that it was asked for", () => {
    expect(result("quarantine", ["a", "b"], { quarantined: 2 })).toBe("Done. 2 files are quarantined now.");
    expect(result("quarantine", ["a", "b"], { quarantined: 1 }, [failed("b")])).toBe(
      "Done to 1 of 2: 1 failed. 1 file is quarantined now.",
    );
    expect(result("quarantine", ["a"], { accepted: 1 })).toMatch(/^Asked\. Synapse took the request\./);
    expect(result("quarantine", ["a"], {}, [failed("a")])).toBe("Failed: It is protected");
  });

  test("a quarantine of everything is Synapse's own count", () => {
    expect(result("quarantine-user", ["@a:b"], { num_quarantined: 1204 })).toBe(
      "Done. Synapse counted 1,204 quarantined files; ones from before may be counted again.",
    );
    expect(result("other", ["a"], { num_other: 2 })).toBe("Done. Synapse counted num_other: 2.");
  });

  test("a download does not count the zip file among the files", () => {
    expect(result("download", ["a", "b", "x.zip"], { saved: 2 })).toBe("Done. 2 files are in the zip file.");
    expect(result("download", ["a", "b", "x.zip"], { saved: 1 }, [failed("b")])).toBe(
      "Done to 1 of 2: 1 failed. 1 file is in the zip file.",
    );
    expect(result("download", ["a", "x.zip"], { saved: 1 }, [failed("x.zip")])).toBe("Failed: It is protected");
    expect(actionRunning(formatter, { action: "download", on: ["a", "x.zip"] }, 2)).toBe("Downloading 1 of 1 file");
  });
});
