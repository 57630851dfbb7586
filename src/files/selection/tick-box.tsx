import type { MediaFile } from "../../api/media-page";
import { labelOf } from "../file-words";
import type { Store } from "../../lib/store";
import { TickAllRows, TickRow } from "../../ui/tick-rows";
import { mediaIdOf } from "./selection";
import type { Selection } from "./selection";

interface TickListProps {
  /** The files of the list or of its page, in their order. */
  readonly files: readonly MediaFile[];
  readonly selection: Selection;
}

interface TickFileProps extends TickListProps {
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

/** The box in the header, for these rows only. */
export const TickFiles = ({ label, files, selection }: TickListProps & { readonly label: string }) => (
  <TickAllRows label={label} rows={files} idOf={mediaIdOf} ticks={selection} />
);
