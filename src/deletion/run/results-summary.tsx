import { Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import type { Formatter } from "../../lib/formatter";
import { tallyOf } from "../../sweep/receipt";
import type { Receipt } from "../../sweep/receipt";
import { useFormatter } from "../../ui/formatter-context";
import { Timestamp } from "../../ui/timestamp";
import { engineLabels } from "../review/engine-options";
import { FactList } from "../parts/fact-list";
import { freedText } from "./freed-text";
import { sourceText } from "../parts/rule-text";

/** The sums of a run, and where, by whom and how it was run. */
export function ResultsSummary({ receipt }: { readonly receipt: Receipt }) {
  const formatter = useFormatter();
  const { source, engine, serverName, admin, startedMs, endedMs } = receipt;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Paper withBorder p="lg">
        <Stack gap="sm">
          <Text component="output" display="block" fz={{ base: 26, sm: 32 }} fw={700} lh={1.2}>
            {deletedText(formatter, receipt)}
          </Text>
          {endingText(receipt) === null ? null : <Text fw={600}>{endingText(receipt)}</Text>}
          {freedText(formatter, receipt.entries).map((sentence) => (
            <Text key={sentence} size="sm">
              {sentence}
            </Text>
          ))}
        </Stack>
      </Paper>
      <Paper withBorder p="lg">
        <FactList
          facts={[
            { term: "Server", value: <bdi>{serverName}</bdi> },
            { term: source.kind === "rule" ? "Rule" : "User", value: sourceText(formatter, source) },
            { term: "How", value: engineLabels[engine] },
            { term: "By", value: <bdi>{admin}</bdi> },
            { term: "Ended", value: <Timestamp ms={endedMs} /> },
            { term: "Took", value: formatter.duration(endedMs - startedMs) },
          ]}
        />
      </Paper>
    </SimpleGrid>
  );
}

/** "1,200 of 1,204 deleted" */
function deletedText(formatter: Formatter, { entries, planned }: Receipt): string {
  const deleted = formatter.count(tallyOf(entries).deleted.files);
  return `${deleted} of ${formatter.count(planned.files)} deleted`;
}

function endingText({ isStopped, halted }: Receipt): string | null {
  if (halted !== null) return "The run ended by itself before its end.";
  return isStopped ? "You stopped this run. What was under way was carried out." : null;
}
