import { Paper, Stack } from "@mantine/core";
import { FactList } from "../../deletion/parts/fact-list";
import type { Fact } from "../../deletion/parts/fact-list";
import { DownloadButtons } from "../../deletion/run/download-buttons";
import type { Formatter } from "../../lib/formatter";
import type { ActionHeader } from "../../session/journal-entry";
import { ErrorNotice } from "../../ui/error-notice";
import { useFormatter } from "../../ui/formatter-context";
import { PageHeader } from "../../ui/page-header";
import { Timestamp } from "../../ui/timestamp";
import { downloadAction } from "./action-export";
import { actionName, actionResult } from "./action-text";
import { DeleteEntry } from "./delete-entry";

/** The record of an action that is no run. */
export function ActionEntry({ header }: { readonly header: ActionHeader }) {
  const formatter = useFormatter();
  const { ended } = header;
  return (
    <>
      <PageHeader
        title={actionName(header)}
        actions={
          <>
            <DownloadButtons
              onDownload={(extension) => {
                downloadAction(header, extension);
              }}
            />
            <DeleteEntry id={header.id} />
          </>
        }
      />
      <Stack gap="lg">
        {ended?.problem == null ? null : <ErrorNotice error={ended.problem} />}
        <Paper withBorder p="lg">
          <FactList facts={factsOf(formatter, header)} />
        </Paper>
      </Stack>
    </>
  );
}

const factsOf = (formatter: Formatter, { serverName, on, admin, startedMs, ended }: ActionHeader): readonly Fact[] => [
  { term: "Server", value: <bdi>{serverName}</bdi> },
  {
    term: "On",
    value: (
      <Stack gap={2}>
        {on.map((name) => (
          <bdi key={name}>{name}</bdi>
        ))}
      </Stack>
    ),
  },
  { term: "By", value: <bdi>{admin}</bdi> },
  { term: "Started", value: <Timestamp ms={startedMs} /> },
  ...(ended === null ? [] : [{ term: "Ended", value: <Timestamp ms={ended.endedMs} /> }]),
  { term: "Result", value: ended === null ? NO_ANSWER : actionResult(formatter, ended) },
];

const NO_ANSWER =
  "No answer was noted: the call may be under way still, or its answer was lost. Synapse may have done it.";
