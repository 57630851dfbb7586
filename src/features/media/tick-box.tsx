import type { MediaFile } from "../../api/media-page";
import { labelOf } from "../../files/file-words";
import type { Store } from "../../lib/store";
import { TickAllRows, TickRow } from "../../ui/tick-rows";
import { mediaIdOf } from "./selection";
import type { Selection } from "./selection";

interface TickPageProps {
  /** The files on the page, in their order. */
  readonly files: readonly MediaFile[];
  readonly selection: Selection;
}

interface TickFileProps extends TickPageProps {
  readonly file: MediaFile;
  /** The media ID of the file that was ticked or unticked last, from which Shift reaches on. */
  readonly lastTicked: Store<string | null>;
}

/** The box of a row. */
export const TickFile = ({ file, files, selection, lastTicked }: TickFileProps) => (
  <TickRow
    label={`Select ${labelOf(file)}`}
    row={file}
    rows={files}
    idOf={mediaIdOf}
    ticks={selection}
    lastTicked={lastTicked}
  />
);

/** The box in the header, for the rows of this page only. */
export const TickPage = ({ files, selection }: TickPageProps) => (
  <TickAllRows label="Select all on this page" rows={files} idOf={mediaIdOf} ticks={selection} />
);
