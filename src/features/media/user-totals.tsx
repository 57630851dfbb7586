import { Group, Text } from "@mantine/core";
import type { MediaOwner } from "../../api/statistics";
import { amountText } from "../../deletion/parts/amount-text";
import { useFormatter } from "../../ui/formatter-context";
import { Share } from "../../ui/share";

interface UserTotalsProps {
  readonly owner: MediaOwner;
  /** Bytes of everybody's files. */
  readonly wholeBytes: number;
}

/** How much a user stores, by the server's statistics, and of how much that is. */
export function UserTotals({ owner, wholeBytes }: UserTotalsProps) {
  const formatter = useFormatter();
  return (
    <Group gap="sm">
      <Text fw={600} c="var(--mantine-color-text)">
        {amountText(formatter, owner)}
      </Text>
      <Text component="div" size="sm">
        <Share part={owner.bytes} whole={wholeBytes} words="{share} of all bytes stored here" />
      </Text>
    </Group>
  );
}
