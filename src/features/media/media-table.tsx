import { useMatches } from "@mantine/core";
import { memo, useMemo, useState } from "react";
import type { MediaFile } from "../../api/media-page";
import { createStore } from "../../lib/store";
import { DataTable } from "../../ui/data-table";
import { useIsSqueezed } from "../../files/details/open-file";
import { useSession } from "../../queries/use-session";
import { columnOfOrder } from "./column-orders";
import { mediaColumns } from "./media-columns";
import type { MediaSearch } from "./media-search";
import type { Selection } from "../../files/selection/selection";

interface MediaTableProps {
  readonly files: readonly MediaFile[];
  readonly selection: Selection;
  readonly sort: MediaSearch["sort"];
  readonly dir: MediaSearch["dir"];
  readonly onSort: (column: string) => void;
  readonly onDetails: (file: MediaFile) => void;
  readonly onDelete: (file: MediaFile) => void;
}

/** The rows of a page. Drawn again only for other rows: the router draws a screen twice for each navigation. */
export const MediaTable = memo(function MediaTable(props: MediaTableProps) {
  const { files, selection, sort, dir, onSort, onDetails, onDelete } = props;
  const isNarrow = useMatches({ base: true, md: false }, { getInitialValueInEffect: false });
  const isSqueezed = useIsSqueezed();
  const { serverName } = useSession().account;
  const [lastTicked] = useState(() => createStore<string | null>(null));
  const columns = useMemo(
    () => mediaColumns({ files, serverName, selection, lastTicked, isNarrow, isSqueezed, onDetails, onDelete }),
    [files, serverName, selection, lastTicked, isNarrow, isSqueezed, onDetails, onDelete],
  );
  return (
    <DataTable
      label="Media"
      rows={files}
      rowKey={({ mediaId }) => mediaId}
      columns={columns}
      sort={{ key: columnOfOrder(sort) ?? "", dir }}
      onSort={onSort}
      rowRem={isNarrow ? 9 : 3.25}
    />
  );
});
