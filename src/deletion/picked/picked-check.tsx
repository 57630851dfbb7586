import { Alert, Button, Group, Loader, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReviewState } from "../../session/review";
import { ErrorNotice } from "../../ui/error-notice";
import { useFormatter } from "../../ui/formatter-context";
import { roomsText } from "../parts/amount-text";

export interface PickedCheckProps {
  readonly review: ReviewState;
  readonly onSkip: () => void;
  readonly onCheckAgain: () => void;
}

/** Whether it is known which of the picked files are in use. Nothing where it is. */
export function PickedCheck({ review, onSkip, onCheckAgain }: PickedCheckProps) {
  const formatter = useFormatter();
  if (review.status === "done") return null;
  if (review.status === "failed" && review.problem !== null) {
    return (
      <ErrorNotice error={review.problem} onRetry={onCheckAgain} retryLabel="Check again">
        <Text size="sm">{NOT_CHECKED}</Text>
      </ErrorNotice>
    );
  }
  if (review.status !== "reading") {
    return (
      <Alert color="yellow" role="alert" icon={<IconAlertTriangle aria-hidden />} title="Not checked">
        <Group justify="space-between" gap="sm">
          <Text size="sm">{NOT_CHECKED}</Text>
          <Button variant="default" size="xs" onClick={onCheckAgain}>
            Check again
          </Button>
        </Group>
      </Alert>
    );
  }
  const { rooms } = review;
  return (
    <Group justify="space-between" gap="sm">
      <Group gap="sm">
        <Loader size="sm" aria-hidden />
        <Text component="output" size="sm">
          Looking up which of these files are in use as profile pictures or room avatars
        </Text>
        {rooms === null ? null : (
          <Text size="sm" c="dimmed">
            {roomsText(formatter, rooms)}
          </Text>
        )}
      </Group>
      <Button variant="default" size="xs" onClick={onSkip}>
        Skip the check
      </Button>
    </Group>
  );
}

const NOT_CHECKED = "It is not known which of these files are in use as profile pictures or room avatars.";
