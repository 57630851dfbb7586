import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** An error in words: what happened, what to do, and what the server itself said. */
export interface NoticeText {
  readonly title: string;
  readonly advice: string;
  readonly words: string | null;
}

export interface ErrorNoticeProps {
  readonly error: NoticeText;
  readonly onRetry?: (() => unknown) | undefined;
  readonly retryLabel?: string;
  /** More ways out, beside "Retry". */
  readonly children?: ReactNode;
}

/** A failure in the place of what could not be shown. */
export function ErrorNotice({ error, onRetry, retryLabel = "Retry", children }: ErrorNoticeProps) {
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
      <Stack gap="sm" align="flex-start">
        {/* Not the notice's own title: as its accessible name it would be found in the place of a field so labelled. */}
        <Text fw={650} size="sm" c="var(--mantine-color-red-light-color)">
          {error.title}
        </Text>
        <Text size="sm">{error.advice}</Text>
        {error.words === null ? null : (
          <Text size="sm">
            Synapse says: <bdi>{error.words}</bdi>
          </Text>
        )}
        {onRetry === undefined ? null : (
          <Button variant="default" size="xs" onClick={() => void onRetry()}>
            {retryLabel}
          </Button>
        )}
        {children}
      </Stack>
    </Alert>
  );
}
