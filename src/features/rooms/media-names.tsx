import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import { mxcOf } from "../../lib/mxc";
import type { MediaName } from "../../lib/mxc";
import { paths } from "../../lib/paths";
import type { Column } from "../../ui/column";
import { DataTable } from "../../ui/data-table";

interface MediaNamesProps {
  readonly label: string;
  readonly names: readonly MediaName[];
}

/** Files of which only the names are known, each with the way to what can be known. */
export const MediaNames = ({ label, names }: MediaNamesProps) => (
  <DataTable label={label} rows={names} rowKey={mxcOf} columns={columns} />
);

/** The mxc URI with the way to "Look up". */
export const mxcColumn = {
  key: "mxc",
  header: "mxc URI",
  render: (name: MediaName) => (
    <Anchor component={Link} to={paths.lookupMedia(mxcOf(name))} inherit style={{ overflowWrap: "anywhere" }}>
      {mxcOf(name)}
    </Anchor>
  ),
} satisfies Column<MediaName>;

const columns: readonly Column<MediaName>[] = [mxcColumn];
