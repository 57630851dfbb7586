import { Button, Group, Text } from "@mantine/core";
import { IconUserOff } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { describeError } from "../../api/describe-error";
import type { MediaOwner } from "../../api/statistics";
import { useStore } from "../../queries/use-session";
import { userQueries } from "../../queries/users";
import { currentDeps } from "../../session/current";
import type { PickedUsers } from "../../session/picked-users";
import { ErrorNotice } from "../../ui/error-notice";
import { useFormatter } from "../../ui/formatter-context";
import { deactivatedText } from "./picked-words";

interface SelectDeactivatedProps {
  /** Everybody who owns media uploaded in the chosen days, whether shown or not. */
  readonly owners: readonly MediaOwner[];
  /** Whether these are only those who uploaded in the chosen days. */
  readonly isRange: boolean;
  readonly picked: PickedUsers;
}

/** Ticks every closed account that owns media. Only then it is asked which accounts are closed. */
export function SelectDeactivated({ owners, isRange, picked }: SelectDeactivatedProps) {
  const queryClient = useQueryClient();
  const formatter = useFormatter();
  const selecting = useMutation({
    mutationFn: async () => {
      const accounts = await queryClient.fetchQuery(userQueries.accounts(currentDeps()));
      const closed = new Set(accounts.filter(({ isDeactivated }) => isDeactivated).map(({ userId }) => userId));
      const found = owners.filter(({ userId }) => closed.has(userId));
      picked.tick(found, true);
      return { count: found.length, isRange, owners, ticked: picked.get() };
    },
  });
  const ticked = useStore(picked);
  const { data: done } = selecting;
  // Ticks and days that changed since make it another number.
  const isStill = done?.ticked === ticked && done.owners === owners;
  const select = () => {
    selecting.mutate();
  };
  if (selecting.error !== null) return <ErrorNotice error={describeError(selecting.error)} onRetry={select} />;
  return (
    <Group gap="sm">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconUserOff size={16} aria-hidden />}
        loading={selecting.isPending}
        onClick={select}
      >
        Select deactivated users
      </Button>
      <Text component="output" size="sm">
        {isStill ? deactivatedText(formatter, done) : null}
      </Text>
    </Group>
  );
}
