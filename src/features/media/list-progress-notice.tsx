import { Paper, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { mediaQueries } from "../../queries/media";
import { useSession } from "../../queries/use-session";
import { useFormatter } from "../../ui/formatter-context";
import { ProgressBar } from "../../ui/progress-bar";

/** How far the reading of a user's whole list is, in the place of the list. */
export function ListProgressNotice({ userId }: { readonly userId: string }) {
  const formatter = useFormatter();
  const { client } = useSession();
  const { data: read } = useQuery(mediaQueries.progressOfUser(client, userId));
  const text =
    read == null
      ? "Reading the whole list"
      : formatter.plural(read.filesTotal, {
          one: `Reading the whole list: ${formatter.count(read.filesRead)} of {count} file read`,
          other: `Reading the whole list: ${formatter.count(read.filesRead)} of {count} files read`,
        });
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <div>
          <Text fw={600}>{text}</Text>
          <Text size="sm" c="dimmed">
            Synapse can neither filter a user&#39;s files nor list them without pages, so all of them are read first.
          </Text>
        </div>
        <ProgressBar label="Reading" share={shareOf(read)} text={text} />
      </Stack>
    </Paper>
  );
}

const shareOf = (read: { readonly filesRead: number; readonly filesTotal: number } | null | undefined): number =>
  read == null || read.filesTotal === 0 ? 0 : read.filesRead / read.filesTotal;
