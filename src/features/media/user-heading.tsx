import { Anchor, Button, Group, Stack } from "@mantine/core";
import { IconArrowLeft, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "react-router";
import { isNotFound } from "../../api/errors";
import { QuarantineEverything } from "../../files/act/quarantine-everything";
import { paths } from "../../lib/paths";
import { mediaQueries } from "../../queries/media";
import { statisticsQueries } from "../../queries/statistics";
import { useSession } from "../../queries/use-session";
import { userQueries } from "../../queries/users";
import { currentDeps } from "../../session/current";
import { PageHeader } from "../../ui/page-header";
import { ReasonButton } from "../../ui/reason-button";
import { AccountFacts } from "./account-facts";
import { ReadProblem } from "./read-problem";
import { useOwnerTotals } from "./use-owner-totals";
import { UserContents } from "./user-contents";
import { UserTotals } from "./user-totals";

interface UserHeadingProps {
  readonly userId: string;
  /** Why nothing of this user can be deleted at once; null where it can. */
  readonly whyNotDeletable: string | null;
  readonly isRefreshing: boolean;
  readonly onRefresh: () => void;
}

/** Who the media belong to. What of it cannot be read is said in its place; the rest and the list below stand. */
export function UserHeading({ userId, whyNotDeletable, isRefreshing, onRefresh }: UserHeadingProps) {
  const navigate = useNavigate();
  const { client } = useSession();
  const queryClient = useQueryClient();
  const account = useQuery({ ...userQueries.account(client, userId), retry: false });
  const { totals, error: totalsError, readAgain } = useOwnerTotals(userId);
  // That there is no account is said where the list would be.
  const isUnknown = isNotFound(account.error);
  const refresh = () => {
    onRefresh();
    // Once, where the list below is the whole one as well.
    const { queryKey } = mediaQueries.allOfUser(currentDeps(), userId);
    void queryClient.invalidateQueries({ queryKey }, { cancelRefetch: false });
    void queryClient.invalidateQueries({ queryKey: userQueries.all(client) });
    void queryClient.invalidateQueries({ queryKey: statisticsQueries.all(client) });
  };
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
          <Stack gap={4}>
            {account.data === undefined ? null : <AccountFacts account={account.data} />}
            {account.error === null || account.isFetching || isUnknown ? null : (
              <ReadProblem what="The account" error={account.error} onRetry={account.refetch} />
            )}
            {totals === null ? null : <UserTotals {...totals} />}
            {totalsError === null ? null : (
              <ReadProblem what="The statistics" error={totalsError} onRetry={readAgain} />
            )}
          </Stack>
        }
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              loading={isRefreshing}
              onClick={refresh}
            >
              Refresh
            </Button>
            <QuarantineEverything what={{ of: "user", userId }} />
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
      {isUnknown ? null : <UserContents userId={userId} files={totals?.owner.files ?? null} />}
    </>
  );
}
