import { Stack } from "@mantine/core";
import { useMemo } from "react";
import { isDoomed, isKept, reasonsOf } from "../../sweep/preview";
import type { Preview } from "../../sweep/preview";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/column";
import { fileColumns } from "../parts/file-columns";
import { ReasonCell } from "../parts/reason-cell";
import { fileRows, keptRows, keyOfRow } from "../review/file-rows";
import type { FileRow, KeptRow } from "../review/file-rows";

const told = new Set(["name", "owner", "type", "size", "last-used"]);

/** Where the owner is the same for all it is named above. */
const tellsOf = ({ options }: Preview): readonly Column<FileRow>[] =>
  fileColumns<FileRow>(({ file }) => file).filter(
    ({ key }) => told.has(key) && (key !== "owner" || options.source.kind !== "picked"),
  );

/** The picked files, with what speaks against deleting each; and those that are kept after all. */
export function PickedFiles({ preview }: { readonly preview: Preview }) {
  const { doomed, kept, columns, keptColumns } = useMemo(() => tablesOf(preview), [preview]);
  return (
    <Stack gap="md">
      {doomed.length === 0 ? null : (
        <DataTable label="Files to delete" rows={doomed} rowKey={keyOfRow} columns={columns} maxHeight="16rem" />
      )}
      {kept.length === 0 ? null : (
        <DataTable label="Kept" rows={kept} rowKey={keyOfRow} columns={keptColumns} maxHeight="12rem" />
      )}
    </Stack>
  );
}

/** In the order they were picked in. */
function tablesOf(preview: Preview) {
  const { inventory, verdicts } = preview;
  const rows = Uint32Array.from(verdicts, (_, row) => row);
  const doomed = rows.filter((row) => isDoomed(preview, row));
  const kept = rows.filter((row) => isKept(preview, row));
  const mind: Column<FileRow> = {
    key: "mind",
    header: "Mind",
    render: ({ row }) => reasonsOf(inventory, row).map((reason) => <ReasonCell key={reason.kind} reason={reason} />),
  };
  const speaksAgainst = doomed.some((row) => reasonsOf(inventory, row).length > 0);
  const tells = tellsOf(preview);
  const reason: Column<KeptRow> = {
    key: "reason",
    header: "Reason",
    render: (row) => <ReasonCell reason={row.reason} />,
  };
  return {
    doomed: fileRows(preview, doomed),
    kept: keptRows(preview, kept),
    columns: speaksAgainst ? [...tells, mind] : tells,
    keptColumns: [...tells, reason],
  };
}
