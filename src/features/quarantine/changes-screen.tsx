import { useQuery } from "@tanstack/react-query";
import { describeError } from "../../api/describe-error";
import { supports } from "../../api/synapse-version";
import { queryClient } from "../../queries/current-query-client";
import { quarantineQueries } from "../../queries/quarantine";
import { serverQueries } from "../../queries/server";
import { useSession } from "../../queries/use-session";
import { session } from "../../session/current";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import { QueryView } from "../../ui/query-view";
import { ChangesList } from "./changes-list";

/** Starts reading while the screen's code is still on its way: whether there is such a list, the version tells. */
export function loader(): null {
  const state = session.get();
  if (state.status === "signed-in") void queryClient.prefetchQuery(serverQueries.version(state.client));
  return null;
}

/** The screen "Quarantine changes": Synapse's own list of what was quarantined and released. */
export function Component() {
  const { client } = useSession();
  const version = useQuery(serverQueries.version(client));
  return (
    <>
      <PageHeader
        title="Quarantine changes"
        description="What was quarantined and released on this server, by whomever, the latest first. Synapse tells neither when nor by whom. Changes from before version 1.152 were added by a background job, in no order of time."
      />
      <QueryView
        result={version}
        describe={describeError}
        isEmpty={(serverVersion) => !supports(serverVersion, "quarantineChanges")}
        empty={
          <EmptyState title="This server keeps no such list">
            {`It needs Synapse 1.152 or newer; this server runs ${version.data ?? ""}. What was done from this browser is in the history.`}
          </EmptyState>
        }
      >
        {() => <Changes />}
      </QueryView>
    </>
  );
}

function Changes() {
  const { client } = useSession();
  const changes = useQuery(quarantineQueries.changes(client));
  return (
    <QueryView
      result={changes}
      describe={describeError}
      isEmpty={(list) => list.length === 0}
      empty={
        <EmptyState title="Synapse lists no change">Nothing was quarantined or released on this server.</EmptyState>
      }
    >
      {(list) => (
        <ChangesList
          changes={list}
          isRefreshing={changes.isFetching}
          onRefresh={() => {
            void changes.refetch();
          }}
        />
      )}
    </QueryView>
  );
}
