import { Alert, Anchor, Stack, Text } from "@mantine/core";
import { IconUserQuestion } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { describeError } from "../../api/describe-error";
import type { MediaOwner } from "../../api/statistics";
import { paths } from "../../lib/paths";
import { statisticsQueries } from "../../queries/statistics";
import { currentDeps } from "../../session/current";
import { EmptyState } from "../../ui/empty-state";
import { useFormatter } from "../../ui/formatter-context";
import { QueryView } from "../../ui/query-view";

/** Said of an owner whom Synapse's list of media does not know, with what statistics count for them all the same. */
export function OwnerWithoutAccount({ userId }: { readonly userId: string }) {
  const owners = useQuery(statisticsQueries.owners(currentDeps(), { fromMs: null, untilMs: null }));
  return (
    <QueryView result={owners} describe={describeError}>
      {(list) => {
        const owner = list.find((candidate) => candidate.userId === userId);
        return owner === undefined ? <Unknown /> : <Counted owner={owner} />;
      }}
    </QueryView>
  );
}

function Unknown() {
  return (
    <EmptyState title="Synapse does not know this user">
      <Text mb="sm">There is no such account on this homeserver, and statistics count no media for it.</Text>
      <Anchor component={Link} to={paths.users()}>
        Back to all users
      </Anchor>
    </EmptyState>
  );
}

function Counted({ owner }: { readonly owner: MediaOwner }) {
  const formatter = useFormatter();
  const bytes = formatter.bytes(owner.bytes);
  return (
    <Alert
      role="note"
      color="yellow"
      icon={<IconUserQuestion aria-hidden />}
      title={formatter.plural(owner.files, {
        one: `{count} file · ${bytes}, counted but not listed`,
        other: `{count} files · ${bytes}, counted but not listed`,
      })}
    >
      <Stack gap="xs">
        <Text size="sm">
          Synapse counts these files for this owner but has no account for it. It may be an application service&#39;s
          own user, or an account that was removed from the database.
        </Text>
        <Text size="sm">
          Without an account Synapse refuses to list the files and to delete them user by user. Only its rule by date
          and size reaches them, together with the matching files of everybody else.
        </Text>
        <Anchor component={Link} to={paths.cleanup()} size="sm">
          Clean up by date and size
        </Anchor>
      </Stack>
    </Alert>
  );
}
