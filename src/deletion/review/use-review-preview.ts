import { useCallback, useMemo, useState } from "react";
import { calmStore } from "../../lib/calm-store";
import type { Calm } from "../../lib/calm-store";
import type { MediaFile } from "../../api/media-page";
import { useStore } from "../../queries/use-session";
import { openReview } from "../../session/current";
import type { Review, ReviewState } from "../../session/review";
import { previewOf } from "../../sweep/preview";
import { useFormatter } from "../../ui/formatter-context";
import { carryChoices, choicesStoreOf } from "./choices-store";
import { countReasons, previewOptionsOf } from "./preview-options";
import { choose } from "./review-choices";
import type { ChoiceAction } from "./review-choices";
import { notesOf } from "./review-notes";
import { isDrawnAtOnce } from "./use-row-order";

/** The first rows and the end of the reading are shown at once, what comes in between the slower the more there is. */
const CALM: Calm<ReviewState> = {
  everyMs: ({ found }) => (isDrawnAtOnce(found) ? 300 : 2000),
  isUrgent: (before, now) =>
    before.status !== now.status || (before.progress.filesRead === 0 && now.progress.filesRead > 0),
};

/**
 * A review as it stands, the choices made for it, and the preview that follows from both: all from one state, so that
 * nothing shown disagrees.
 */
export function useReviewPreview(given: Review) {
  const [reread, setReread] = useState<{ readonly of: Review; readonly review: Review } | null>(null);
  const review = reread?.of === given ? reread.review : given;
  const choicesStore = choicesStoreOf(review);
  const state = useStore(useMemo(() => calmStore(review, CALM), [review]));
  const choices = useStore(choicesStore);
  const formatter = useFormatter();

  const { source, found, serverVersion, deactivated } = state;
  const preview = useMemo(
    () => previewOf(found.inventory, previewOptionsOf({ source, serverVersion, deactivated }, choices)),
    [found, source, serverVersion, deactivated, choices],
  );
  const notes = useMemo(() => notesOf(preview, formatter), [preview, formatter]);
  const counts = useMemo(() => countReasons(preview), [preview]);

  const decide = useCallback(
    (action: ChoiceAction) => {
      choicesStore.set(choose(choicesStore.get(), action));
    },
    [choicesStore],
  );
  const readAgain = (picked: readonly MediaFile[] = []) => {
    const next = openReview(source, { again: true, picked });
    carryChoices(review, next);
    setReread({ of: given, review: next });
  };
  return { review, state, choices, decide, preview, notes, counts, readAgain };
}
