import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReviewState } from "../../session/review";
import { ErrorNotice } from "../../ui/error-notice";

export interface IncompleteNoticeProps {
  readonly review: ReviewState;
  /** A run of this list was started. */
  readonly isStarted: boolean;
  readonly onReadAgain: () => void;
}

/** Says that the lists below are not the whole truth, and offers to read them again. Nothing where they are. */
export function IncompleteNotice({ review, isStarted, onReadAgain }: IncompleteNoticeProps) {
  if (review.status === "failed" && review.problem !== null) {
    return (
      <ErrorNotice error={review.problem} onRetry={onReadAgain} retryLabel="Read again">
        <Text size="sm">The preview is incomplete: it shows what was read before that.</Text>
      </ErrorNotice>
    );
  }
  if (review.status === "stopped") {
    return (
      <AgainNotice title="The preview is incomplete" onReadAgain={onReadAgain}>
        Reading was stopped. More files may match than are listed here.
      </AgainNotice>
    );
  }
  if (!isStarted) return null;
  return (
    <AgainNotice title="This list has been run" onReadAgain={onReadAgain}>
      What it names may be deleted by now.
    </AgainNotice>
  );
}

interface AgainNoticeProps {
  readonly title: string;
  readonly children: string;
  readonly onReadAgain: () => void;
}

function AgainNotice({ title, children, onReadAgain }: AgainNoticeProps) {
  return (
    <Alert color="yellow" role="alert" icon={<IconAlertTriangle aria-hidden />} title={title}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{children}</Text>
        <Button variant="default" size="xs" onClick={onReadAgain}>
          Read again
        </Button>
      </Stack>
    </Alert>
  );
}
