import { Button, Stack } from "@mantine/core";
import { useCallback, useState } from "react";
import { Link } from "react-router";
import type { Review } from "../../session/review";
import type { Plan } from "../../sweep/plan";
import { useFormatter } from "../../ui/formatter-context";
import { PageHeader } from "../../ui/page-header";
import { ConfirmDeletion } from "../confirm/confirm-deletion";
import { IncompleteNotice } from "./incomplete-notice";
import { ReadingProgress } from "./reading-progress";
import { ReviewDecisions } from "./review-decisions";
import { ReviewLists } from "./review-lists";
import { sourceText } from "../parts/rule-text";
import { UnreadOwners } from "./unread-owners";
import { freezePlan } from "../../sweep/preview";
import { useListed } from "./use-listed";
import { useReviewPreview } from "./use-review-preview";

export interface ReviewPanelProps {
  readonly review: Review;
  /** Where the source can be changed. */
  readonly backTo: string;
  /** A run of what is reviewed was started. */
  readonly onStarted?: (() => void) | undefined;
}

/** Shows what would go while it is read, lets the admin decide, and leads to the confirmation. */
export function ReviewPanel({ review: given, backTo, onStarted }: ReviewPanelProps) {
  const formatter = useFormatter();
  const { review, state, choices, decide, preview, notes, counts, readAgain } = useReviewPreview(given);
  const listed = useListed(state, preview, choices);
  const unread = state.unread.map(({ owner }) => owner);
  const [confirmed, setConfirmed] = useState<Plan | null>(null);
  const takeOut = useCallback((rows: Iterable<number>) => decide({ type: "take-out", rows }), [decide]);
  const putBack = useCallback((rows: Iterable<number>) => decide({ type: "put-back", rows }), [decide]);
  return (
    <>
      <PageHeader
        title="Review"
        description={sourceText(formatter, state.source)}
        actions={
          <Button component={Link} to={backTo} variant="default">
            {state.source.kind === "rule" ? "Change the rule" : "Back"}
          </Button>
        }
      />
      <Stack gap="lg">
        {state.status === "reading" ? (
          <ReadingProgress
            review={state}
            onStop={() => {
              review.stop();
            }}
          />
        ) : null}
        <IncompleteNotice review={state} isStarted={choices.isStarted} onReadAgain={() => readAgain()} />
        {state.unread.length === 0 ? null : (
          <UnreadOwners
            unread={state.unread}
            source={state.source}
            engine={choices.engine}
            hasConsent={choices.hasConsent}
            onConsent={(isGiven) => {
              decide({ type: "consent", isGiven });
            }}
            onReadAgain={() => {
              // What was agreed to was about these.
              decide({ type: "consent", isGiven: false });
              review.readUnread();
            }}
          />
        )}
        <ReviewDecisions
          review={state}
          choices={choices}
          preview={preview}
          notes={notes}
          counts={counts}
          decide={decide}
          onLookThroughRooms={review.lookThroughRooms}
          onStopLooking={review.stopLooking}
          onDelete={() => {
            setConfirmed(freezePlan(preview, unread));
          }}
        />
        <ReviewLists
          preview={listed.preview}
          found={listed.found}
          status={state.status}
          onTakeOut={takeOut}
          onPutBack={putBack}
        />
        <ConfirmDeletion
          plan={confirmed}
          onClose={() => {
            setConfirmed(null);
          }}
          onStarted={() => {
            decide({ type: "started" });
            onStarted?.();
          }}
        />
      </Stack>
    </>
  );
}
