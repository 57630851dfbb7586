import { IconTrash } from "@tabler/icons-react";
import { useStore } from "../../queries/use-session";
import { ReasonButton } from "../../ui/reason-button";
import type { Selection } from "./selection";

interface DeleteSelectedProps {
  readonly selection: Selection;
  readonly onDelete: () => void;
}

/** The way from what is ticked to its deletion. */
export function DeleteSelected({ selection, onDelete }: DeleteSelectedProps) {
  const isEmpty = useStore(selection).files === 0;
  return (
    <ReasonButton
      color="red"
      leftSection={<IconTrash size={16} aria-hidden />}
      whyNot={isEmpty ? "Tick the files to delete first." : null}
      onClick={onDelete}
    >
      Delete selected
    </ReasonButton>
  );
}
