import { Stack, Switch } from "@mantine/core";
import { useMemo, useState } from "react";
import type { MediaFile } from "../../api/media-page";
import { useStore } from "../../queries/use-session";
import { openReview, runs } from "../../session/current";
import type { ReviewState } from "../../session/review";
import { certainKinds } from "../../sweep/plan";
import type { HandPicked, Plan } from "../../sweep/plan";
import { freezePlan } from "../../sweep/preview";
import { ConfirmForm } from "../confirm/confirm-form";
import { NoteList } from "../review/note-list";
import { PickedCheck } from "./picked-check";
import { PickedFiles } from "./picked-files";
import { useReviewPreview } from "../review/use-review-preview";

export interface PickedReviewProps {
  readonly source: HandPicked;
  readonly files: readonly MediaFile[];
  readonly onCancel: () => void;
  readonly onStarted?: (() => void) | undefined;
}

/** What was picked, what speaks against deleting it, and the confirmation. */
export function PickedReview({ source, files, onCancel, onStarted }: PickedReviewProps) {
  const [opened] = useState(() => openReview(source, { picked: files }));
  const { review, state, choices, decide, preview, notes, counts, readAgain } = useReviewPreview(opened);
  const plan = useMemo(() => freezePlan(preview, []), [preview]);
  const isRunning = useStore(runs).status === "running";
  const keepAll = (isKept: boolean) => {
    for (const kind of certainKinds) decide({ type: "keep", kind, isKept });
  };
  return (
    <Stack gap="md">
      <PickedCheck
        review={state}
        onSkip={() => {
          review.stop();
        }}
        onCheckAgain={() => {
          readAgain(files);
        }}
      />
      {certainKinds.some((kind) => counts[kind] > 0) ? (
        <Switch
          label="Keep files in use or protected"
          description="Profile pictures, room avatars, protected and quarantined files and URL previews stay."
          checked={choices.keep.size > 0}
          onChange={(event) => {
            keepAll(event.currentTarget.checked);
          }}
        />
      ) : null}
      <PickedFiles preview={preview} />
      <NoteList notes={notes} />
      <ConfirmForm plan={plan} whyNot={whyNot(state, plan, isRunning)} onCancel={onCancel} onStarted={onStarted} />
    </Stack>
  );
}

/** Why the picked files cannot be deleted now. Without the check they can: they were picked by hand. */
function whyNot({ status }: ReviewState, plan: Plan, isRunning: boolean): string | null {
  if (status === "reading") return "It is being looked up which of these files are in use. Wait, or skip the check.";
  if (plan.doomed.length === 0) return "Every picked file is kept.";
  return isRunning ? "Another clean-up is under way. Wait for its end, or stop it." : null;
}
