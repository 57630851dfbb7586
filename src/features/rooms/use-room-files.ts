import { useEffect, useMemo, useState } from "react";
import type { MediaName } from "../../lib/mxc";
import { useStore } from "../../queries/use-session";
import { actions, currentDeps, runs } from "../../session/current";
import { onEnd } from "../../session/on-end";
import type { LookUp } from "../../sweep/look-up-files";
import { createLookedUp } from "./looked-up";
import type { LookedUpFiles } from "./looked-up";
import { doubtedAfter, roomFilesOf } from "./room-files";
import type { RoomFile, RoomFiles } from "./room-files";

/** As many are looked up by themselves; more wait for the admin, because each is a request. */
const BY_ITSELF = 200;

export interface RoomLookUp<File> {
  readonly files: RoomFiles<File>;
  readonly isReading: boolean;
  /** How many are looked up without another press. */
  readonly wanted: number;
  /** Looks up the rest, and once more what could not be looked up. */
  readonly lookUpRest: () => void;
}

interface RoomNames<File> {
  readonly names: readonly MediaName[];
  /** When Synapse named them, in ms since 1970: named anew, they are looked up anew. */
  readonly readMs: number;
  /** The same at each render. */
  readonly lookUp: LookUp<File>;
}

/** Looks up files of a room, as long as the screen stays, and again those to which something was done meanwhile. */
export function useRoomFiles<File extends RoomFile>({ names, readMs, lookUp }: RoomNames<File>): RoomLookUp<File> {
  const [lookedUp] = useState(() => createLookedUp<File>((wanted, stop) => lookUp(currentDeps(), wanted, stop)));
  const [limit, setLimit] = useState(BY_ITSELF);
  const wanted = useMemo(() => names.slice(0, limit), [names, limit]);
  useEffect(() => lookedUp.want(wanted, readMs), [lookedUp, wanted, readMs]);
  useEffect(() => doubtAfterEnds(lookedUp), [lookedUp]);
  const known = useStore(lookedUp.calm);
  const files = useMemo(() => roomFilesOf(names, known.byMxc), [names, known]);
  return {
    files,
    isReading: files.waiting > names.length - wanted.length,
    wanted: wanted.length,
    lookUpRest: () => {
      setLimit(names.length);
      lookedUp.retry();
    },
  };
}

/** Whatever was done to media may have changed what is known of them. Returns how to end that. */
function doubtAfterEnds<File extends RoomFile>(lookedUp: LookedUpFiles<File>): () => void {
  const leaveActions = onEnd(actions, (action) => {
    lookedUp.doubt(doubtedAfter(action.status === "none" ? [] : action.on, lookedUp.byMxc));
  });
  const leaveRuns = onEnd(runs, () => {
    lookedUp.doubt(lookedUp.byMxc.keys());
  });
  return () => {
    leaveActions();
    leaveRuns();
  };
}
