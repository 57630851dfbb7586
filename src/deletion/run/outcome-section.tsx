import { Text } from "@mantine/core";
import { useMemo } from "react";
import { Bytes } from "../../ui/bytes";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/column";
import { useFormatter } from "../../ui/formatter-context";
import { UserText } from "../../ui/user-text";
import { partlyKnownText } from "../parts/amount-text";
import { FileName } from "../parts/file-columns";
import { tallyRows } from "./group-outcomes";
import type { OutcomeRow } from "./group-outcomes";
import { ReasonCell } from "../parts/reason-cell";
import { Section } from "../parts/section";

export interface OutcomeSectionProps {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly OutcomeRow[];
  /** The header of what is said of each file; left out where there is nothing to say. */
  readonly noteHeader?: string | undefined;
  /** What to do about it. */
  readonly advices: readonly string[];
}

/** The files that had one outcome; nothing where there are none. */
export function OutcomeSection({ title, description, rows, noteHeader, advices }: OutcomeSectionProps) {
  const formatter = useFormatter();
  const columns = useMemo(() => columnsWith(noteHeader), [noteHeader]);
  if (rows.length === 0) return null;
  return (
    <Section title={title} amount={partlyKnownText(formatter, tallyRows(rows))} description={description}>
      {advices.map((advice) => (
        <Text key={advice} size="sm" maw="80ch">
          {advice}
        </Text>
      ))}
      <DataTable label={title} rows={rows} rowKey={keyOf} columns={columns} maxHeight="32rem" />
    </Section>
  );
}

const keyOf = ({ mediaId }: OutcomeRow): string => mediaId;

/** In a long list on one line, and whole on hover. */
const NOTE_WIDTH = "12.5rem";

const columnsWith = (noteHeader: string | undefined): readonly Column<OutcomeRow>[] =>
  noteHeader === undefined
    ? tells
    : [...tells, { key: "note", header: noteHeader, width: NOTE_WIDTH, render: renderNote }];

const tells: readonly Column<OutcomeRow>[] = [
  {
    key: "name",
    header: "Name",
    render: ({ file, mediaId }) => <FileName file={{ mediaId, name: file?.name ?? null }} />,
  },
  {
    key: "owner",
    header: "Owner",
    visibleFrom: "sm",
    width: "14rem",
    render: ({ file }) => <UserText text={file?.userId ?? null} none="not listed" />,
  },
  {
    key: "type",
    header: "Type",
    visibleFrom: "md",
    width: "9rem",
    render: ({ file }) => <UserText text={file?.type ?? null} none="unknown" />,
  },
  {
    key: "size",
    header: "Size",
    align: "end",
    width: "6rem",
    render: ({ sizeBytes }) => <Bytes value={sizeBytes} />,
  },
];

function renderNote({ note }: OutcomeRow) {
  if (typeof note !== "string") return <ReasonCell reason={note} />;
  return (
    <Text span inherit title={note}>
      {note}
    </Text>
  );
}
