import { Button, Group, Stack, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { mxcOf } from "../../lib/mxc";
import type { NumberedChange } from "../../queries/quarantine";
import type { Column } from "../../ui/column";
import { Copyable } from "../../ui/copyable";
import { DataTable } from "../../ui/data-table";
import { useFormatter } from "../../ui/formatter-context";

interface ChangesListProps {
  readonly changes: readonly NumberedChange[];
  readonly isRefreshing: boolean;
  readonly onRefresh: () => void;
}

/** Each change in a row. A file may stand there many times: its state now is what its latest row says. */
export function ChangesList({ changes, isRefreshing, onRefresh }: ChangesListProps) {
  const formatter = useFormatter();
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text component="output">
          {formatter.plural(changes.length, { one: "{count} change", other: "{count} changes" })}
        </Text>
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={isRefreshing}
          onClick={onRefresh}
        >
          Refresh
        </Button>
      </Group>
      <DataTable label="Quarantine changes" rows={changes} rowKey={keyOf} columns={columns} rowRem={3} />
      <Text size="sm" c="dimmed">
        A call that reached a file leaves a row, also where it changed nothing. An upload that was quarantined at once,
        because its content was, leaves none. A file may have been deleted since.
      </Text>
    </Stack>
  );
}

const keyOf = ({ number }: NumberedChange): string => String(number);

const columns: readonly Column<NumberedChange>[] = [
  { key: "number", header: "No.", align: "end", width: "3.5rem", render: ({ number }) => <Place number={number} /> },
  {
    key: "change",
    header: "Change",
    width: "7rem",
    render: ({ isQuarantined }) => (isQuarantined ? "Quarantined" : "Released"),
  },
  { key: "file", header: "File", render: (change) => <Copyable value={mxcOf(change)} label="Copy the mxc URI" /> },
];

const Place = ({ number }: { readonly number: number }) => useFormatter().count(number);
