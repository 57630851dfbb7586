import type { ReactNode } from "react";
import type { MediaFile } from "../../api/media-page";
import { useFormatter } from "../../ui/formatter-context";
import { UserText } from "../../ui/user-text";
import { FileStates } from "../../files/file-states";
import { statesOf } from "../../files/file-words";
import { useLookedAt } from "../../files/look/current-looks";
import { usedBeforeLook } from "../../files/look/looked-at";
import classes from "../../files/file.module.css";

interface NarrowNameProps {
  readonly file: MediaFile;
  /** The homeserver that the file was uploaded to. */
  readonly serverName: string;
  /** The name itself. */
  readonly cell: ReactNode;
}

/** What the columns of a wide table tell, below the name; days only, as the details tell the time. */
export function NarrowName({ file, serverName, cell }: NarrowNameProps) {
  const formatter = useFormatter();
  const looked = useLookedAt({ serverName, mediaId: file.mediaId });
  const usedMs = usedBeforeLook(file, looked);
  return (
    <div className={classes["cut"]}>
      {cell}
      <span className={classes["small"]}>
        <UserText text={file.type} none="unknown type" />
      </span>
      <span className={classes["small"]}>{`Uploaded ${formatter.date(file.createdMs)}`}</span>
      <span className={classes["small"]}>
        {usedMs === null ? "Never opened" : `Last used ${formatter.date(usedMs)}`}
      </span>
      {looked === null ? null : <span className={classes["small"]}>Looked at by you since</span>}
      {statesOf(file).length === 0 ? null : <FileStates file={file} />}
    </div>
  );
}
