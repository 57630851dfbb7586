import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import type { MediaFile, MediaInfo } from "../api/media-page";
import type { Outcome } from "./outcome";
import type { Engine } from "./plan";
import { planFiles, sourceOf } from "./planned-files";
import { buildReceipt, freedBytes, tallyOf } from "./receipt";
import type { RunFacts } from "./receipt";
import { receiptCsv, receiptJson } from "./receipt-export";

const file = (media_id: string, change: Partial<MediaInfo> = {}) =>
  mediaFileOf({ media_id, created_ts: 0, media_length: 10, safe_from_quarantine: false, ...change }, "@ann:fake");

const plainFile = (mediaId: string, change: Partial<MediaFile> = {}): MediaFile => ({ ...file(mediaId), ...change });

const problem = { title: "The server could not remove the file", advice: "", words: null };

const ALL = { beforeMs: Number.MAX_SAFE_INTEGER, largerThanBytes: 0, keepAvatars: true };

const FACTS: RunFacts = {
  homeserver: "https://matrix.example.org",
  serverName: "example.org",
  admin: "@admin:example.org",
  startedMs: 0,
  endedMs: 1000,
  before: { files: 12, bytes: 120 },
  after: { files: 9, bytes: 93 },
  isStopped: false,
  isClosed: false,
  halted: null,
};

function receiptOf(outcomes: readonly Outcome[]) {
  const plan = planFiles(
    [
      file("a", { upload_name: '=HYPERLINK("http://evil")' }),
      file("b", { upload_name: 'comma, "quote"\nline', media_length: 20 }),
      file("2026-01-01_p", { url_cache: "https://example.org" }),
      file("kept", { safe_from_quarantine: true }),
    ],
    { source: sourceOf({ beforeMs: 1, largerThanBytes: 0, keepAvatars: true }) },
  );
  return buildReceipt(plan, outcomes, FACTS);
}

const outcomes: readonly Outcome[] = [
  { what: "deleted", mediaId: "a", knownBy: "answer" },
  { what: "failed", mediaId: "b", problem },
  { what: "deleted", mediaId: "2026-01-01_p", knownBy: "listing" },
  { what: "deleted-unplanned", mediaId: "kept", sizeBytes: null },
  { what: "deleted-unplanned", mediaId: "stranger", sizeBytes: 7 },
];

test("sums files and bytes of each kind, and finds unplanned files among those kept", () => {
  const tallies = tallyOf(receiptOf(outcomes).entries);
  expect(tallies.deleted).toEqual({ files: 2, bytes: 20 });
  expect(tallies["deleted-unplanned"]).toEqual({ files: 2, bytes: 17 });
  expect(tallies.failed).toEqual({ files: 1, bytes: 20 });
  expect(tallies.unknown).toEqual({ files: 0, bytes: 0 });
});

test("counts nothing as freed of a URL preview, whose file stays on disk", () => {
  expect(freedBytes(receiptOf(outcomes).entries)).toBe(27);
});

