import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { MediaFile } from "../../api/media-page";
import { useStore } from "../../queries/use-session";
import { tallyOfFiles } from "../../sweep/tally";
import { useFormatter } from "../../ui/formatter-context";
import { ReasonButton } from "../../ui/reason-button";
import { Tray } from "../../ui/tray";
import type { RoomTicks } from "./room-ticks";

interface FilesTrayProps {
  readonly ticks: RoomTicks;
  readonly onDelete: (files: readonly MediaFile[]) => void;
}

/** Which files are ticked, and what can be done with them. */
export function FilesTray({ ticks, onDelete }: FilesTrayProps) {
  const formatter = useFormatter();
  useStore(ticks);
  const files = ticks.files();
  const isEmpty = files.length === 0;
  const bytes = formatter.bytes(tallyOfFiles(files).bytes);
  const text = isEmpty
    ? "No files selected"
    : formatter.plural(files.length, {
        one: `{count} file selected · ${bytes}`,
        other: `{count} files selected · ${bytes}`,
      });
  return (
    <Tray text={text} isEmpty={isEmpty}>
      {isEmpty ? null : (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => {
            ticks.clear();
          }}
        >
          Clear selection
        </Button>
      )}
      <ReasonButton
        color="red"
        size="xs"
        leftSection={<IconTrash size={16} aria-hidden />}
        whyNot={isEmpty ? "Tick the files to delete first." : null}
        onClick={() => {
          onDelete(files);
        }}
      >
        Delete selected
      </ReasonButton>
    </Tray>
  );
}
