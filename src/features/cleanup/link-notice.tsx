import { Alert, Code, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";

/** Says which parts of the link could not be read; nothing where all could. */
export function LinkNotice({ unreadable }: { readonly unreadable: readonly string[] }) {
  if (unreadable.length === 0) return null;
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} mb="lg" maw={760}>
      <Stack gap="xs">
        <Text size="sm">
          Part of this link cannot be read, so it was not run. What follows is not set below: set it anew, or the
          preview holds more than the link was meant to.
        </Text>
        <List size="sm">
          {unreadable.map((part, index) => (
            <List.Item key={`${String(index)} ${part}`}>
              <Code style={{ overflowWrap: "anywhere" }}>{part}</Code>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Alert>
  );
}
