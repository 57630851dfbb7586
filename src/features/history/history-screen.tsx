import { Anchor, Stack, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../lib/paths";
import { historyQueries } from "../../queries/history";
import { useSession } from "../../queries/use-session";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import { QueryView } from "../../ui/query-view";
import { useLinkSearch } from "../../ui/use-link-search";
import { useTypedText } from "../../ui/use-typed-text";
import { describeJournalProblem } from "./describe-journal-problem";
import { HistoryList } from "./history-list";
import { historySearch } from "./history-search";

/** The screen "History": what was run and done here, the newest first. */
export function Component() {
  const { account, client } = useSession();
  const [search, change] = useLinkSearch(historySearch);
  const typed = useTypedText(search.text, (text) => {
    change({ text });
  });
  const entries = useQuery(historyQueries.entries(client));
  const { data: isRunning = null } = useQuery(historyQueries.isRunning(client));
  return (
    <>
      <PageHeader
        title="History"
        description={
          <>
            Runs and other actions of <bdi>{account.userId}</bdi> on <bdi>{account.homeserver}</bdi>, as this browser
            recorded them. What anybody quarantined on the server, Synapse keeps itself:{" "}
            <Anchor component={Link} to={paths.quarantineChanges()} underline="always">
              Quarantine changes
            </Anchor>
            .
          </>
        }
      />
      <QueryView
        result={entries}
        describe={describeJournalProblem}
        isEmpty={(list) => list.length === 0}
        empty={<NothingRecorded />}
      >
        {(list) => (
          <Stack gap="lg">
            <search>
              <TextInput
                type="search"
                label="Search history"
                placeholder="Rule, user, server, result or date"
                leftSection={<IconSearch size={16} aria-hidden />}
                maw="40rem"
                value={typed.text}
                onChange={(event) => {
                  typed.type(event.currentTarget.value);
                }}
                onBlur={typed.settle}
              />
            </search>
            <HistoryList
              entries={list}
              isRunning={isRunning}
              text={typed.text}
              onClear={() => {
                typed.reset("");
                change({ text: "" });
              }}
            />
          </Stack>
        )}
      </QueryView>
    </>
  );
}

function NothingRecorded() {
  return (
    <EmptyState title="Nothing is recorded yet">
      <Text>
        Each run leaves its receipt here. Receipts stay in the browser they were made in, for the account that made
        them.
      </Text>
    </EmptyState>
  );
}
