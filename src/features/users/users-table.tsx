import { useMatches } from "@mantine/core";
import { memo, useMemo } from "react";
import type { MediaOwner } from "../../api/statistics";
import { DataTable } from "../../ui/data-table";
import { useFormatter } from "../../ui/formatter-context";
import { ownerColumns } from "./owner-columns";
import type { OwnerOrder, UsersSearch } from "./users-search";

interface UsersTableProps {
  readonly owners: readonly MediaOwner[];
  /** Bytes of all users, which a share is of. */
  readonly wholeBytes: number;
  readonly sort: OwnerOrder;
  readonly dir: UsersSearch["dir"];
  readonly onSort: (column: string) => void;
}

/** The rows of the users. Drawn again only for other rows, not for each letter that is typed above them. */
export const UsersTable = memo(function UsersTable({ owners, wholeBytes, sort, dir, onSort }: UsersTableProps) {
  const formatter = useFormatter();
  const isNarrow = useMatches({ base: true, md: false }, { getInitialValueInEffect: false });
  const columns = useMemo(() => ownerColumns({ formatter, wholeBytes, isNarrow }), [formatter, wholeBytes, isNarrow]);
  return (
    <DataTable
      label="Users by media"
      rows={owners}
      rowKey={({ userId }) => userId}
      columns={columns}
      sort={{ key: sort, dir }}
      onSort={onSort}
      rowRem={isNarrow ? 3.5 : undefined}
    />
  );
});
