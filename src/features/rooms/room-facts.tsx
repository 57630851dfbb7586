import { Alert, Paper, Stack, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { ListedRoom } from "../../api/rooms";
import { FactList } from "../../deletion/parts/fact-list";
import { Copyable } from "../../ui/copyable";
import { useFormatter } from "../../ui/formatter-context";
import { UserText } from "../../ui/user-text";
import { encryptionText } from "./room-words";

interface RoomFactsProps {
  readonly roomId: string;
  /** Null where Synapse has no statistics of it. */
  readonly room: ListedRoom | null;
}

/** Who the room is, and what of its media Synapse can see at all. */
export function RoomFacts({ roomId, room }: RoomFactsProps) {
  const formatter = useFormatter();
  const id = { term: "Room ID", value: <Copyable value={roomId} label="Copy the room ID" /> };
  if (room === null) {
    return (
      <Paper withBorder p="lg">
        <Stack>
          <FactList facts={[id]} />
          <Text size="sm">
            Synapse has no statistics of this room: it may have been deleted, or never been known here. Synapse answers
            with empty lists for an unknown room, not with an error.
          </Text>
        </Stack>
      </Paper>
    );
  }
  const { alias, members, isEncrypted } = room;
  return (
    <Paper withBorder p="lg">
      <Stack>
        <FactList
          facts={[
            id,
            { term: "Alias", value: <UserText text={alias} /> },
            { term: "Members", value: members === null ? "Not told" : formatter.count(members) },
            { term: "Encrypted", value: encryptionText(isEncrypted) },
          ]}
        />
        {isEncrypted ? (
          <Alert color="yellow" role="note" icon={<IconInfoCircle aria-hidden />}>
            Synapse cannot read the events of an encrypted room: the lists below hold hardly anything of what was sent
            there, perhaps the room&apos;s avatar alone.
          </Alert>
        ) : null}
        <Text size="sm" c="dimmed">
          The lists hold what the room&apos;s events show, and its avatar. Pictures of members are not among them.
        </Text>
      </Stack>
    </Paper>
  );
}
