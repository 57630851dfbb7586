import { useEffect, useRef, useState } from "react";
import { describeError } from "../../api/describe-error";
import type { ErrorText } from "../../api/describe-error";
import type { MediaFile } from "../../api/media-page";
import { currentDeps } from "../../session/current";
import { findFile } from "../../sweep/find-file";
import type { FindEvent } from "../../sweep/find-file";

/** An owner whose list could not be read. */
export interface UnreadList {
  readonly userId: string;
  readonly problem: ErrorText;
}

/** How far the search through users' lists has come. */
export interface FileSearch {
  readonly status: "idle" | "searching" | "found" | "not-found" | "stopped" | "failed";
  readonly listsRead: number;
  /** Null until it is known. */
  readonly listsTotal: number | null;
  readonly unread: readonly UnreadList[];
  readonly file: MediaFile | null;
  readonly problem: ErrorText | null;
}

const IDLE: FileSearch = {
  status: "idle",
  listsRead: 0,
  listsTotal: null,
  unread: [],
  file: null,
  problem: null,
};

export interface FileSearchControls {
  readonly search: FileSearch;
  /** Reads these users' lists, everybody's where null. */
  readonly start: (userIds: readonly string[] | null) => void;
  readonly stop: () => void;
}

/** Looks for a file in users' lists, as long as the screen stays. */
export function useFileSearch(mediaId: string): FileSearchControls {
  const [search, setSearch] = useState(IDLE);
  const stopping = useRef(new AbortController());
  useEffect(
    () => () => {
      stopping.current.abort();
    },
    [],
  );
  const run = async (userIds: readonly string[] | null) => {
    stopping.current.abort();
    const mine = new AbortController();
    stopping.current = mine;
    setSearch({ ...IDLE, status: "searching" });
    try {
      for await (const event of findFile(currentDeps(), { mediaId, userIds, signal: mine.signal })) {
        setSearch((before) => after(before, event));
      }
      setSearch((before) => (before.status === "searching" ? { ...before, status: "not-found" } : before));
    } catch (error) {
      if (mine !== stopping.current) return;
      const problem = mine.signal.aborted ? null : describeError(error);
      setSearch((before) => ({ ...before, status: problem === null ? "stopped" : "failed", problem }));
    }
    // What is under way for other lists is of no use any more.
    mine.abort();
  };
  return {
    search,
    start: (userIds) => void run(userIds),
    stop: () => {
      stopping.current.abort();
      setSearch((before) => ({ ...before, status: "stopped" }));
    },
  };
}

function after(search: FileSearch, event: FindEvent): FileSearch {
  if (event.kind === "owners") return { ...search, listsTotal: event.total };
  const listsRead = search.listsRead + 1;
  if (event.kind === "found") return { ...search, listsRead, status: "found", file: event.file };
  if (event.kind === "read") return { ...search, listsRead };
  const { userId, problem } = event;
  return { ...search, listsRead, unread: [...search.unread, { userId, problem }] };
}
