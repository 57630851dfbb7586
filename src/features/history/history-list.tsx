import { Button, Stack, Text, useMatches } from "@mantine/core";
import { useDeferredValue, useMemo } from "react";
import type { Entry } from "../../session/journal-entry";
import { DataTable } from "../../ui/data-table";
import { EmptyState } from "../../ui/empty-state";
import { useFormatter } from "../../ui/formatter-context";
import { historyColumns } from "./history-columns";
import { entriesText, rowsOf, searchRows } from "./history-rows";
import type { HistoryRow } from "./history-rows";

interface HistoryListProps {
  readonly entries: readonly Entry[];
  /** A run is under way on this homeserver; null while that is not known. */
  readonly isRunning: boolean | null;
  /** What is searched for. */
  readonly text: string;
  readonly onClear: () => void;
}

/** The entries that match. */
export function HistoryList({ entries, isRunning, text, onClear }: HistoryListProps) {
  const formatter = useFormatter();
  const wanted = useDeferredValue(text);
  const isNarrow = useMatches({ base: true, md: false }, { getInitialValueInEffect: false });
  const columns = useMemo(() => historyColumns(isNarrow), [isNarrow]);
  const rows = useMemo(() => rowsOf(entries, { formatter, isRunning }), [entries, formatter, isRunning]);
  const shown = useMemo(() => searchRows(rows, wanted, formatter.locale), [rows, wanted, formatter.locale]);
  return (
    <Stack gap="sm">
      <Text component="output" fw={600}>
        {entriesText(formatter, shown.length, rows.length)}
      </Text>
      {shown.length === 0 ? (
        <EmptyState title="No entry matches">
          <Text mb="sm">No entry holds every word of this text.</Text>
          <Button variant="default" onClick={onClear}>
            Clear search
          </Button>
        </EmptyState>
      ) : (
        <DataTable
          label="Runs and actions"
          rows={shown}
          rowKey={keyOf}
          columns={columns}
          rowRem={isNarrow ? NARROW_ROW_REM : ROW_REM}
        />
      )}
    </Stack>
  );
}

const keyOf = ({ id }: HistoryRow): string => id;

/** Two lines of words and their padding; on narrow screens two more for the result. */
const ROW_REM = 4.25;
const NARROW_ROW_REM = 7;
