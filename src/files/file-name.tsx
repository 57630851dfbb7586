import type { MediaFile } from "../api/media-page";
import { UserText } from "../ui/user-text";
import { whatItIs } from "./file-words";
import classes from "./file.module.css";

/** The name of a file; without one, what is known of it, and its media ID. */
export function FileName({ file }: { readonly file: MediaFile }) {
  const words = whatItIs(file);
  if (words === null) {
    return (
      <div className={classes["cut"]}>
        <UserText text={file.name} />
      </div>
    );
  }
  return (
    <div className={classes["cut"]}>
      <span className={classes["odd"]}>{words}</span>
      <span className={`${classes["small"] ?? ""} ${classes["id"] ?? ""}`}>
        <UserText text={file.mediaId} />
      </span>
    </div>
  );
}
