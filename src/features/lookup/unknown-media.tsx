import { Paper, Stack } from "@mantine/core";
import { FactList } from "../../deletion/parts/fact-list";
import type { MediaName } from "../../lib/mxc";
import { mxcOf } from "../../lib/mxc";
import { useSession } from "../../queries/use-session";
import { Copyable } from "../../ui/copyable";
import { EmptyState } from "../../ui/empty-state";
import { ActByName } from "./act-by-name";

interface NameProps {
  readonly name: MediaName;
}

/** Said where Synapse has no row of that name. */
export function UnknownMedia({ name }: NameProps) {
  const isLocal = useSession().account.serverName === name.serverName;
  return (
    <Paper withBorder p="lg">
      <EmptyState title="Synapse knows no such file">
        {isLocal
          ? "It was deleted, or never uploaded here. Media IDs are case-sensitive."
          : "This server keeps no copy of it: it was purged, or never fetched. The other server was not asked."}
      </EmptyState>
      <NameFacts name={name} />
    </Paper>
  );
}

/** Said of another server's file where Synapse cannot be asked for it. */
export const UnknownCopy = ({ name }: NameProps) => (
  <Paper withBorder p="lg">
    <EmptyState title="This version of Synapse does not tell of it">
      Since version 1.140 Synapse tells whether it keeps a copy of another server&apos;s file. No earlier version does.
    </EmptyState>
    <Stack>
      <NameFacts name={name} />
      <ActByName name={name} />
    </Stack>
  </Paper>
);

/** IDs of URL previews begin with the day on which they were fetched. */
const URL_PREVIEW_ID = /^\d{4}-\d{2}-\d{2}_/;

/** What a name tells by itself. */
export function NameFacts({ name }: NameProps) {
  const { account } = useSession();
  const isLocal = account.serverName === name.serverName;
  const isPreview = URL_PREVIEW_ID.test(name.mediaId);
  return (
    <Stack>
      <FactList
        facts={[
          { term: "mxc URI", value: <Copyable value={mxcOf(name)} label="Copy the mxc URI" /> },
          {
            term: "Server",
            value: (
              <>
                <bdi>{name.serverName}</bdi>
                {isLocal ? " (this server)" : ` (another server: this one is ${account.serverName})`}
              </>
            ),
          },
          {
            term: "Kind of ID",
            value: isPreview ? "Dated, as those of URL previews are: Synapse removes these by itself" : "An upload",
          },
        ]}
      />
    </Stack>
  );
}
