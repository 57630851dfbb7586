import { Button, Group, Stack, Text } from "@mantine/core";
import type { MembersState } from "../../session/review";
import type { Formatter } from "../../lib/formatter";
import { ErrorNotice } from "../../ui/error-notice";
import { useFormatter } from "../../ui/formatter-context";
import { roomsText } from "../parts/amount-text";

export interface MemberPicturesProps {
  readonly members: MembersState;
  readonly onLook: () => void;
  readonly onStop: () => void;
}

/** Pictures that members wear in rooms, which no profile shows: looked up only on demand, because it takes a while. */
export function MemberPictures({ members, onLook, onStop }: MemberPicturesProps) {
  const formatter = useFormatter();
  if (members.status === "failed") {
    return <ErrorNotice error={members.problem} onRetry={onLook} retryLabel="Look through rooms again" />;
  }
  const isReading = members.status === "reading";
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="sm">
        {members.status === "done" ? null : (
          <Button variant="default" size="xs" onClick={isReading ? onStop : onLook}>
            {isReading ? "Stop looking through rooms" : "Look through rooms"}
          </Button>
        )}
        <Text component="output" size="sm">
          {progressText(members, formatter)}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {members.status === "done"
          ? "The pictures that members wear in rooms now are known. Those they wore earlier stand in no list."
          : "Finds pictures that members wear in single rooms. Takes one request for each room, and large rooms are slow."}
      </Text>
    </Stack>
  );
}

function progressText(members: MembersState, formatter: Formatter): string {
  if (members.status !== "reading") return "";
  return members.rooms === null ? "Finding out which rooms there are" : roomsText(formatter, members.rooms);
}
