import { Drawer } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import type { MediaFile } from "../../api/media-page";
import { useStore } from "../../queries/use-session";
import { takeLostFocus } from "../../ui/take-lost-focus";
import { labelOf } from "../file-words";
import { looks } from "../look/current-looks";
import { lookFileOf } from "../look/look-file";
import type { LookFile } from "../look/look-file";
import { useLookable } from "../look/lookable";
import { kindOf } from "../look/shown-types";
import { DetailsPanel } from "./details-panel";
import { neighboursOf } from "./neighbours";
import { OpenFileContext, useHasRoom } from "./open-file";
import type { OpenFile } from "./open-file";
import { useOpenedFile } from "./use-opened-file";
import type { ListedFiles } from "./use-opened-file";
import classes from "./details.module.css";

interface DetailsBesideProps extends ListedFiles {
  readonly openFile: OpenFile;
  /** The list itself. */
  readonly children: ReactNode;
}

/** Controls that need the arrow keys for themselves. */
const USES_ARROWS = "select, textarea, audio, video, input:not([type=checkbox])";

/**
 * A list with the details of one of its files at the inline end, or over it where there is no room. The arrow keys go
 * from file to file, Escape closes the details and gives the focus back.
 */
export function DetailsBeside({ files, all, serverName, openFile, children }: DetailsBesideProps) {
  const opened = useStore(openFile);
  const { file, doubt } = useOpenedFile(opened, { files, all, serverName });
  const hasRoom = useHasRoom();
  const isBeside = hasRoom && opened !== null;
  const listed = useMemo(() => files.map((each) => lookFileOf(each, serverName)), [files, serverName]);
  const lookFiles = useMemo(
    () => (opened === null || file === null ? listed : withOpened(listed, lookFileOf(file, serverName))),
    [listed, opened, file, serverName],
  );
  useLookable(lookFiles);
  useEndOfPlaying(opened, serverName);
  const close = () => {
    openFile.set(null);
  };
  const neighbours = useMemo(() => (file === null ? null : neighboursOf(files, file)), [files, file]);
  const press = (event: KeyboardEvent) => {
    if (opened === null || neighbours === null || !isOwn(event)) return;
    const to = { ArrowUp: neighbours.previous, ArrowDown: neighbours.next }[event.key];
    if (event.key === "Escape") close();
    else if (to != null) openFile.set(to);
    // At an end of the list the page would scroll instead.
    if (event.key === "Escape" || to !== undefined) event.preventDefault();
  };
  const panel =
    file === null || neighbours === null ? null : (
      <DetailsPanel {...{ file, doubt, serverName, neighbours }} onOpen={openFile.set} onClose={close} />
    );
  return (
    <OpenFileContext value={openFile}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Keys that its own controls leave to it. */}
      <div className={classes["beside"]} data-beside={isBeside || undefined} onKeyDown={press}>
        <div className={classes["list"]}>{children}</div>
        {isBeside && file !== null ? <Beside label={labelOf(file)}>{panel}</Beside> : null}
      </div>
      <Drawer.Root opened={!hasRoom && opened !== null} onClose={close} position="right" size="lg">
        <Drawer.Overlay />
        <Drawer.Content aria-label={file === null ? "Details" : `Details of ${labelOf(file)}`}>
          <Drawer.Body pt="md" onKeyDown={press}>
            {panel}
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </OpenFileContext>
  );
}

/** Lets go of what plays when its details close. Pictures stay for coming back. */
function useEndOfPlaying(opened: MediaFile | null, serverName: string): void {
  const playing = opened === null || kindOf(opened.type) === "picture" ? null : opened.mediaId;
  useEffect(
    () => () => {
      if (playing !== null) looks.close({ serverName, mediaId: playing }, "middle");
    },
    [playing, serverName],
  );
}

/** The open file may have left the list: another order, another page. */
const withOpened = (listed: readonly LookFile[], opened: LookFile): readonly LookFile[] =>
  listed.some(({ mediaId }) => mediaId === opened.mediaId) ? listed : [...listed, opened];

/** Neither from a dialog above, whose events React passes on, nor for a control that needs the key itself. */
const isOwn = ({ currentTarget, target }: KeyboardEvent): boolean =>
  target instanceof Element && currentTarget.contains(target) && target.closest(USES_ARROWS) === null;

/** Takes the focus when it comes and gives it back when it goes. */
function Beside({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      takeLostFocus();
    };
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls has to be reachable by keyboard.
    <section ref={panel} className={classes["panel"]} aria-label={`Details of ${label}`} tabIndex={0}>
      {children}
    </section>
  );
}
