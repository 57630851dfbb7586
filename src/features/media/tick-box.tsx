import { useSyncExternalStore } from "react";
import type { MediaFile } from "../../api/media-page";
import type { Store } from "../../lib/store";
import { useStore } from "../../queries/use-session";
import { TickBox } from "../../ui/tick-box";
import { labelOf } from "../../files/file-words";
import { filesBetween, tickedOf } from "./selection";
import type { Selection } from "./selection";

interface TickFileProps {
  readonly file: MediaFile;
  /** The files on the page, in their order. */
  readonly files: readonly MediaFile[];
  readonly selection: Selection;
  /** The media ID of the file that was ticked or unticked last, from which Shift reaches on. */
  readonly lastTicked: Store<string | null>;
}

/** The box of a row. It watches its own tick, so that ticking one row draws no other row again. */
export function TickFile({ file, files, selection, lastTicked }: TickFileProps) {
  const isTicked = useSyncExternalStore(selection.subscribe, () => selection.has(file.mediaId));
  return (
    <TickBox
      label={`Select ${labelOf(file)}`}
      isTicked={isTicked}
      onTick={(toTick, isShift) => {
        const meant = isShift ? filesBetween(files, lastTicked.get(), file) : [file];
        lastTicked.set(file.mediaId);
        selection.tick(meant, toTick);
      }}
    />
  );
}

interface TickPageProps {
  readonly files: readonly MediaFile[];
  readonly selection: Selection;
}

/** The box in the header, for the rows of this page only. */
export function TickPage({ files, selection }: TickPageProps) {
  useStore(selection);
  const ticked = tickedOf(selection, files);
  return (
    <TickBox
      label="Select all on this page"
      isTicked={ticked === "all"}
      isMixed={ticked === "some"}
      onTick={(toTick) => {
        selection.tick(files, toTick);
      }}
    />
  );
}
