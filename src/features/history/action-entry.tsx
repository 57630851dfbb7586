import { Paper, Stack } from "@mantine/core";
import { useMemo } from "react";
import { FactList } from "../../deletion/parts/fact-list";
import type { Fact } from "../../deletion/parts/fact-list";
import { DownloadButtons } from "../../deletion/run/download-buttons";
import { actionName, actionResult, doneText, missedText } from "../../files/act/action-words";
import type { Formatter } from "../../lib/formatter";
import type { ActionHeader } from "../../session/journal-entry";
import type { Column } from "../../ui/column";
import { DataTable } from "../../ui/data-table";
import { useFormatter } from "../../ui/formatter-context";
import { PageHeader } from "../../ui/page-header";
import { Timestamp } from "../../ui/timestamp";
import { downloadAction } from "./action-export";
import { DeleteEntry } from "./delete-entry";

/** The record of an action that is no run. */
export function ActionEntry({ header }: { readonly header: ActionHeader }) {
  const formatter = useFormatter();
  const lines = useMemo(() => linesOf(header), [header]);
  return (
    <>
      <PageHeader
        title={actionName(header.action)}
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
        <Paper withBorder p="lg">
          <FactList facts={factsOf(formatter, header)} />
        </Paper>
        {lines.length === 0 ? null : (
          <DataTable label="Done to" rows={lines} rowKey={({ on }) => on} columns={columns} />
        )}
      </Stack>
    </>
  );
}

function factsOf(formatter: Formatter, header: ActionHeader): readonly Fact[] {
  const { serverName, admin, startedMs, ended } = header;
  return [
    { term: "Server", value: <bdi>{serverName}</bdi> },
    { term: "By", value: <bdi>{admin}</bdi> },
    { term: "Started", value: <Timestamp ms={startedMs} /> },
    ...(ended === null ? [] : [{ term: "Ended", value: <Timestamp ms={ended.endedMs} /> }]),
    { term: "Result", value: ended === null ? NO_END : actionResult(formatter, header, ended) },
  ];
}

const NO_END =
  "No end was noted: it may be under way still, or its tab was closed. Synapse may have done all of it, or some.";

interface Line {
  readonly on: string;
  readonly result: string;
  /** Synapse's own words. */
  readonly words: string | null;
}

const columns: readonly Column<Line>[] = [
  { key: "on", header: "On", render: ({ on }) => <bdi>{on}</bdi> },
  {
    key: "result",
    header: "Result",
    render: ({ result, words }) => (words === null ? result : `${result} (${words})`),
  },
];

function linesOf({ on, ended }: ActionHeader): readonly Line[] {
  const missed = new Map((ended?.missed ?? []).map((miss) => [miss.on, miss]));
  return on.map((name) => {
    const miss = missed.get(name);
    const words = miss === undefined || miss.what === "not-attempted" ? null : miss.problem.words;
    const done = ended === null ? "Not known" : doneText(ended);
    return { on: name, result: miss === undefined ? done : missedText(miss), words };
  });
}
