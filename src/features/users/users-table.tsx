import { useMatches } from "@mantine/core";
import { memo, useMemo, useState } from "react";
import type { MediaOwner } from "../../api/statistics";
import { createStore } from "../../lib/store";
import type { PickedUsers } from "../../session/picked-users";
import { DataTable } from "../../ui/data-table";
import { useFormatter } from "../../ui/formatter-context";
import { ownerColumns } from "./owner-columns";
import { userIdOf } from "./owners-list";
import type { OwnerOrder, UsersSearch } from "./users-search";

interface UsersTableProps {
  readonly owners: readonly MediaOwner[];
  /** Bytes of all users, which a share is of. */
  readonly wholeBytes: number;
  readonly sort: OwnerOrder;
  readonly dir: UsersSearch["dir"];
  readonly onSort: (column: string) => void;
  readonly picked: PickedUsers;
  /** User IDs of closed accounts, as far as they are known. */
  readonly deactivated: ReadonlySet<string>;
}

/** The rows of the users. Drawn again only for other rows, not for each letter that is typed above them. */
export const UsersTable = memo(function UsersTable(props: UsersTableProps) {
  const { owners, wholeBytes, sort, dir, onSort, picked, deactivated } = props;
  const formatter = useFormatter();
  const isNarrow = useMatches({ base: true, md: false }, { getInitialValueInEffect: false });
  const [lastTicked] = useState(() => createStore<string | null>(null));
  const columns = useMemo(
    () => ownerColumns({ formatter, wholeBytes, isNarrow, owners, picked, lastTicked, deactivated }),
    [formatter, wholeBytes, isNarrow, owners, picked, lastTicked, deactivated],
  );
  return (
    <DataTable
      label="Users by media"
      rows={owners}
      rowKey={userIdOf}
      columns={columns}
      sort={{ key: sort, dir }}
      onSort={onSort}
      rowRem={isNarrow ? 3.5 : undefined}
    />
  );
});
