import { Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

export interface SectionProps {
  readonly title: string;
  /** Beside the title: how many, how large. */
  readonly amount?: ReactNode | undefined;
  readonly description?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a screen with its heading. */
export function Section({ title, amount, description, children }: SectionProps) {
  return (
    <Stack component="section" gap="sm">
      <Group gap="sm" align="baseline">
        <Title order={2} fz="h3">
          {title}
        </Title>
        {amount === undefined ? null : <Text c="dimmed">{amount}</Text>}
      </Group>
      {description === undefined ? null : (
        <Text component="div" size="sm" c="dimmed" maw="80ch">
          {description}
        </Text>
      )}
      {children}
    </Stack>
  );
}
