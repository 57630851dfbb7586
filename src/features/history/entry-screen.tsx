import { Anchor, Group } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { Link, useLocation, useParams } from "react-router";
import { ReceiptView } from "../../deletion/run/receipt-view";
import { paths } from "../../lib/paths";
import { historyQueries } from "../../queries/history";
import { useSession } from "../../queries/use-session";
import type { RunEnd } from "../../session/journal-entry";
import type { StoredEntry } from "../../session/journal-reader";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import { QueryView } from "../../ui/query-view";
import { takeLostFocus } from "../../ui/take-lost-focus";
import { ActionEntry } from "./action-entry";
import { DeleteEntry } from "./delete-entry";
import { describeJournalProblem } from "./describe-journal-problem";
import { receiptOfRun } from "./receipt-of-run";
import type { StoredRun } from "./receipt-of-run";
import { UnfinishedRun } from "./unfinished-run";

/** One entry of the history. */
export function Component() {
  const { entryId = "" } = useParams();
  const { client } = useSession();
  const { data: isRunning = null } = useQuery(historyQueries.isRunning(client));
  const entry = useQuery(historyQueries.entry(client, entryId, { isRunning: isRunning === true }));
  return (
    <>
      <Anchor component={Link} to={paths.history()} size="sm">
        <Group component="span" gap={4} display="inline-flex">
          <IconArrowLeft size={16} aria-hidden />
          All of the history
        </Group>
      </Anchor>
      {entry.data === undefined ? <PageHeader title="Receipt" /> : null}
      <QueryView result={entry} describe={describeJournalProblem}>
        {(stored) => <EntryView stored={isOfOther(stored, client.scope) ? null : stored} isRunning={isRunning} />}
      </QueryView>
    </>
  );
}

/** What another account did is not this account's to see. Of what cannot be read that is not known. */
const isOfOther = (stored: StoredEntry | null, scope: string): boolean =>
  stored !== null && stored.kind !== "unreadable" && stored.header.scope !== scope;

function NoSuchEntry() {
  return (
    <>
      <PageHeader title="Receipt" />
      <EmptyState title="This browser has no such entry for this account">
        It was deleted, or made in another browser or by another account.
      </EmptyState>
    </>
  );
}

interface EntryViewProps {
  /** Null where there is none. */
  readonly stored: StoredEntry | null;
  readonly isRunning: boolean | null;
}

function EntryView({ stored, isRunning }: EntryViewProps) {
  const { key } = useLocation();
  useEffect(() => {
    // The heading that a navigation led to was that of the outline. A page just opened begins at its top.
    if (key !== "default") takeLostFocus();
  }, [key]);
  if (stored === null) return <NoSuchEntry />;
  if (stored.kind === "unreadable") return <UnreadableEntryView id={stored.id} />;
  if (stored.kind === "action") return <ActionEntry header={stored.header} />;
  const { ended } = stored.header;
  if (ended === null) return <UnfinishedRun run={stored} isRunning={isRunning} />;
  return <EndedRun run={stored} ended={ended} />;
}

function EndedRun({ run, ended }: { readonly run: StoredRun; readonly ended: RunEnd }) {
  const receipt = useMemo(() => receiptOfRun(run, ended), [run, ended]);
  return <ReceiptView title="Receipt" receipt={receipt} actions={<DeleteEntry id={run.header.id} />} />;
}

function UnreadableEntryView({ id }: { readonly id: string }) {
  return (
    <>
      <PageHeader title="Receipt" actions={<DeleteEntry id={id} />} />
      <EmptyState title="This entry cannot be read">
        Another version of Mediasweep wrote it, or it is damaged. A newer version may be able to read it.
      </EmptyState>
    </>
  );
}
