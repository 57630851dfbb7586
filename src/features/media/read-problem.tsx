import { Button, Group, Text } from "@mantine/core";
import { describeError } from "../../api/describe-error";

interface ReadProblemProps {
  /** "The account", as a sentence begins. */
  readonly what: string;
  readonly error: Error;
  readonly onRetry: () => unknown;
}

/** One line of a head that could not be read, while the rest of it stands. */
export function ReadProblem({ what, error, onRetry }: ReadProblemProps) {
  const { title, words, advice } = describeError(error);
  const told = words === null ? title : `${title}: “${words}”`;
  return (
    <Group gap="xs" role="alert">
      <Text size="sm" c="var(--mantine-color-red-light-color)">
        {`${what} could not be read: ${told}. ${advice}`}
      </Text>
      <Button variant="default" size="compact-xs" onClick={() => void onRetry()}>
        Retry
      </Button>
    </Group>
  );
}
