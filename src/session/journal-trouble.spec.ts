import { openDB } from "idb";
import { describe, expect, test, vi } from "vitest";
import { NO_FILTER } from "../sweep/filter";
import { sourceOf } from "../sweep/planned-files";
import { fillDisk, watchConnections } from "./fake-device";
import { openJournal } from "./journal";
import type { Journal } from "./journal";
import { newEntryId } from "./journal-entry";
import { isOfOtherWriter } from "./journal-error";
import {
  ann,
  deleted,
  ended,
  openTab,
  planOf,
  putRaw,
  readRun,
  storedCounts,
  withEmptyDevice,
} from "./journal-samples";

withEmptyDevice();

const rule = { beforeMs: ann.startedMs, largerThanBytes: 0, keepAvatars: true };

describe("what another version wrote", () => {
  test("is listed as unreadable with its time, and can be removed", async () => {
    const journal = await openTab();
    const id = newEntryId(ann.startedMs);
    await putRaw("entries", { id, scope: ann.scope, startedMs: ann.startedMs, kind: "time-travel" });
    const unreadable = { kind: "unreadable", id, startedMs: ann.startedMs };
    expect(await journal.entries(ann.scope)).toEqual([unreadable]);
    expect(await journal.read(id)).toEqual(unreadable);
    await expect(journal.resume(id)).rejects.toMatchObject({ why: "lost" });
    await journal.remove(id);
    expect(await journal.entries(ann.scope)).toEqual([]);
  });

  test("without a time takes it from the ID", async () => {
    const journal = await openTab();
    const id = newEntryId(ann.startedMs);
    await putRaw("entries", { id });
    expect(await journal.read(id)).toEqual({ kind: "unreadable", id, startedMs: ann.startedMs });
  });

  test("never passes for a shorter plan, a shorter log or a wider rule", async () => {
    const journal = await openTab();
    const logs = [await journal.begin(ann, planOf(3)), await journal.begin(ann, planOf(3))];
    const [log, cut] = logs.map(({ id }) => id);
    await putRaw("outcomes", { id: log, seq: 0, steps: [{ outcomes: [{ what: "undeleted", mediaId: "f0" }] }] });
    await putRaw("files", { id: cut, part: "doomed", index: 0, items: [] });
    const { id: ruled } = await journal.begin(ann, planOf(3));
    const { header } = await readRun(journal, ruled);
    const source = { ...sourceOf(rule), filter: { ...NO_FILTER, isBlue: true } };
    await putRaw("entries", { ...header, source });
    for (const id of [log, cut, ruled]) expect(await journal.read(id ?? "")).toMatchObject({ kind: "unreadable", id });
  });
});

describe("two tabs", () => {
  test("tell each other what began, ended and went", async () => {
    const [first, second] = [await openTab(), await openTab()];
    const heard = (journal: Journal) =>
      new Promise<void>((resolve) => {
        const unsubscribe = journal.changes.subscribe(() => {
          unsubscribe();
          resolve();
        });
      });
    let news = heard(second);
    const log = await first.begin(ann, planOf(1));
    await news;
    news = heard(second);
    await log.end(ended, null);
    await news;
    news = heard(first);
    const own = heard(second);
    await second.remove(log.id);
    await Promise.all([news, own]);
    expect(await first.entries(ann.scope)).toEqual([]);
  });

  test("without BroadcastChannel hear of themselves", async () => {
    vi.stubGlobal("BroadcastChannel", undefined);
    const journal = await openTab();
    const listener = vi.fn<() => void>();
    journal.changes.subscribe(listener);
    await journal.begin(ann, planOf(1));
    expect(listener).toHaveBeenCalledOnce();
  });

  test("never write a run that one of them removed", async () => {
    const [first, second] = [await openTab(), await openTab()];
    const log = await first.begin(ann, planOf(1));
    await second.remove(log.id);
    await expect(log.calling(["f0"])).rejects.toMatchObject({ why: "lost" });
    await expect(log.end(ended, null)).rejects.toMatchObject({ why: "lost" });
    expect(await storedCounts()).toEqual([0, 0, 0]);
  });

  test("never write the same step of a run twice", async () => {
    const [first, second] = [await openTab(), await openTab()];
    const log = await first.begin(ann, planOf(3));
    const twin = await second.resume(log.id);
    await log.calling(["f0"]);
    const refused: unknown = await twin.calling(["f2"]).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: "JournalError", why: "lost" });
    expect(isOfOtherWriter(refused)).toBe(true);
    expect([...(await readRun(first, log.id)).called]).toEqual(["f0"]);
  });
});

