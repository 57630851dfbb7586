import type { MediaFile } from "../../api/media-page";
import { useFormatter } from "../../ui/formatter-context";
import { UserText } from "../../ui/user-text";
import { FileName } from "../../files/file-name";
import { FileStates } from "../../files/file-states";
import { statesOf } from "../../files/file-words";
import classes from "../../files/file.module.css";

/** What the columns of a wide table tell, below the name; days only, as the details tell the time. */
export function NarrowName({ file }: { readonly file: MediaFile }) {
  const formatter = useFormatter();
  return (
    <div className={classes["cut"]}>
      <FileName file={file} />
      <span className={classes["small"]}>
        <UserText text={file.type} none="unknown type" />
      </span>
      <span className={classes["small"]}>{`Uploaded ${formatter.date(file.createdMs)}`}</span>
      <span className={classes["small"]}>
        {file.lastAccessMs === null ? "Never opened" : `Last used ${formatter.date(file.lastAccessMs)}`}
      </span>
      {statesOf(file).length === 0 ? null : <FileStates file={file} />}
    </div>
  );
}
