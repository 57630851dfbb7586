import { Anchor, Badge, Button, Group } from "@mantine/core";
import { IconArrowLeft, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "react-router";
import { paths } from "../../lib/paths";
import { useSession } from "../../queries/use-session";
import { userQueries } from "../../queries/users";
import { PageHeader } from "../../ui/page-header";
import { ReasonButton } from "../../ui/reason-button";
import { UserText } from "../../ui/user-text";

interface UserHeadingProps {
  readonly userId: string;
  /** Why nothing of this user can be deleted at once; null where it can. */
  readonly whyNotDeletable: string | null;
  readonly isRefreshing: boolean;
  readonly onRefresh: () => void;
}

/** Who the media belong to. The account is a nicety: where it cannot be read, the list below stands without it. */
export function UserHeading({ userId, whyNotDeletable, isRefreshing, onRefresh }: UserHeadingProps) {
  const navigate = useNavigate();
  const { client } = useSession();
  const { data: account } = useQuery({ ...userQueries.account(client, userId), retry: false });
  return (
    <>
      <Anchor component={Link} to={paths.users()} size="sm">
        <Group component="span" gap={4} display="inline-flex">
          <IconArrowLeft size={16} aria-hidden />
          All users
        </Group>
      </Anchor>
      <PageHeader
        title={<bdi>{userId}</bdi>}
        description={
          account === undefined ? undefined : (
            <Group gap="xs">
              <UserText text={account.displayName} none="No display name" />
              {account.isAdmin ? <Badge variant="light">Server admin</Badge> : null}
              {account.isDeactivated ? (
                <Badge variant="light" color="gray">
                  Deactivated
                </Badge>
              ) : null}
            </Group>
          )
        }
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              loading={isRefreshing}
              onClick={onRefresh}
            >
              Refresh
            </Button>
            <ReasonButton
              variant="outline"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              whyNot={whyNotDeletable}
              onClick={() => void navigate(paths.deleteAllOfUser(userId))}
            >
              Delete all files of this user
            </ReasonButton>
          </>
        }
      />
    </>
  );
}