describe("where storage is refused", () => {
  const refused = { name: "JournalError", why: "refused" };

  test("opening says so: a browser without IndexedDB", async () => {
    vi.stubGlobal("indexedDB", undefined);
    await expect(openJournal()).rejects.toMatchObject(refused);
  });

  test("opening says so: a private window", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    await expect(openJournal()).rejects.toMatchObject(refused);
  });

  test("opening says so: a newer version of the app has changed it", async () => {
    (await openDB("mediasweep", 99)).close();
    await expect(openJournal()).rejects.toMatchObject({ ...refused, cause: { name: "VersionError" } });
  });

  test("opening says so: another tab does not let go of an older version; and stands in nobody's way later", async () => {
    const older = await openDB("mediasweep", 1);
    const openNow = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, "open").mockImplementationOnce((name) => openNow(name, 2));
    await expect(openJournal()).rejects.toMatchObject(refused);
    older.close();
    (await openDB("mediasweep", 3)).close();
  });

  test("beginning asks the browser once to keep it, whatever that answers", async () => {
    const persist = vi.fn<() => Promise<boolean>>(() => Promise.reject(new Error("no")));
    vi.stubGlobal("navigator", { storage: { persist } });
    const journal = await openTab();
    expect(persist).not.toHaveBeenCalled();
    await journal.begin(ann, planOf(1));
    await journal.begin(ann, planOf(1));
    expect(persist).toHaveBeenCalledOnce();
  });
});

describe("where the disk is full", () => {
  test("a run does not begin, and nothing of it stays", async () => {
    const journal = await openTab();
    fillDisk();
    await expect(journal.begin(ann, planOf(5000))).rejects.toMatchObject({ name: "JournalError", why: "full" });
    expect(await storedCounts()).toEqual([0, 0, 0]);
  });

  test("a log that failed once stays failed, and keeps what it had", async () => {
    const journal = await openTab();
    const log = await journal.begin(ann, planOf(3));
    await log.calling(["f0"]);
    fillDisk();
    const writes = [log.outcomes([deleted("f0")]), log.end(ended, null)];
    for (const each of writes) await expect(each).rejects.toMatchObject({ name: "JournalError", why: "full" });
    await expect(log.calling(["f2"])).rejects.toMatchObject({ why: "full" });
    const { header, called } = await readRun(journal, log.id);
    expect(header.ended).toBeNull();
    expect([...called]).toEqual(["f0"]);
  });
});

test("a plan that cannot be stored to its last file is not stored at all", async () => {
  const journal = await openTab();
  // Functions cannot be stored.
  const owner = { userId: "@gone:example.org", displayName: null, files: 1, bytes: 1, toString: () => "" };
  const beginning = journal.begin(ann, { ...planOf(3), unread: [owner] });
  await expect(beginning).rejects.toMatchObject({
    name: "JournalError",
    why: "lost",
    cause: { name: "DataCloneError" },
  });
  expect(await storedCounts()).toEqual([0, 0, 0]);
});

describe("where the browser closes the connection", () => {
  test("the log in progress is lost, and the journal opens anew", async () => {
    const connections = watchConnections();
    const journal = await openTab();
    const log = await journal.begin(ann, planOf(3));
    connections.cutAll();
    await expect(log.calling(["f0"])).rejects.toMatchObject({ name: "JournalError", why: "lost" });
    expect(await journal.entries(ann.scope)).toHaveLength(1);
    expect((await readRun(journal, log.id)).called.size).toBe(0);
  });
});

describe("a newer version of the app in another tab", () => {
  test("gets the database at once where nothing runs", async () => {
    const journal = await openTab();
    (await openDB("mediasweep", 2)).close();
    await expect(journal.entries(ann.scope)).rejects.toMatchObject({ name: "JournalError", why: "refused" });
  });

  test("waits for the run in progress", async () => {
    const journal = await openTab();
    const log = await journal.begin(ann, planOf(1));
    const blocked = vi.fn<() => void>();
    const newer = openDB("mediasweep", 2, { blocked });
    await vi.waitFor(() => {
      expect(blocked).toHaveBeenCalled();
    });
    await log.calling(["f0"]);
    await log.end(ended, null);
    (await newer).close();
  });
});
