import { IconInfoCircle, IconTrash } from "@tabler/icons-react";
import type { MediaFile } from "../../api/media-page";
import { labelOf } from "../../files/file-words";
import classes from "./media.module.css";

/** Made once: React passes over what is the same in every row. */
const detailsIcon = <IconInfoCircle size={18} aria-hidden />;
const trashIcon = <IconTrash size={18} aria-hidden />;

interface RowActionsProps {
  readonly file: MediaFile;
  readonly onDetails: (file: MediaFile) => void;
  readonly onDelete: (file: MediaFile) => void;
}

/** What can be done with one file. Plain buttons, as there may be two for each of hundreds of rows. */
export function RowActions({ file, onDetails, onDelete }: RowActionsProps) {
  const label = labelOf(file);
  return (
    <span className={classes["actions"]}>
      <button
        type="button"
        title="Details"
        aria-label={`Details of ${label}`}
        onClick={() => {
          onDetails(file);
        }}
      >
        {detailsIcon}
      </button>
      <button
        type="button"
        title="Delete this file"
        aria-label={`Delete ${label}`}
        onClick={() => {
          onDelete(file);
        }}
      >
        {trashIcon}
      </button>
    </span>
  );
}
