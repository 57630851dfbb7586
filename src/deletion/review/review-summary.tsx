import { Paper, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { ReviewState } from "../../session/review";
import type { Preview, PreviewOptions } from "../../sweep/preview";
import { useFormatter } from "../../ui/formatter-context";
import { amountText } from "../parts/amount-text";

export interface ReviewSummaryProps {
  readonly review: ReviewState;
  readonly preview: Preview;
  /** The button that leads to the confirmation. */
  readonly children: ReactNode;
}

/** How much would go, and how exact that is. */
export function ReviewSummary({ review, preview, children }: ReviewSummaryProps) {
  const formatter = useFormatter();
  const isReading = review.status === "reading";
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm" align="flex-start">
        <div>
          <Text size="sm" c="dimmed">
            {labelOf(preview.options, review)}
          </Text>
          <Text component="output" display="block" fz={{ base: 26, sm: 32 }} fw={700} lh={1.2} aria-busy={isReading}>
            {amountText(formatter, preview.doomed)}
          </Text>
        </div>
        {isAtMost(preview.options) && !isReading ? (
          <Text size="sm" maw="60ch">
            At most: Synapse also keeps every picture ever worn in a room, which it does not list.
          </Text>
        ) : null}
        {preview.options.engine === "whole-user" ? (
          <Text size="sm" maw="60ch">
            Nothing is kept: the profile picture, protected and quarantined files go too, and so does what arrives until
            the list is empty.
          </Text>
        ) : null}
        {review.avatars === null ? (
          <Text size="sm" maw="60ch">
            Which of these files are in use as profile pictures or room avatars is not known yet.
          </Text>
        ) : null}
        {children}
      </Stack>
    </Paper>
  );
}

/** Under Synapse's rule the server keeps more than any client can list. */
const isAtMost = ({ engine, source }: PreviewOptions): boolean =>
  engine === "synapse-rule" && source.kind === "rule" && source.rule.keepAvatars;

function labelOf(options: PreviewOptions, { status, unread }: ReviewState): string {
  if (status === "reading") return "Found so far";
  // Beyond the list Synapse's rule may take what no list names: that is a bound for the listed files only.
  if (options.engine === "synapse-rule" && unread.length > 0) {
    return isAtMost(options) ? "Of the listed files would be deleted, at most" : "Of the listed files would be deleted";
  }
  if (isAtMost(options)) return "Would be deleted, at most";
  return options.engine === "whole-user" ? "Would be deleted, at least" : "Would be deleted";
}