describe("exports", () => {
  const rowsOf = (csv: string) => Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

  test("CSV starts with a byte order mark and holds one line for each file", () => {
    const csv = receiptCsv(receiptOf(outcomes));
    expect(csv.startsWith("\uFEFF")).toBe(true);
    const rows = rowsOf(csv.slice(1));
    expect(rows.map((row) => [row["media_id"], row["outcome"], row["reason"]])).toEqual([
      ["a", "deleted", ""],
      ["b", "failed", problem.title],
      ["2026-01-01_p", "deleted", ""],
      ["kept", "deleted-unplanned", ""],
      ["stranger", "deleted-unplanned", ""],
    ]);
    expect(rows[1]).toMatchObject({ name: 'comma, "quote"\nline', mxc: "mxc://example.org/b", size_bytes: "20" });
  });

  test("a line of the CSV says all that is known of a file, and leaves the rest empty", () => {
    const plan = planFiles([
      file("used", { upload_name: "cat.png", media_type: "image/png", last_access_ts: 1000 }),
      file("lost", { media_length: 5 }),
    ]);
    const ends: readonly Outcome[] = [
      { what: "deleted", mediaId: "used", knownBy: "repeat" },
      { what: "unknown", mediaId: "lost", problem },
      { what: "deleted-unplanned", mediaId: "stranger", sizeBytes: 7, knownBy: "listing" },
      { what: "already-gone", mediaId: "nobody" },
    ];
    const empty = { user_id: "", name: "", type: "", size_bytes: "", uploaded: "", last_used: "", known_by: "" };
    const mxc = "mxc://example.org/";
    // An @ begins a formula as well.
    const user_id = "'@ann:fake";
    expect(rowsOf(receiptCsv(buildReceipt(plan, ends, FACTS)).slice(1))).toMatchObject([
      {
        outcome: "deleted",
        mxc: `${mxc}used`,
        media_id: "used",
        user_id,
        name: "cat.png",
        type: "image/png",
        size_bytes: "10",
        uploaded: "1970-01-01T00:00:00.000Z",
        last_used: "1970-01-01T00:00:01.000Z",
        known_by: "repeat",
        reason: "",
      },
      {
        ...empty,
        outcome: "unknown",
        mxc: `${mxc}lost`,
        media_id: "lost",
        user_id,
        size_bytes: "5",
        uploaded: "1970-01-01T00:00:00.000Z",
        reason: problem.title,
      },
      {
        ...empty,
        outcome: "deleted-unplanned",
        mxc: `${mxc}stranger`,
        media_id: "stranger",
        size_bytes: "7",
        known_by: "listing",
        reason: "",
      },
      { ...empty, outcome: "already-gone", mxc: `${mxc}nobody`, media_id: "nobody", reason: "" },
    ]);
  });

  test("no cell of the CSV starts like a formula", () => {
    const [first] = rowsOf(receiptCsv(receiptOf(outcomes)).slice(1));
    expect(first?.["name"]).toBe('\'=HYPERLINK("http://evil")');
  });

  test.each([
    "=1+1\n+cmd|' /C calc'!A0",
    "+1\r\n2",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00A0=1+1",
    "\u200B=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    '"=1+1"\n=2',
  ])("whichever text says %j, a spreadsheet reads it as text", (text) => {
    const nasty = { ...plainFile("x", { name: text, type: text, userId: text }), mediaId: text };
    const plan = planFiles([nasty], { source: sourceOf(ALL) });
    const problemOfServer = { title: text, advice: "", words: text };
    const receipt = buildReceipt(plan, [{ what: "failed", mediaId: text, problem: problemOfServer }], FACTS);
    const [row] = rowsOf(receiptCsv(receipt).slice(1));
    const held = ["media_id", "user_id", "name", "type", "reason", "server_words"].map((column) => row?.[column]);
    expect(held).toEqual(held.map(() => (text.startsWith('"') ? text : `'${text}`)));
  });

  test("CSV says of each file whether it was planned, what Synapse said of it, and for whom a picture stays", () => {
    const words = "Cannot unlink";
    const worn = plainFile("worn");
    const plan = planFiles([plainFile("a"), worn], {
      avatars: new Map([["worn", { kind: "profile-picture", userId: "@bob:fake" }]]),
      engine: "exact-list",
    });
    const failed: Outcome = { what: "failed", mediaId: "a", problem: { ...problem, words } };
    const receipt = buildReceipt(plan, [failed, { what: "deleted-unplanned", mediaId: "b", sizeBytes: 1 }], FACTS);
    expect(rowsOf(receiptCsv(receipt).slice(1))).toMatchObject([
      { media_id: "a", planned: "yes", reason: problem.title, server_words: words, kept_for: "" },
      { media_id: "b", planned: "no", reason: "", server_words: "", kept_for: "" },
      { media_id: "worn", planned: "no", outcome: "kept", reason: "profile-picture", kept_for: "'@bob:fake" },
    ]);
  });

  test("JSON names the owners whose files Synapse could take from no list, and only where it could", () => {
    const ghost = { userId: "@ghost:fake", displayName: null, files: 3, bytes: 30 };
    const unlistedBy = (engine: Engine): unknown =>
      JSON.parse(receiptJson(buildReceipt(planFiles([file("a")], { engine, unread: [ghost] }), [], FACTS)));
    expect(unlistedBy("synapse-rule")).toMatchObject({ unlisted: [ghost] });
    expect(unlistedBy("exact-list")).toMatchObject({ unlisted: [] });
  });

  test("JSON holds who, where, which rule, the sums and every file", () => {
    const json: unknown = JSON.parse(receiptJson(receiptOf(outcomes)));
    expect(json).toMatchObject({
      homeserver: "https://matrix.example.org",
      admin: "@admin:example.org",
      source: { kind: "rule", rule: { largerThanBytes: 0 } },
      engine: "synapse-rule",
      serverVersion: "1.163.2",
      started: "1970-01-01T00:00:00.000Z",
      ended: "1970-01-01T00:00:01.000Z",
      statistics: { before: { files: 12, bytes: 120 }, after: { files: 9, bytes: 93 } },
      planned: { files: 3, bytes: 40 },
      kept: { files: 0, bytes: 0 },
      freed_bytes: 27,
      tallies: { deleted: { files: 2 } },
    });
    expect(json).toHaveProperty("files.length", 5);
  });
});
