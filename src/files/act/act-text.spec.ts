import { describe, expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import { actFacts, actTitle, whyNotAct } from "./act-text";
import type { ActFile } from "./act-file";

const formatter = createFormatter({ locale: "en", timeZone: "UTC" });

const file = (change: Partial<ActFile> = {}): ActFile => ({
  serverName: "example.org",
  mediaId: "one",
  userId: "@ann:example.org",
  name: "one.png",
  type: "image/png",
  sizeBytes: 1000,
  createdMs: 1,
  lastAccessMs: null,
  quarantinedBy: null,
  isProtected: false,
  sha256: "ab",
  ...change,
});

const facts = (act: Parameters<typeof actFacts>[1], serverVersion: string | null, files = [file()]): string =>
  actFacts(formatter, act, { files, serverName: "example.org", serverVersion }).join("\n");

test("a title counts the files", () => {
  expect(actTitle(formatter, "unprotect", 1)).toBe("Remove the protection of 1 file");
  expect(actTitle(formatter, "quarantine", 1204)).toBe("Quarantine 1,204 files");
});

describe("what is said of", () => {
  test.each(["quarantine", "unquarantine"] as const)("%s depends on whether it goes by content", (act) => {
    expect(facts(act, "1.128.0")).toContain("It goes by content");
    expect(facts(act, "1.127.1")).toContain("before version 1.128 Synapse");
    expect(facts(act, null)).not.toMatch(/by content|before version/);
  });

  test("quarantine depends on whether a file can be looked up afterwards", () => {
    expect(facts("quarantine", "1.140.0")).toContain("each file is looked up afterwards");
    expect(facts("quarantine", "1.139.0")).toContain("their state in the list afterwards is what counts");
  });

  test("quarantine counts protected files, quarantined ones and those without a hash", () => {
    const files = [file({ isProtected: true }), file({ quarantinedBy: "system" }), file({ sha256: null }), file()];
    const text = facts("quarantine", "1.163.2", files);
    expect(text).toContain("1 of them is protected: Synapse leaves it out");
    expect(text).toContain("1 of them is quarantined already.");
    expect(text).toContain("1 of them has no hash");
    expect(facts("quarantine", "1.163.2")).not.toContain("of them");
  });

  test("quarantine claims no more than that this server hands nothing out", () => {
    const text = facts("quarantine", "1.163.2");
    expect(text).toContain("This server hands these files out no more, neither to users nor to other servers.");
    expect(text).toContain("Copies handed out before stay: other servers keep theirs");
    expect(text).not.toMatch(/nobody|another server/i);
    const remote = file({ serverName: "elsewhere.example", userId: null });
    expect(facts("quarantine", "1.163.2", [remote])).toContain(
      "1 of them is of another server. That server and others go on serving it; only this one stops.",
    );
  });

  test("protecting depends on what the server's rule spares", () => {
    expect(facts("protect", "1.61.0")).toContain("retention job keep these files");
    expect(facts("protect", "1.60.0")).toContain("from nothing else: before version 1.61");
    expect(facts("protect", "1.163.2")).toContain("It does not keep them from a deletion by ID");
  });
});

describe("it cannot be done", () => {
  test.each([
    { act: "quarantine", version: null, files: [file()], why: /not known yet/ },
    { act: "unquarantine", version: "1.35.1", files: [file()], why: /^Needs Synapse 1\.36/ },
    { act: "unprotect", version: "1.35.1", files: [file()], why: /runs 1\.35\.1/ },
    { act: "quarantine", version: "1.163.2", files: [file({ isProtected: true })], why: /leaves protected files out/ },
  ] as const)("$act, $version: $why", ({ act, version, files, why }) => {
    expect(whyNotAct(act, { files, serverName: "example.org", serverVersion: version })).toMatch(why);
  });

  test("else it can", () => {
    const some = [file({ isProtected: true }), file()];
    const asked = { files: some, serverName: "example.org" };
    expect(whyNotAct("quarantine", { ...asked, serverVersion: "1.163.2" })).toBeNull();
    expect(whyNotAct("protect", { ...asked, serverVersion: "1.26.0" })).toBeNull();
  });
});
