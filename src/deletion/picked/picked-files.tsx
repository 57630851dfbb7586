import { Stack } from "@mantine/core";
import { useMemo } from "react";
import type { MediaFile } from "../../api/media-page";
import { reasonsOf } from "../../sweep/plan";
import type { KeptFile, Plan } from "../../sweep/plan";
import type { AvatarUses } from "../../sweep/protect";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { fileColumns } from "../parts/file-columns";
import { ReasonCell } from "../parts/reason-cell";

export interface PickedFilesProps {
  readonly plan: Plan;
  /** Null while it is not known which files are in use. */
  readonly avatars: AvatarUses | null;
}

const NONE: AvatarUses = new Map();
const idOf = (file: MediaFile): string => file.mediaId;
const keptIdOf = ({ file }: KeptFile): string => file.mediaId;

/** The owner is the same for all, and named above. */
const told = new Set(["name", "type", "size", "last-used"]);
const tells = fileColumns<MediaFile>((file) => file).filter(({ key }) => told.has(key));
const keptColumns: readonly Column<KeptFile>[] = [
  ...fileColumns<KeptFile>(({ file }) => file).filter(({ key }) => told.has(key)),
  { key: "reason", header: "Reason", render: ({ reason }) => <ReasonCell reason={reason} /> },
];

/** The picked files, with what speaks against deleting each; and those that are kept after all. */
export function PickedFiles({ plan, avatars }: PickedFilesProps) {
  const columns = useMemo((): readonly Column<MediaFile>[] => {
    const uses = avatars ?? NONE;
    const speaksAgainst = plan.doomed.some((file) => reasonsOf(file, uses).length > 0);
    if (!speaksAgainst) return tells;
    return [...tells, { key: "mind", header: "Mind", render: (file) => <Reasons file={file} avatars={uses} /> }];
  }, [plan.doomed, avatars]);
  return (
    <Stack gap="md">
      {plan.doomed.length === 0 ? null : (
        <DataTable label="Files to delete" rows={plan.doomed} rowKey={idOf} columns={columns} maxHeight="16rem" />
      )}
      {plan.kept.length === 0 ? null : (
        <DataTable label="Kept" rows={plan.kept} rowKey={keptIdOf} columns={keptColumns} maxHeight="12rem" />
      )}
    </Stack>
  );
}

function Reasons({ file, avatars }: { readonly file: MediaFile; readonly avatars: AvatarUses }) {
  return reasonsOf(file, avatars).map((reason) => <ReasonCell key={reason.kind} reason={reason} />);
}
