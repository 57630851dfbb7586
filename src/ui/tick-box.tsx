import type { ChangeEvent } from "react";
import classes from "./tick-box.module.css";

export interface TickBoxProps {
  /** What ticking means; said by screen readers. */
  readonly label: string;
  readonly isTicked: boolean;
  /** Ticked in part. */
  readonly isMixed?: boolean;
  /** With Shift, as a click or Space was pressed with it, more than this one is meant. */
  readonly onTick: (isTicked: boolean, isShift: boolean) => void;
}

/** A checkbox of a table. A plain one, as there are as many as rows and scrolling makes new ones. */
export function TickBox({ label, isTicked, isMixed = false, onTick }: TickBoxProps) {
  return (
    <input
      type="checkbox"
      className={classes["tick"]}
      aria-label={label}
      checked={isTicked}
      ref={(box) => {
        if (box !== null) box.indeterminate = isMixed;
      }}
      onMouseDown={(event) => {
        // Else the text of all rows in between is marked.
        if (event.shiftKey) event.preventDefault();
      }}
      onChange={(event) => {
        onTick(event.currentTarget.checked, isWithShift(event));
      }}
    />
  );
}

/** A checkbox changes with its click, which Space makes as well. */
const isWithShift = ({ nativeEvent }: ChangeEvent): boolean =>
  nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
