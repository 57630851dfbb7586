import type { ReactNode } from "react";
import classes from "./user-text.module.css";

export interface UserTextProps {
  /** As a user supplied it: any script, any direction, any length. */
  readonly text: string | null;
  /** Shown where there is no text. */
  readonly none?: ReactNode;
}

/**
 * A text that came from a user: set apart so that its direction cannot reorder the rest of the row, cut by the
 * stylesheet where it is too long, whole on hover.
 */
export function UserText({ text, none = "none" }: UserTextProps) {
  if (text === null || text === "") return <span className={classes["none"]}>{none}</span>;
  return (
    <bdi className={classes["text"]} title={text}>
      {text}
    </bdi>
  );
}
