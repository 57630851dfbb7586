import { Button, Text } from "@mantine/core";
import { EmptyState } from "../../ui/empty-state";
import { useFormatter } from "../../ui/formatter-context";

interface NoMediaProps {
  /** How many files the user has, whatever the filter. */
  readonly ofUser: number;
  readonly onClear: () => void;
}

/** Said where no file is listed: the user has none, or none that matches. */
export function NoMedia({ ofUser, onClear }: NoMediaProps) {
  const formatter = useFormatter();
  if (ofUser === 0) {
    return <EmptyState title="This user has no media">Synapse lists no file of this user.</EmptyState>;
  }
  return (
    <EmptyState title="No file matches">
      <Text mb="sm">
        {formatter.plural(ofUser, {
          one: "Synapse lists {count} file of this user. It does not match the filters above.",
          other: "Synapse lists {count} files of this user. None of them matches the filters above.",
        })}
      </Text>
      <Button variant="default" onClick={onClear}>
        Clear filters
      </Button>
    </EmptyState>
  );
}
