import { Anchor, Badge, Text } from "@mantine/core";
import { Link } from "react-router";
import type { MediaOwner } from "../../api/statistics";
import type { Formatter } from "../../lib/formatter";
import { paths } from "../../lib/paths";
import { Bytes } from "../../ui/bytes";
import type { Column } from "../../ui/column";
import { Share } from "../../ui/share";
import { TickAllRows, TickRow } from "../../ui/tick-rows";
import { UserText } from "../../ui/user-text";
import type { Store } from "../../lib/store";
import type { PickedUsers } from "../../session/picked-users";
import { userIdOf } from "./owners-list";
import classes from "./users.module.css";

interface OwnerColumnsOptions {
  readonly formatter: Formatter;
  /** Bytes of all users, which a share is of. */
  readonly wholeBytes: number;
  /** No room for a column with the display name. */
  readonly isNarrow: boolean;
  /** Those in the table, in their order. */
  readonly owners: readonly MediaOwner[];
  readonly picked: PickedUsers;
  /** The user ID that was ticked or unticked last, from which Shift reaches on. */
  readonly lastTicked: Store<string | null>;
  /** User IDs of closed accounts, as far as they are known. */
  readonly deactivated: ReadonlySet<string>;
}

/** The columns of the table of users. */
export const ownerColumns = (options: OwnerColumnsOptions): readonly Column<MediaOwner>[] => [
  selectColumn(options),
  ...figureColumns(options),
];

const selectColumn = ({ owners, picked, lastTicked }: OwnerColumnsOptions): Column<MediaOwner> => ({
  key: "select",
  header: "Select",
  width: "2.5rem",
  headerContent: <TickAllRows label="Select all users shown" rows={owners} idOf={userIdOf} ticks={picked} />,
  render: (owner) => (
    <TickRow
      label={`Select ${owner.userId}`}
      row={owner}
      rows={owners}
      idOf={userIdOf}
      ticks={picked}
      lastTicked={lastTicked}
    />
  ),
});

const figureColumns = ({
  formatter,
  wholeBytes,
  isNarrow,
  deactivated,
}: OwnerColumnsOptions): readonly Column<MediaOwner>[] => [
  {
    key: "user",
    header: "User",
    isSortable: true,
    render: (owner) => <OwnerName owner={owner} isNarrow={isNarrow} isDeactivated={deactivated.has(owner.userId)} />,
  },
  {
    key: "name",
    header: "Display name",
    isSortable: true,
    visibleFrom: "md",
    width: "28%",
    render: ({ displayName }) => (
      <div className={classes["cut"]}>
        <UserText text={displayName} none="–" />
      </div>
    ),
  },
  {
    key: "files",
    header: "Files",
    isSortable: true,
    align: "end",
    width: isNarrow ? "5rem" : "8rem",
    render: ({ files }) => formatter.count(files),
  },
  {
    key: "size",
    header: "Size",
    isSortable: true,
    align: "end",
    width: isNarrow ? "6rem" : "8rem",
    render: ({ bytes }) => <Bytes value={bytes} />,
  },
  {
    key: "share",
    header: "Share",
    visibleFrom: "sm",
    width: "12rem",
    render: ({ bytes }) => <Share part={bytes} whole={wholeBytes} />,
  },
];

interface OwnerNameProps {
  readonly owner: MediaOwner;
  readonly isNarrow: boolean;
  readonly isDeactivated: boolean;
}

function OwnerName({ owner, isNarrow, isDeactivated }: OwnerNameProps) {
  return (
    <div className={classes["cut"]}>
      <div className={classes["name"]}>
        <Anchor component={Link} to={paths.user(owner.userId)} inherit>
          <UserText text={owner.userId} />
        </Anchor>
        {isDeactivated ? (
          <Badge radius="sm" variant="light" color="gray" tt="none" fw={600} flex="none">
            Deactivated
          </Badge>
        ) : null}
      </div>
      {isNarrow && owner.displayName ? (
        <Text component="div" size="sm" c="dimmed">
          <UserText text={owner.displayName} />
        </Text>
      ) : null}
    </div>
  );
}
