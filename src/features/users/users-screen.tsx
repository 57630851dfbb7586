import { Button, Stack, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { describeError } from "../../api/describe-error";
import { queryClient } from "../../queries/current-query-client";
import { statisticsQueries } from "../../queries/statistics";
import { currentDeps, session } from "../../session/current";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import { QueryView } from "../../ui/query-view";
import { uploadRangeOf, whyNotRange } from "./upload-days";
import { useLinkSearch } from "../../ui/use-link-search";
import { useTypedText } from "../../ui/use-typed-text";
import { UsersFilters } from "./users-filters";
import { UsersList } from "./users-list";
import { usersSearch } from "./users-search";
import type { UsersSearch } from "./users-search";

const ownersOf = (search: UsersSearch) => statisticsQueries.owners(currentDeps(), uploadRangeOf(search));

/** Starts reading while the screen's code is still on its way. */
export function loader({ request }: LoaderFunctionArgs): null {
  const search = usersSearch.parse(new URL(request.url).searchParams);
  if (session.get().status === "signed-in" && whyNotRange(search) === null) {
    // Runs at each letter typed: what is known already is not asked for again.
    void queryClient.prefetchQuery({ ...ownersOf(search), staleTime: Infinity });
  }
  return null;
}

/** The screen "Users": who stores how much, searched, sorted and narrowed to days of upload. */
export function Component() {
  const [search, change] = useLinkSearch(usersSearch);
  const typed = useTypedText(search.text, (text) => {
    change({ text });
  });
  const clear = () => {
    typed.reset("");
    change({ text: "", from: null, until: null });
  };
  const isRange = whyNotRange(search) === null;
  const owners = useQuery({ ...ownersOf(search), enabled: isRange });
  return (
    <>
      <PageHeader
        title="Users"
        description="Who stores media on this server, and how much."
        actions={
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={owners.isFetching && owners.data !== undefined}
            onClick={() => void owners.refetch()}
          >
            Refresh
          </Button>
        }
      />
      <Stack gap="lg">
        <UsersFilters search={search} typed={typed} onChange={change} />
        {isRange ? (
          <QueryView
            result={owners}
            describe={describeError}
            isEmpty={(list) => list.length === 0}
            empty={<NobodyStores isFiltered={search.from !== null || search.until !== null} onClear={clear} />}
          >
            {(list) => <UsersList owners={list} search={search} text={typed.text} onClear={clear} onChange={change} />}
          </QueryView>
        ) : (
          <EmptyState title="The range of days ends before it begins">
            Correct the days above. Nothing was asked of the server.
          </EmptyState>
        )}
      </Stack>
    </>
  );
}

interface NobodyStoresProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

/** Statistics name nobody: nothing is stored, or nothing from these days. */
function NobodyStores({ isFiltered, onClear }: NobodyStoresProps) {
  if (!isFiltered) {
    return (
      <EmptyState title="No media is stored yet">
        Synapse counts no media of any user. Where a separate media repository serves this homeserver, its files are not
        known to Synapse and do not show here.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No files from these days">
      <Text mb="sm">Synapse stores no file that was uploaded in the chosen range of days.</Text>
      <Button variant="default" onClick={onClear}>
        Clear filters
      </Button>
    </EmptyState>
  );
}
