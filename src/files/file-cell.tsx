import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import type { MediaFile } from "../api/media-page";
import { useIsOpen } from "./details/open-file";
import { labelOf } from "./file-words";
import { LookButton, LookFailure } from "./look/look-button";
import { lookFileOf } from "./look/look-file";
import classes from "./file.module.css";

interface FileCellProps {
  readonly file: MediaFile;
  /** The homeserver that the file was uploaded to. */
  readonly serverName: string;
  readonly onDetails: (file: MediaFile) => void;
  /** What the file is called. */
  readonly children: ReactNode;
}

/** A file in a list: its kind or picture, and its name. Marked while its details are open. */
export function FileCell({ file, serverName, onDetails, children }: FileCellProps) {
  const isOpen = useIsOpen(file);
  const cell = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) cell.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  const look = lookFileOf(file, serverName);
  return (
    <div ref={cell} className={classes["cell"]} data-open={isOpen || undefined}>
      <LookButton
        file={look}
        label={labelOf(file)}
        onDetails={() => {
          onDetails(file);
        }}
      />
      <div className={classes["cut"]}>
        {children}
        <LookFailure file={look} />
      </div>
    </div>
  );
}
