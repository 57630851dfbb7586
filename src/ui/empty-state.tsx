import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

export interface EmptyStateProps {
  readonly title: ReactNode;
  /** What to do about it. */
  readonly children?: ReactNode;
}

/** Said where a list has nothing to show. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <Text fw={600}>{title}</Text>
      {children === undefined ? null : (
        <Text component="div" c="dimmed" maw="60ch">
          {children}
        </Text>
      )}
    </Stack>
  );
}
