import { useSyncExternalStore } from "react";
import type { MediaFile } from "../../api/media-page";
import type { Store } from "../../lib/store";
import { useStore } from "../../queries/use-session";
import { labelOf } from "./file-words";
import { tick, tickedOf } from "./selection";
import type { Selection } from "./selection";
import classes from "./media.module.css";

interface TickBoxProps {
  readonly label: string;
  readonly isTicked: boolean;
  /** Ticked in part. */
  readonly isMixed?: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

/** A plain checkbox, as there may be hundreds. */
const TickBox = ({ label, isTicked, isMixed = false, onTick }: TickBoxProps) => (
  <input
    type="checkbox"
    className={classes["tick"]}
    aria-label={label}
    checked={isTicked}
    ref={(box) => {
      if (box !== null) box.indeterminate = isMixed;
    }}
    onChange={(event) => {
      onTick(event.currentTarget.checked);
    }}
  />
);

interface TickFileProps {
  readonly file: MediaFile;
  readonly selection: Store<Selection>;
}

/** The box of a row. It watches its own tick, so that ticking one row draws no other row again. */
export function TickFile({ file, selection }: TickFileProps) {
  const isTicked = useSyncExternalStore(selection.subscribe, () => selection.get().has(file.mediaId));
  return (
    <TickBox
      label={`Select ${labelOf(file)}`}
      isTicked={isTicked}
      onTick={(toTick) => {
        selection.set(tick(selection.get(), [file], toTick));
      }}
    />
  );
}

interface TickPageProps {
  readonly files: readonly MediaFile[];
  readonly selection: Store<Selection>;
}

/** The box in the header, for the rows of this page only. */
export function TickPage({ files, selection }: TickPageProps) {
  const ticked = tickedOf(useStore(selection), files);
  return (
    <TickBox
      label="Select all on this page"
      isTicked={ticked > 0 && ticked === files.length}
      isMixed={ticked > 0 && ticked < files.length}
      onTick={(toTick) => {
        selection.set(tick(selection.get(), files, toTick));
      }}
    />
  );
}
