import { Anchor, Text } from "@mantine/core";
import { Link } from "react-router";
import type { MediaOwner } from "../../api/statistics";
import type { Formatter } from "../../lib/formatter";
import { paths } from "../../lib/paths";
import { Bytes } from "../../ui/bytes";
import type { Column } from "../../ui/column";
import { UserText } from "../../ui/user-text";
import { Share } from "./share";
import classes from "./users.module.css";

interface OwnerColumnsOptions {
  readonly formatter: Formatter;
  /** Bytes of all users, which a share is of. */
  readonly wholeBytes: number;
  /** No room for a column with the display name. */
  readonly isNarrow: boolean;
}

/** The columns of the table of users. */
export const ownerColumns = ({
  formatter,
  wholeBytes,
  isNarrow,
}: OwnerColumnsOptions): readonly Column<MediaOwner>[] => [
  { key: "user", header: "User", isSortable: true, render: (owner) => <OwnerName owner={owner} isNarrow={isNarrow} /> },
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

function OwnerName({ owner, isNarrow }: { readonly owner: MediaOwner; readonly isNarrow: boolean }) {
  return (
    <div className={classes["cut"]}>
      <Anchor component={Link} to={paths.user(owner.userId)} inherit>
        <UserText text={owner.userId} />
      </Anchor>
      {isNarrow && owner.displayName ? (
        <Text component="div" size="sm" c="dimmed">
          <UserText text={owner.displayName} />
        </Text>
      ) : null}
    </div>
  );
}
