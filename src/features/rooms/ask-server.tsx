import { Button, Stack, Text } from "@mantine/core";
import { EmptyState } from "../../ui/empty-state";

interface AskServerProps {
  /** The alias's own server. */
  readonly server: string;
  readonly onAsk: () => void;
}

/** Shown before another server is asked for an alias: the alias may be half typed. */
export const AskServer = ({ server, onAsk }: AskServerProps) => (
  <EmptyState title="An alias of another server">
    <Stack align="center" gap="sm">
      <Text size="sm">
        Only <bdi>{server}</bdi> knows which room it names. Synapse asks it once you press Enter.
      </Text>
      <Button variant="default" size="xs" onClick={onAsk}>
        Ask that server
      </Button>
    </Stack>
  </EmptyState>
);
