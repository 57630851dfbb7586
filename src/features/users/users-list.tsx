import { Button, Group, Stack, Text } from "@mantine/core";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { MediaOwner } from "../../api/statistics";
import { pickedUsers } from "../../session/picked-users";
import { EmptyState } from "../../ui/empty-state";
import { useFormatter } from "../../ui/formatter-context";
import { indexOwners, searchOwners, sortOwners, totalOf } from "./owners-list";
import { SelectDeactivated } from "./select-deactivated";
import { nextSort } from "./sort-choices";
import { useAccounts } from "./use-accounts";
import { ownerOrders } from "./users-search";
import type { UsersSearch } from "./users-search";
import { UsersSummary } from "./users-summary";
import { UsersTable } from "./users-table";
import { UsersTray } from "./users-tray";

interface UsersListProps {
  /** Everybody who owns media uploaded in the chosen days. */
  readonly owners: readonly MediaOwner[];
  readonly search: UsersSearch;
  /** What is searched for, ahead of the link. */
  readonly text: string;
  readonly onChange: (change: Partial<UsersSearch>) => void;
  readonly onClear: () => void;
}

/** The users that match, in the order chosen, and their sums. */
export function UsersList({ owners, search, text, onChange, onClear }: UsersListProps) {
  const { locale } = useFormatter();
  const { sort, dir } = search;
  const isRange = search.from !== null || search.until !== null;
  // Typing goes on while twenty thousand owners are searched.
  const wanted = useDeferredValue(text);
  const index = useMemo(() => indexOwners(owners, locale), [owners, locale]);
  const sorted = useMemo(() => sortOwners(index, { sort, dir }, locale), [index, sort, dir, locale]);
  const shown = useMemo(() => searchOwners(sorted, wanted, locale), [sorted, wanted, locale]);
  const whole = useMemo(() => totalOf(owners), [owners]);
  const [picked] = useState(pickedUsers);
  const { accounts, deactivated } = useAccounts(picked);
  const sortBy = useCallback(
    (column: string) => {
      const order = ownerOrders.find((name) => name === column);
      if (order !== undefined) onChange(nextSort({ sort, dir }, order));
    },
    [sort, dir, onChange],
  );
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end" gap="sm">
        <UsersSummary shown={shown} whole={whole} isRange={isRange} />
        <SelectDeactivated owners={owners} isRange={isRange} picked={picked} />
      </Group>
      {shown.length === 0 ? (
        <EmptyState title="No user matches">
          <Text mb="sm">No user ID and no display name holds this text.</Text>
          <Button variant="default" onClick={onClear}>
            Clear filters
          </Button>
        </EmptyState>
      ) : (
        <UsersTable
          owners={shown}
          wholeBytes={whole.bytes}
          sort={sort}
          dir={dir}
          onSort={sortBy}
          picked={picked}
          deactivated={deactivated}
        />
      )}
      <UsersTray picked={picked} accounts={accounts} />
    </Stack>
  );
}
