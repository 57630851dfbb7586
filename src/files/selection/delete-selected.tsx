import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { MediaFile } from "../../api/media-page";
import { PickedDeletion } from "../../deletion/picked/picked-deletion";
import { useStore } from "../../queries/use-session";
import type { HandPicked } from "../../sweep/plan";
import { ReasonButton } from "../../ui/reason-button";
import type { Selection } from "./selection";

interface DeleteSelectedProps {
  readonly source: HandPicked;
  readonly selection: Selection;
}

/** The way from what is ticked to its deletion. */
export function DeleteSelected({ source, selection }: DeleteSelectedProps) {
  const isEmpty = useStore(selection).files === 0;
  const [isOpen, setIsOpen] = useState(false);
  // As they were when the dialog opened; it stays filled while it closes.
  const [files, setFiles] = useState<readonly MediaFile[]>([]);
  return (
    <>
      <ReasonButton
        color="red"
        leftSection={<IconTrash size={16} aria-hidden />}
        whyNot={isEmpty ? "Tick the files to delete first." : null}
        onClick={() => {
          setFiles(selection.files());
          setIsOpen(true);
        }}
      >
        Delete selected
      </ReasonButton>
      <PickedDeletion
        source={source}
        files={files}
        opened={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
        onStarted={selection.clear}
      />
    </>
  );
}
