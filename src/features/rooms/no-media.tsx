import type { ListedRoom } from "../../api/rooms";
import { EmptyState } from "../../ui/empty-state";

interface NoMediaProps {
  /** Null where Synapse has no statistics of it, undefined where that is not known. */
  readonly room: ListedRoom | null | undefined;
}

/** Said where the lists are empty, which has several causes. */
export function NoMedia({ room }: NoMediaProps) {
  if (room === null) {
    return (
      <EmptyState title="Synapse names no media">
        It does so for rooms that it does not know as well. Check the room ID.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Synapse names no media of this room">
      {room?.isEncrypted === true
        ? "The room is encrypted, so what was sent there cannot be seen."
        : "None of the events that it can read shows a file."}
    </EmptyState>
  );
}
