import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import type { ReviewState } from "../../session/review";
import { isHandPicked } from "../../sweep/plan";
import type { Formatter } from "../../lib/formatter";
import { useFormatter } from "../../ui/formatter-context";
import { ProgressBar } from "../../ui/progress-bar";
import { remainingMs } from "./remaining-time";

export interface ReadingProgressProps {
  readonly review: ReviewState;
  readonly onStop: () => void;
}

/** How far the reading for a preview got, and how to end it. */
export function ReadingProgress({ review, onStop }: ReadingProgressProps) {
  const formatter = useFormatter();
  const text = filesText(review, formatter);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Stack gap={0}>
            <Text fw={600}>{text}</Text>
            <Text size="sm" c="dimmed">
              {pictureText(review, formatter)}
            </Text>
            <Text size="sm" c="dimmed">
              {restText(review, formatter)}
            </Text>
          </Stack>
          <Button variant="default" onClick={onStop}>
            Stop reading
          </Button>
        </Group>
        <ProgressBar label="Reading" share={shareOf(review)} text={text} />
      </Stack>
    </Paper>
  );
}

function filesText({ progress, source }: ReviewState, formatter: Formatter): string {
  if (isHandPicked(source)) return "Looking up the pictures in use";
  if (source.kind === "user") return `Reading the list of ${source.userId}`;
  const { ownersRead, ownersTotal, filesRead } = progress;
  if (ownersTotal === null) return "Finding out who owns media";
  const files = formatter.plural(filesRead, { one: "{count} file read", other: "{count} files read" });
  const read = formatter.count(ownersRead);
  return formatter.plural(ownersTotal, {
    one: `Reading ${read} of {count} owner · ${files}`,
    other: `Reading ${read} of {count} owners · ${files}`,
  });
}

function pictureText({ avatars, rooms }: ReviewState, formatter: Formatter): string {
  if (avatars !== null) return "The pictures in use as profile pictures and room avatars are read.";
  if (rooms === null) return "Looking up which pictures are in use: reading profiles.";
  const read = formatter.count(rooms.roomsRead);
  return formatter.plural(rooms.roomsTotal, {
    one: `Looking up which pictures are in use: ${read} of {count} room read.`,
    other: `Looking up which pictures are in use: ${read} of {count} rooms read.`,
  });
}

/** How long it may still take; nothing before there is something to go by. */
function restText({ progress }: ReviewState, formatter: Formatter): string {
  const restMs = remainingMs(progress, Date.now());
  if (restMs === null) return "";
  return restMs < 60_000
    ? "Less than a minute left for the lists."
    : formatter.plural(Math.ceil(restMs / 60_000), {
        one: "About {count} minute left for the lists.",
        other: "About {count} minutes left for the lists.",
      });
}

/** Owners and rooms together. */
function shareOf({ progress, rooms }: ReviewState): number {
  const done = progress.ownersRead + (rooms?.roomsRead ?? 0);
  const total = (progress.ownersTotal ?? 0) + (rooms?.roomsTotal ?? 0);
  return total === 0 ? 0 : done / total;
}
