import { Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

export interface PageHeaderProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  /** Buttons of the whole screen. */
  readonly actions?: ReactNode;
}

/** The head of a screen. Its heading takes the focus after a navigation, so that a screen reader starts there. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="lg">
      <Stack gap={4} flex="1 1 20rem" miw={0}>
        <Title order={1} tabIndex={-1}>
          {title}
        </Title>
        {description === undefined ? null : (
          <Text component="div" c="dimmed" maw="70ch" style={{ overflowWrap: "anywhere" }}>
            {description}
          </Text>
        )}
      </Stack>
      {actions === undefined ? null : <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
