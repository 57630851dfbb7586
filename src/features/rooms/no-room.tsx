import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import { isRoomAlias, isRoomId } from "../../lib/matrix-id";
import { paths } from "../../lib/paths";
import { EmptyState } from "../../ui/empty-state";

/** Said where no room is found, by what was looked for. */
export function NoRoom({ text }: { readonly text: string }) {
  if (text === "") return <EmptyState title="No rooms yet">Synapse has statistics of no room.</EmptyState>;
  if (isRoomId(text)) {
    return (
      <EmptyState title="Synapse has no statistics of this room">
        It may have been deleted, or never been known here.{" "}
        <Anchor component={Link} to={paths.room(text)} inherit underline="always">
          Ask for its media all the same
        </Anchor>
      </EmptyState>
    );
  }
  if (isRoomAlias(text)) {
    return (
      <EmptyState title="No room has this alias">
        Or this server has no statistics of the room behind it. Aliases are case-sensitive.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No room matches">
      Synapse looks at names and at aliases before their colon. A room without a name is found by its ID.
    </EmptyState>
  );
}
