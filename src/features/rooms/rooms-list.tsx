import { Anchor, Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { Link } from "react-router";
import type { ListedRoom, RoomPage } from "../../api/rooms";
import { paths } from "../../lib/paths";
import type { Column } from "../../ui/column";
import { DataTable } from "../../ui/data-table";
import { useFormatter } from "../../ui/formatter-context";
import { UserText } from "../../ui/user-text";
import { encryptionText } from "./room-words";

/** The rooms found, each with the way to its media. */
export function RoomsList({ page: { rooms, total } }: { readonly page: RoomPage }) {
  const formatter = useFormatter();
  const sorted = useMemo(() => bySizeAndName(rooms, formatter.locale), [rooms, formatter.locale]);
  const found = formatter.plural(total, { one: "{count} room", other: "{count} rooms" });
  return (
    <Stack gap="sm">
      <Text component="output" size="sm" c="dimmed">
        {rooms.length < total
          ? `The ${formatter.count(rooms.length)} largest of ${found}. Type more of the name to find others.`
          : found}
      </Text>
      <DataTable label="Rooms" rows={sorted} rowKey={({ roomId }) => roomId} columns={columns} />
    </Stack>
  );
}

/** As Synapse sends them, but rooms of the same size by name: it has them by ID. */
const bySizeAndName = (rooms: readonly ListedRoom[], locale: string): readonly ListedRoom[] =>
  rooms.toSorted(
    (a, b) => (b.members ?? 0) - (a.members ?? 0) || (a.name ?? a.roomId).localeCompare(b.name ?? b.roomId, locale),
  );

const columns: readonly Column<ListedRoom>[] = [
  {
    key: "name",
    header: "Name",
    render: ({ roomId, name }) => (
      <Anchor component={Link} to={paths.room(roomId)} inherit style={{ overflowWrap: "anywhere" }}>
        <UserText text={name ?? roomId} />
      </Anchor>
    ),
  },
  { key: "alias", header: "Alias", visibleFrom: "sm", render: ({ alias }) => <UserText text={alias} none="–" /> },
  { key: "members", header: "Members", align: "end", width: "6rem", render: (room) => <Members room={room} /> },
  {
    key: "encrypted",
    header: "Encrypted",
    width: "7rem",
    render: ({ isEncrypted }) => encryptionText(isEncrypted),
  },
];

function Members({ room: { members } }: { readonly room: ListedRoom }) {
  const formatter = useFormatter();
  return members === null ? "–" : formatter.count(members);
}
