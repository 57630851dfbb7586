import { Button, Group, Paper, Text } from "@mantine/core";
import { useFormatter } from "../../ui/formatter-context";

interface ListChangedNoticeProps {
  readonly before: number;
  readonly now: number;
  readonly onBeginAgain: () => void;
}

/** Said when the number of files changed between two pages, which are cut by counting rows. */
export function ListChangedNotice({ before, now, onBeginAgain }: ListChangedNoticeProps) {
  const formatter = useFormatter();
  const text = formatter
    .plural(now, {
      one: "There is {count} file now, and there were {before} before.",
      other: "There are {count} files now, and there were {before} before.",
    })
    .replace("{before}", formatter.count(before));
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" gap="sm">
        <Text component="output" size="sm" flex="1 1 20rem">
          <strong>The list changed while you were paging.</strong> {text} Rows may have moved to another page. To be
          sure to see each of them, begin at the first page.
        </Text>
        <Button variant="default" size="xs" onClick={onBeginAgain}>
          Begin again
        </Button>
      </Group>
    </Paper>
  );
}
