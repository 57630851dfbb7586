import { Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import type { Formatter } from "../../lib/formatter";
import { tallyOf } from "../../sweep/receipt";
import type { Receipt } from "../../sweep/receipt";
import { useFormatter } from "../../ui/formatter-context";
import { Timestamp } from "../../ui/timestamp";
import { deletedText } from "../parts/amount-text";
import { FactList } from "../parts/fact-list";
import type { Fact } from "../parts/fact-list";
import { freedText } from "./freed-text";
import { startFacts } from "./run-facts";
import { statisticsText } from "./statistics-text";

/** The sums of a run, and where, by whom and how it was run. */
export function ResultsSummary({ receipt }: { readonly receipt: Receipt }) {
  const formatter = useFormatter();
  const { entries, planned } = receipt;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Paper withBorder p="lg">
        <Stack gap="sm">
          <Text component="output" display="block" fz={{ base: 26, sm: 32 }} fw={700} lh={1.2}>
            {deletedText(formatter, tallyOf(entries).deleted.files, planned.files)}
          </Text>
          {endingText(receipt) === null ? null : <Text fw={600}>{endingText(receipt)}</Text>}
          {freedText(formatter, receipt).map((sentence) => (
            <Text key={sentence} size="sm">
              {sentence}
            </Text>
          ))}
        </Stack>
      </Paper>
      <Paper withBorder p="lg">
        <FactList facts={[...startFacts(formatter, receipt), ...endFacts(formatter, receipt)]} />
      </Paper>
    </SimpleGrid>
  );
}

function endFacts(formatter: Formatter, receipt: Receipt): readonly Fact[] {
  const { startedMs, endedMs } = receipt;
  const statistics = statisticsText(formatter, receipt);
  return [
    { term: "Ended", value: <Timestamp ms={endedMs} /> },
    { term: "Took", value: formatter.duration(endedMs - startedMs) },
    ...(statistics === null ? [] : [{ term: "Statistics", value: statistics }]),
  ];
}

function endingText({ isStopped, isClosed, halted }: Receipt): string | null {
  if (halted !== null) return "The run ended by itself before its end.";
  if (isClosed) return "This run was interrupted, and you closed it. Nothing new was begun.";
  return isStopped ? "You stopped this run. What was under way was waited for." : null;
}
