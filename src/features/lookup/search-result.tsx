import { List, Stack, Text } from "@mantine/core";
import { ErrorNotice } from "../../ui/error-notice";
import { useFormatter } from "../../ui/formatter-context";
import { ProgressBar } from "../../ui/progress-bar";
import { searchText } from "./search-words";
import type { FileSearch } from "./use-file-search";

/** How far a search has come, or why it found nothing. */
export function SearchResult({ search }: { readonly search: FileSearch }) {
  const formatter = useFormatter();
  const { status, problem, unread, listsRead, listsTotal } = search;
  if (status === "idle") return null;
  if (problem !== null) return <ErrorNotice error={problem} />;
  const text = searchText(formatter, search);
  return (
    <Stack gap="xs">
      {status === "searching" ? (
        <ProgressBar
          label="Searching"
          share={listsTotal === null ? 0 : listsRead / Math.max(listsTotal, 1)}
          text={text}
        />
      ) : null}
      <Text component="output" size="sm" fw={600}>
        {text}
      </Text>
      {unread.length === 0 ? null : (
        <>
          <Text size="sm">These lists could not be read, and may hold it:</Text>
          <List size="sm">
            {unread.map(({ userId, problem: { title } }) => (
              <List.Item key={userId}>
                <bdi>{userId}</bdi>: {title}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}
